#include <algorithm>

#include "base/letter_case.h"
#include "frontend/script/reading.h"
#include "value/text.h"

namespace smtplint::script {
namespace {

/// The keys of a cloud-config that change what is installed, written or run.
class CloudConfig {
 public:
  CloudConfig(Value document, Reading& reading) : document_(document), reading_(reading) {}

  /// In the order in which cloud-init does it.
  void read() {
    run_all(document_.find("bootcmd"));
    write_all(document_.find("write_files"), false);
    answer_all(document_.find("apt"));
    answer_all(document_);
    install_all(document_.find("packages"));
    run_all(document_.find("runcmd"));
    write_all(document_.find("write_files"), true);
  }

 private:
  void install_all(Value packages) {
    if (!packages.is_sequence()) return;
    for (const Value package : packages.items()) {
      // `[name, version]`, or `{apt: [name]}`
      if (package.is_mapping()) {
        for (const Entry& manager : package.entries()) install_all(manager.value);
        continue;
      }
      const Value name =
          package.is_sequence() && !package.items().empty() ? package.items().front() : package;
      reading_.add(PackageInstalled{name}, place_of(reading_, name));
    }
  }

  void write_all(Value files, bool deferred) {
    if (!files.is_sequence()) return;
    for (const Value file : files.items()) {
      if (!file.is_mapping() || is_true(file.find("defer")) != deferred) continue;
      const Value path = file.find("path");
      if (path.is_unset()) continue;
      const auto how = is_true(file.find("append")) ? FileWritten::How::appended : FileWritten::How::replaced;
      reading_.add(FileWritten{path, content_of(file), how}, place_of(reading_, path));
    }
  }

  static bool is_true(Value value) {
    if (value.is(ValueType::boolean)) return value.boolean();
    return value.is(ValueType::string) && equal_ignoring_case(value.text().chars, "true");
  }

  Value content_of(Value file) {
    const Value content = file.find("content");
    if (content.is_unset()) {
      const Value source = file.find("source");
      if (source.is_unset()) return reading_.store().string("", file.provenance());
      return reading_.store().unknown(ReasonKind::runtime_only, "source", place_of(reading_, file));
    }
    const Value encoding = file.find("encoding");
    if (encoding.is_unset() || !content.is(ValueType::string)) return content;
    return decoded(content, reading_);
  }

  void answer_all(Value holder) {
    if (!holder.is_mapping()) return;
    const Value answers = holder.find("debconf_selections");
    if (answers.is(ValueType::string)) return answer(answers);
    if (!answers.is_mapping()) return;
    for (const Entry& entry : answers.entries()) answer(entry.value);
  }

  /// As what is written by hand: `debconf-set-selections` reads it.
  void answer(Value text) {
    const Value name = reading_.store().string("debconf-set-selections", text.provenance());
    reading_.add(CommandRun{{name}, text}, place_of(reading_, text));
  }

  /// Texts that follow each other are lines of one script.
  void run_all(Value commands) {
    if (!commands.is_sequence()) return;
    std::vector<Value> lines;
    for (const Value command : commands.items()) {
      if (command.is(ValueType::string)) {
        lines.push_back(command);
        continue;
      }
      run_lines(lines);
      if (command.is(ValueType::alternatives)) read_inner(command, Kind::shell, reading_);
      if (command.is_sequence() && !command.items().empty()) run(command);
    }
    run_lines(lines);
  }

  void run_lines(std::vector<Value>& lines) {
    if (lines.empty()) return;
    read_inner(joined_lines(lines, reading_), Kind::shell, reading_);
    lines.clear();
  }

  /// A list is a command word by word, without a shell: `[bash, -c, "..."]` brings its own.
  void run(Value command) { run_words({command.items().begin(), command.items().end()}, reading_); }

  Value document_;
  Reading& reading_;
};

}  // namespace

void read_cloud_config(Value text, Reading& reading) {
  const Value document = reading.session.read_document(text);
  if (document.is_mapping()) return CloudConfig(document, reading).read();
  if (!document.is_unknown()) return;
  reading.setup.gaps.push_back(
      {EventKind::syntax_error, place_of(reading, document), std::string(document.reason().name)});
}

}  // namespace smtplint::script
