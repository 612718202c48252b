#include "frontend/script/shell_tools.h"

#include <algorithm>
#include <optional>

#include "frontend/script/sed_script.h"
#include "value/text.h"

namespace smtplint::script {
namespace {

std::string_view chars_of(Value word) {
  return word.is(ValueType::string) ? word.text().chars : std::string_view();
}

bool is_option(Value word) { return chars_of(word).starts_with('-') && chars_of(word).size() > 1; }

bool is_assignment(Value word) {
  const std::string_view text = chars_of(word);
  const std::size_t equals = text.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         std::ranges::all_of(text.substr(0, equals), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

/// Of the programs that run another one, the options that take a word of their own.
struct Runner {
  std::string_view name;
  std::string_view with_argument;
};
constexpr Runner runners[] = {{"sudo", "ugpCDhRrtTU"}, {"env", "uCS"},   {"nohup", ""},   {"time", "fo"},
                              {"exec", "a"},           {"nice", "n"},    {"command", ""}, {"builtin", ""},
                              {"timeout", "ks"},       {"ionice", "cn"}, {"doas", "uC"}};

const Runner* runner_named(std::string_view name) {
  const auto found = std::ranges::find(runners, name, &Runner::name);
  return found == std::end(runners) ? nullptr : found;
}

/// The line that a replacement makes: escapes undone, what was matched is not known.
Value replaced_line(Value expression, const SedEdit& replacement, ValueStore& store) {
  const std::string_view chars = chars_of(expression);
  TextBuilder text(store);
  const TextOrigin origin =
      text_origin(store, expression, replacement.begin, replacement.end - replacement.begin);
  const Reason* matched = store.reason(ReasonKind::runtime_only, "sed", origin.place);
  std::size_t begin = replacement.begin;
  const auto add_until = [&](std::size_t end) {
    if (end > begin) text.part(expression.text(), begin, end - begin, expression.provenance());
  };
  for (std::size_t at = replacement.begin; at < replacement.end; ++at) {
    if (chars[at] != '\\' && chars[at] != '&') continue;
    add_until(at);
    const bool group = chars[at] == '&' || (chars[at + 1] >= '0' && chars[at + 1] <= '9');
    if (group) text.hole(matched, origin.place, origin.origin);
    const bool escape = chars[at] == '\\';
    begin = escape && !group ? at + 1 : at + (escape ? 2 : 1);
    if (escape) ++at;
  }
  add_until(replacement.end);
  return text.finish(store.step(How::literal, origin.place));
}

/// `\n`, `\t` and `\\` undone; other escapes are not known.
Value unescaped(Value word, const ShellScope& scope) {
  const std::string_view chars = chars_of(word);
  if (chars.find('\\') == std::string_view::npos) return word;
  TextBuilder text(scope.store());
  std::size_t begin = 0;
  for (std::size_t at = chars.find('\\'); at != std::string_view::npos; at = chars.find('\\', begin)) {
    if (at > begin) text.part(word.text(), begin, at - begin, word.provenance());
    const char sign = at + 1 < chars.size() ? chars[at + 1] : '\0';
    const std::string_view stands_for = sign == 'n' ? "\n" : sign == 't' ? "\t" : sign == '\\' ? "\\" : "";
    const TextOrigin origin = text_origin(scope.store(), word, at, 2);
    if (stands_for.empty()) {
      text.hole(scope.store().reason(ReasonKind::runtime_only, scope.store().keep(chars.substr(at, 2)),
                                     origin.place),
                origin.place, origin.origin);
    } else {
      text.derived(stands_for, origin.place, origin.origin);
    }
    begin = std::min(at + 2, chars.size());
  }
  if (begin < chars.size()) text.part(word.text(), begin, chars.size() - begin, word.provenance());
  return text.finish(word.provenance());
}

Value edited_line(Value expression, const SedEdit& edit, ValueStore& store) {
  if (edit.kind == SedEdit::Kind::replacement) return replaced_line(expression, edit, store);
  return text_part(store, expression, edit.begin, edit.end - edit.begin);
}

}  // namespace

std::string program_name(Value word) {
  const std::string_view text = chars_of(word);
  if (text.find(hole_text) != std::string_view::npos) return {};
  const std::size_t slash = text.rfind('/');
  return std::string(slash == std::string_view::npos ? text : text.substr(slash + 1));
}

std::vector<Value> without_runners(std::vector<Value> words) {
  std::size_t at = 0;
  // What is not known before a command is what runs it: `$SUDO apt-get install ...`.
  while (at + 1 < words.size() && !words[at].is(ValueType::string)) ++at;
  while (at < words.size()) {
    const Runner* runner = runner_named(program_name(words[at]));
    if (runner == nullptr) break;
    ++at;
    while (at < words.size() && (is_option(words[at]) || is_assignment(words[at]))) {
      const std::string_view option = chars_of(words[at]);
      const bool takes_word = option.size() == 2 && option[0] == '-' &&
                              runner->with_argument.find(option[1]) != std::string_view::npos;
      at += takes_word ? 2 : 1;
    }
    if (runner->name == "timeout" && at < words.size()) ++at;
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(at, words.size())));
  return words;
}

Value echo(const ToolCall& call) {
  ValueStore& store = call.scope.store();
  Value output;
  bool newline = true, options = true, escapes = false;
  for (std::size_t i = 1; i < call.words.size(); ++i) {
    const std::string_view word = chars_of(call.words[i]);
    if (options && (word == "-e" || word == "-n" || word == "-ne" || word == "-en" || word == "-E")) {
      newline = newline && word.find('n') == std::string_view::npos;
      escapes = escapes || word.find('e') != std::string_view::npos;
      continue;
    }
    options = false;
    if (!output.is_absent()) {
      output =
          call.scope.joined(output, store.string(" ", store.step(How::literal, call.scope.place(call.span))));
    }
    output = call.scope.joined(output, escapes ? unescaped(call.words[i], call.scope) : call.words[i]);
  }
  if (output.is_absent()) output = call.scope.empty(call.span);
  return newline ? call.scope.line(output) : output;
}

Value printf(const ToolCall& call) {
  if (call.words.size() < 2) return {};
  const std::string_view format = chars_of(call.words[1]);
  Value output;
  std::size_t next = 2;
  do {
    const std::size_t before = next;
    for (std::size_t at = 0; at < format.size();) {
      const std::size_t sign = std::min(format.find('%', at), format.size());
      if (sign > at) {
        const Value text = text_part(call.scope.store(), call.words[1], at, sign - at);
        output = call.scope.joined(output, unescaped(text, call.scope));
      }
      at = sign + 2;
      if (sign >= format.size()) break;
      if (format.substr(sign, 2) == "%%") {
        output = call.scope.joined(output, text_part(call.scope.store(), call.words[1], sign, 1));
      } else if (format.substr(sign, 2) != "%s") {
        return call.scope.unknown("printf", call.span);
      } else if (next < call.words.size()) {
        output = call.scope.joined(output, call.words[next++]);
      }
    }
    if (next == before) break;  // what no directive takes is left out
  } while (next < call.words.size());
  return output;
}

Value cat(const ToolCall& call) {
  const bool reads_input =
      call.words.size() == 1 || (call.words.size() == 2 && chars_of(call.words[1]) == "-");
  if (reads_input && !call.input.is_absent()) return call.input;
  return call.scope.unknown("cat", call.span);
}

bool decodes_input(const ToolCall& call) {
  bool decodes = false;
  for (std::size_t i = 1; i < call.words.size(); ++i) {
    const std::string_view word = chars_of(call.words[i]);
    if (!word.starts_with('-')) return false;
    decodes = decodes || word == "--decode" || word == "-d" || word == "-D" || word == "-di";
  }
  return decodes && call.input.is(ValueType::string);
}

std::vector<FileWritten> tee(const ToolCall& call) {
  std::vector<FileWritten> files;
  auto how = FileWritten::How::replaced;
  for (std::size_t i = 1; i < call.words.size(); ++i) {
    if (is_option(call.words[i])) {
      const std::string_view option = chars_of(call.words[i]);
      if (option == "--append" || (option.find('a') != std::string_view::npos && option[1] != '-'))
        how = FileWritten::How::appended;
      continue;
    }
    const Value text = call.input.is_absent() ? call.scope.unknown("tee", call.span) : call.input;
    files.push_back({call.words[i], text, how});
  }
  return files;
}

namespace {

/// A text in which a replacement is made wherever its plain text stands; absent where that is not known.
Value replaced_in(Value text, Value expression, const SedEdit& edit, Reading& reading) {
  if (edit.kind != SedEdit::Kind::replacement || edit.plain.empty() || !text.is(ValueType::string)) return {};
  const std::string_view chars = text.text().chars;
  const Value line = edited_line(expression, edit, reading.store());
  std::vector<Value> parts;
  std::size_t begin = 0;
  for (std::size_t at = chars.find(edit.plain); at != std::string_view::npos;
       at = chars.find(edit.plain, at)) {
    parts.push_back(text_part(reading.store(), text, begin, at - begin));
    parts.push_back(line);
    begin = at + edit.plain.size();
    at = edit.everywhere ? begin : std::min(chars.find('\n', begin), chars.size());
  }
  if (parts.empty()) return text;
  parts.push_back(text_part(reading.store(), text, begin, chars.size() - begin));
  return composed(parts, place_of(reading, text), text.provenance(), reading);
}

/// What a file that is known becomes; absent where that is not known.
Value after_edits(Value text, const std::vector<Value>& expressions, Reading& reading) {
  for (const Value expression : expressions) {
    if (!expression.is(ValueType::string)) return {};
    for (const SedEdit& edit : sed_edits(chars_of(expression))) {
      text = replaced_in(text, expression, edit, reading);
    }
  }
  return text;
}

}  // namespace

std::vector<FileWritten> sed_in_place(const ToolCall& call, Reading& reading) {
  bool in_place = false;
  std::vector<Value> expressions, paths;
  for (std::size_t i = 1; i < call.words.size(); ++i) {
    const std::string_view word = chars_of(call.words[i]);
    if (word == "-e" || word == "--expression") {
      if (++i < call.words.size()) expressions.push_back(call.words[i]);
    } else if (is_option(call.words[i])) {
      in_place = in_place || word.starts_with("--in-place") ||
                 (word[1] != '-' && word.find('i') != std::string_view::npos);
    } else if (expressions.empty()) {
      expressions.push_back(call.words[i]);
    } else {
      paths.push_back(call.words[i]);
    }
  }
  std::vector<FileWritten> files;
  if (!in_place) return files;
  for (const Value path : paths) {
    const Value known = after_edits(reading.written(path), expressions, reading);
    if (!known.is_absent()) {
      files.push_back({path, known});
      continue;
    }
    for (const Value expression : expressions) {
      if (!expression.is(ValueType::string)) files.push_back({path, expression, FileWritten::How::edited});
      for (const SedEdit& edit : sed_edits(chars_of(expression))) {
        files.push_back({path, edited_line(expression, edit, call.scope.store()), FileWritten::How::edited});
      }
    }
  }
  return files;
}

std::optional<Copy> copied(const ToolCall& call) {
  std::vector<Value> paths;
  for (std::size_t i = 1; i < call.words.size(); ++i) {
    const std::string_view option = chars_of(call.words[i]);
    if (!is_option(call.words[i])) {
      paths.push_back(call.words[i]);
    } else if (option == "-m" || option == "-o" || option == "-g" || option == "-t") {
      ++i;  // of `install`: mode, owner and group
    }
  }
  if (paths.size() != 2 || !paths[0].is(ValueType::string)) return {};
  const Value folder = paths[1];
  if (!chars_of(folder).ends_with('/')) return Copy{paths[0], folder};
  const std::string_view from = chars_of(paths[0]);
  const std::size_t name = from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/') + 1;
  const Value file = text_part(call.scope.store(), paths[0], name, from.size() - name);
  return Copy{paths[0], call.scope.joined(folder, file)};
}

Value command_text(const ToolCall& call) {
  const bool eval = program_name(call.words[0]) == "eval";
  if (eval) return call.words.size() == 2 ? call.words[1] : Value();
  for (std::size_t i = 1; i + 1 < call.words.size(); ++i) {
    const std::string_view option = chars_of(call.words[i]);
    const bool command = option == "--command" ||
                         (option.size() > 1 && option[0] == '-' && option[1] != '-' && option.ends_with('c'));
    if (command) return call.words[i + 1];
  }
  return {};
}

}  // namespace smtplint::script
