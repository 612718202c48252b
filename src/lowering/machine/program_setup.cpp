#include "lowering/machine/program_setup.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/glob.h"
#include "base/letter_case.h"
#include "lowering/machine/setting_lines.h"
#include "lowering/mail/framework_drafts.h"
#include "lowering/mail/marks.h"
#include "value/text.h"
#include "value/under_choices.h"

namespace smtplint::lowering {
namespace {

using knowledge::Mta;
using knowledge::SettingsCommand;

std::string_view chars_of(Value value) {
  return value.is(ValueType::string) ? value.text().chars : std::string_view();
}

/// The program that a command runs: no folder, no `.exe`, in lower case.
std::string command_name(Value word) {
  std::string name = lower_case(chars_of(word));
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string::npos) name.erase(0, slash + 1);
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  return name;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::any_of(words,
                             [word](const std::string& one) { return equal_ignoring_case(one, word); });
}

class ProgramReader {
 public:
  ProgramReader(const Mta& mta, const knowledge::MachineCommands& commands, ValueStore& store,
                std::vector<Choice> base)
      : mta_(mta), commands_(commands), store_(store), base_(std::move(base)), keys_(keys_of(mta.form())) {}

  /// What all that is said of the program hangs on is no condition of a part of it.
  void read(const SetupStep& step) {
    step_ = &step;
    branches_ = step.branches;
    if (branches_.size() >= base_.size() && std::equal(base_.begin(), base_.end(), branches_.begin())) {
      branches_.erase(branches_.begin(), branches_.begin() + static_cast<std::ptrdiff_t>(base_.size()));
    }
    std::visit([this](const auto& what) { take(what); }, step.what);
  }

  ProgramSetup finish() {
    result_.only_in_branch = result_.present() && (!certain_ || !base_.empty());
    return std::move(result_);
  }

  /// The conditions that everything that was seen hangs on.
  [[nodiscard]] const std::vector<Choice>& shared_branches() const { return shared_; }

 private:
  void take(const PackageInstalled& package) { install(package.name); }

  void take(const FileWritten& file) {
    if (file.how == FileWritten::How::replaced) texts_[std::string(chars_of(file.path))] = file.text;
    const knowledge::SettingsFile* known = mta_.file_at(chars_of(file.path));
    if (known == nullptr) return;
    note_evidence(std::string(chars_of(file.path)), file.path);
    // The first of its files is the one that holds the others' names.
    const bool whole = known == &mta_.files.front() && file.how == FileWritten::How::replaced;
    if (whole && branches_.empty()) {
      result_.settings.values.clear();
      result_.settings.complete = true;
      result_.file_written = true;
    }
    if (file.text.is(ValueType::alternatives)) {
      for (const Alternative& one : file.text.alternatives()) {
        read_file(*known, file, one.value, one.choices);
      }
    } else {
      read_file(*known, file, file.text, {});
    }
  }

  void read_file(const knowledge::SettingsFile& known, const FileWritten& file, Value text,
                 std::span<const Choice> choices) {
    if (!text.is(ValueType::string)) return leave_open(chars_of(file.path));
    bool any = false;
    read_setting_lines(store_, text, known.lines, [&](const LineSetting& setting) {
      any = true;
      set(text, setting, choices);
    });
    if (any || file.how != FileWritten::How::edited) return;
    // An edit that is not understood may be about the host.
    for (const std::string& key : mta_.form().host) {
      if (lower_case(chars_of(text)).find(key) == std::string::npos) continue;
      set(text, {key, store_.unknown(ReasonKind::runtime_only, store_.keep(key), place_of(text)), 0, 0},
          choices);
    }
  }

  void take(const CommandRun& command) {
    if (command.words.empty()) return;
    const std::string name = command_name(command.words.front());
    for (const Value word : command.words) note_fetched(word);
    for (const knowledge::InstallCommand& install : commands_.installs) {
      if (contains(install.names, name)) install_all(install, command);
    }
    if (contains(commands_.answers, name)) read_answers(command);
    for (const SettingsCommand& known : mta_.commands) {
      if (contains(known.names, name)) read_arguments(known, command);
    }
    if (const std::string file = changed_file(name, command); !file.empty()) {
      note_evidence(file, command.words.front());
      leave_open(file);
    }
  }

  void note_fetched(Value word) {
    const std::string_view text = chars_of(word);
    const bool brings = std::ranges::any_of(
        mta_.fetched, [text](const std::string& glob) { return glob_matches_ignoring_case(glob, text); });
    if (!brings) return;
    note_evidence(mta_.program.name, word);
    if (result_.installed.value.is_absent()) result_.installed = {mta_.program.name, word, place_of(word)};
  }

  void take(const VariableSet& variable) {
    if (mta_.members_of_its_objects && !result_.present()) return;
    const auto key = mta_.members.find(lower_case(variable.name));
    if (key != mta_.members.end()) set({key->second, variable.value, step_->place}, {});
  }

