#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/config/config.h"
#include "frontend/script/script.h"
#include "marked_source.h"
#include "value/text.h"

namespace smtplint::script {

/// What a script does, a line for each step.
class ScriptRun {
 public:
  explicit ScriptRun(std::string_view marked, Kind kind = Kind::shell,
                     Limits limits = {4, 100, 4000, 1000, 1u << 20u})
      : places(add_marked(sources, "setup", marked)) {
    const std::string_view text = sources.get(SourceId{0}).text();
    const Place whole{SourceId{0}, {0, static_cast<std::uint32_t>(text.size())}};
    const ProvenanceId origin = store.step(How::literal, whole);
    TextBuilder builder(store);
    builder.verbatim(text, whole, origin);
    const auto read_document = [this](Value document) {
      return config::read_document_value(document, {1u << 20u, 100, 4000, 1000}, store);
    };
    Session session{limits, read_document, store};
    setup = read(builder.finish(origin), kind, session);
  }

  [[nodiscard]] std::string lines() const { return lines_of(setup); }

  [[nodiscard]] static std::string lines_of(const MachineSetup& done) {
    std::string text;
    for (const SetupStep& step : done.steps) {
      text += std::string(step.branches.size(), '?');
      std::visit([&text](const auto& what) { text += show(what); }, step.what);
      text += '\n';
    }
    return text;
  }

  /// Where the last argument of the last command, or the last text of a file, stands.
  [[nodiscard]] Place place_of(Value value) const {
    return text_origin(store, value, 0, value.text().chars.size()).place;
  }

  SourceStore sources;
  ValueStore store;
  std::vector<Place> places;
  MachineSetup setup;

 private:
  static std::string show(Value value) {
    if (value.is_absent()) return "-";
    if (value.is_unknown()) return "{" + std::string(value.reason().name) + "}";
    if (value.is(ValueType::boolean)) return value.boolean() ? "true" : "false";
    if (value.is(ValueType::alternatives)) {
      std::string text = "(";
      for (const Alternative& one : value.alternatives())
        text += (text.size() > 1 ? "|" : "") + show(one.value);
      return text + ")";
    }
    if (value.is_sequence()) {
      std::string text;
      for (const Value item : value.items()) text += (text.empty() ? "" : " ") + show(item);
      return "[" + text + "]";
    }
    if (!value.is(ValueType::string)) return "?";
    std::string text;
    for (const char c : value.text().chars) text += c == '\n' ? std::string("\\n") : std::string(1, c);
    const std::size_t hole = text.find(hole_text);
    return hole == std::string::npos ? text : text.replace(hole, hole_text.size(), "{}");
  }
  static std::string show(const PackageInstalled& package) { return "package " + show(package.name); }
  static std::string show(const FileWritten& file) {
    const char* sign = file.how == FileWritten::How::replaced
                           ? " = "
                           : (file.how == FileWritten::How::appended ? " += " : " ~ ");
    return "file " + show(file.path) + sign + show(file.text);
  }
  static std::string show(const CommandRun& command) {
    std::string text = "run";
    for (const Value word : command.words) text += " " + show(word);
    if (!command.input.is_absent()) text += " < " + show(command.input);
    return text;
  }
  static std::string show(const VariableSet& variable) {
    return "set " + variable.name + " = " + show(variable.value);
  }
};

}  // namespace smtplint::script