  void install_all(const knowledge::InstallCommand& install, const CommandRun& command) {
    if (!install.parameter.empty()) return install_named(install, command);
    bool behind_action = install.actions.empty();
    for (std::size_t i = 1; i < command.words.size(); ++i) {
      const std::string_view word = chars_of(command.words[i]);
      if (behind_action && !word.starts_with('-')) {
        install_each(command.words[i]);
      } else if (contains(install.actions, word)) {
        behind_action = true;
      }
    }
  }

  void install_named(const knowledge::InstallCommand& install, const CommandRun& command) {
    const auto parameter = [&](std::string_view name) {
      for (std::size_t i = 1; i + 1 < command.words.size(); ++i) {
        const std::string_view word = chars_of(command.words[i]);
        if (word.starts_with('-') && equal_ignoring_case(word.substr(1), name)) return command.words[i + 1];
      }
      return Value();
    };
    for (const auto& [name, value] : install.unless) {
      if (equal_ignoring_case(chars_of(parameter(name)), value)) return;
    }
    install_each(parameter(install.parameter));
  }

  /// `$PACKAGES` may be several; `@(a, b)` is a list.
  void install_each(Value words) {
    if (words.is_sequence()) {
      for (const Value item : words.items()) install_each(item);
      return;
    }
    const std::string_view text = chars_of(words);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = text.find_first_not_of(" \t\n,", at);
      if (begin == std::string_view::npos) return;
      at = std::min(text.find_first_of(" \t\n,", begin), text.size());
      install(text_part(store_, words, begin, at - begin));
    }
  }

  void install(Value package) {
    std::string_view name = chars_of(package);
    name = name.substr(0, name.find_first_of("=:"));
    if (name.empty() || !mta_.is_package(name)) return;
    note_evidence(std::string(name), package);
    if (result_.installed.value.is_absent())
      result_.installed = {std::string(name), package, place_of(package)};
  }

  void read_answers(const CommandRun& command) {
    Value text = command.input;
    const auto file = texts_.find(std::string(chars_of(command.words.back())));
    if (file != texts_.end()) text = file->second;
    if (!text.is(ValueType::string)) return;
    read_answer_lines(store_, text, [&](const LineSetting& answer) {
      const auto key = mta_.answers.find(answer.key);
      if (key == mta_.answers.end()) return;
      LineSetting setting = answer;
      setting.key = key->second;
      set(text, setting, {});
    });
  }

  void read_arguments(const SettingsCommand& known, const CommandRun& command) {
    if (known.takes == SettingsCommand::Takes::parameters) return read_parameters(command);
    if (known.takes == SettingsCommand::Takes::positions) return read_positions(known, command);
    knowledge::LineForm form;
    form.comment.clear();
    for (std::size_t i = 1; i < command.words.size(); ++i) {
      const Value word = command.words[i];
      if (word.is(ValueType::alternatives)) {
        for (const Alternative& one : word.alternatives()) read_assignment(one.value, form, one.choices);
      } else {
        read_assignment(word, form, {});
      }
    }
  }

  void read_assignment(Value word, const knowledge::LineForm& form, std::span<const Choice> choices) {
    if (!word.is(ValueType::string) || chars_of(word).starts_with('-')) return;
    read_setting_lines(store_, word, form, [&](const LineSetting& setting) { set(word, setting, choices); });
  }

  /// The command itself puts the program there.
  void note_command(const CommandRun& command) {
    note_evidence(command_name(command.words.front()), command.words.front());
    if (!result_.installed.value.is_absent()) return;
    result_.installed = {command_name(command.words.front()), command.words.front(),
                         place_of(command.words.front())};
  }

  void read_positions(const SettingsCommand& known, const CommandRun& command) {
    note_command(command);
    for (std::size_t i = 0; i < known.keys.size() && i + 1 < command.words.size(); ++i) {
      set({known.keys[i], command.words[i + 1], place_of(command.words[i + 1])}, {});
    }
  }

  /// `-Key value`, `-Key:value`, `--key=value`; what stands alone is switched on.
  void read_parameters(const CommandRun& command) {
    note_command(command);
    for (std::size_t i = 1; i < command.words.size(); ++i) {
      const Value word = command.words[i];
      const std::string_view text = chars_of(word);
      if (!text.starts_with('-')) continue;
      const std::size_t begin = std::min(text.find_first_not_of('-'), text.size());
      const std::size_t end = std::min(text.find_first_of(":=", begin), text.size());
      const std::string key = knowledge::comparable_key(text.substr(begin, end - begin));
      Value value = store_.boolean(true, word.provenance());
      if (end < text.size()) {
        value = setting_value(store_, word, end + 1, text.size());
      } else if (i + 1 < command.words.size() && !chars_of(command.words[i + 1]).starts_with('-')) {
        value = one_text(command.words[++i]);
      }
      set({key, value, place_of(word)}, {});
    }
  }

  /// `"a", "b"` as `a,b`, with its pieces.
  Value one_text(Value list) {
    if (!list.is_sequence()) return list;
    TextBuilder text(store_);
    for (const Value item : list.items()) {
      const Place place = place_of(item);
      if (text.size() > 0) text.derived(",", place, item.provenance());
      if (item.is(ValueType::alternatives) || !text.append(item, place))
        text.hole(store_.reason(ReasonKind::runtime_only, "", place), place, {});
    }
    return text.finish(list.provenance());
  }

  void leave_open(std::string_view file) {
    result_.settings.complete = false;
    result_.changed_file = file;
  }

  /// The file of the program that a command may change; empty where it changes none.
  [[nodiscard]] std::string changed_file(const std::string& name, const CommandRun& command) const {
    if (contains(commands_.only_read, name)) return {};
    const bool only_last = contains(commands_.last_is_target, name);
    for (const Value word : only_last ? std::span(command.words).last(1) : std::span(command.words)) {
      if (mta_.file_at(chars_of(word)) != nullptr) return std::string(chars_of(word));
    }
    return {};
  }

  void set(Value text, const LineSetting& line, std::span<const Choice> choices) {
    Place place = line.key_length == 0 ? place_of(text)
                                       : text_origin(store_, text, line.key_begin, line.key_length).place;
    set({line.key, line.value, place}, choices);
  }

  /// Where it hangs on conditions, what was set before counts otherwise.
  void set(Setting setting, std::span<const Choice> more) {
    if (result_.first.value.is_absent()) result_.first = setting;
    note_evidence(setting.path, setting.value);
    set_parts(setting, more);
    if (!std::ranges::binary_search(keys_, setting.path)) return;
    std::vector<Choice> choices = branches_;
    choices.insert(choices.end(), more.begin(), more.end());
    auto& values = result_.settings.values;
    const auto same = std::ranges::find(values, setting.path, &Setting::path);
    if (!choices.empty()) {
      const Value before = same == values.end() ? store_.null() : same->value;
      setting.value = under_choices(store_, choices, setting.value, before);
    }
    if (same == values.end()) {
      values.push_back(std::move(setting));
    } else {
      *same = std::move(setting);
    }
  }

  void set_parts(const Setting& setting, std::span<const Choice> more) {
    for (const knowledge::SettingPart& part : mta_.parts) {
      if (part.of != setting.path || !setting.value.is(ValueType::string)) continue;
      const std::string_view text = setting.value.text().chars;
      const auto captured = part.matches.captured(text);
      if (!captured) continue;
      const auto begin = static_cast<std::size_t>(captured->data() - text.data());
      set({part.key, text_part(store_, setting.value, begin, captured->size()), setting.key_place}, more);
    }
  }

  /// Where nothing else is known of it, the program is marked there.
  void note_evidence(const std::string& name, Value value) {
    if (result_.first.value.is_absent()) result_.first = {name, value, place_of(value)};
    certain_ = certain_ || branches_.empty();
    const auto& all = step_->branches;
    if (!seen_) shared_ = all;
    seen_ = true;
    const auto parts = std::ranges::mismatch(shared_, all);
    shared_.erase(parts.in1, shared_.end());
  }

  [[nodiscard]] Place place_of(Value value) const {
    const model::Mark mark = mark_of_value(store_, value, step_->place);
    if (!value.is(ValueType::string)) return mark.place;
    const TextOrigin origin = text_origin(store_, value, 0, value.text().chars.size());
    return origin.place.known() ? origin.place : mark.place;
  }

  const Mta& mta_;
  const knowledge::MachineCommands& commands_;
  ValueStore& store_;
  const SetupStep* step_ = nullptr;
  std::map<std::string, Value> texts_;  ///< of the files that were written, by path
  ProgramSetup result_;
  std::vector<Choice> base_;       ///< taken off from those of each step
  std::vector<std::string> keys_;  ///< that matter: a file may have very many others
  std::vector<Choice> branches_;   ///< of the step, beyond the base
  std::vector<Choice> shared_;
  bool seen_ = false;
  bool certain_ = false;
};

}  // namespace

ProgramSetup read_program(const Mta& mta, const Machine& machine, const knowledge::MachineCommands& commands,
                          ValueStore& store) {
  const auto read_all = [&](std::vector<Choice> base) {
    ProgramReader reader(mta, commands, store, std::move(base));
    for (const MachineBlock* block : machine) {
      for (const SetupStep& step : block->setup.steps) reader.read(step);
    }
    return reader;
  };
  ProgramReader reader = read_all({});
  if (reader.shared_branches().empty()) return reader.finish();
  return read_all(reader.shared_branches()).finish();
}

}  // namespace smtplint::lowering
