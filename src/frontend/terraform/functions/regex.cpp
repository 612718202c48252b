#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/pattern.h"

namespace smtplint::terraform::functions {
namespace {

/// An empty text must point somewhere: RE2 tells by that which groups took part in a match.
std::string_view somewhere(std::string_view text) { return text.empty() ? std::string_view("", 0) : text; }

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

/// Whether a pattern has `\C`; `\\C` is a backslash before a letter.
bool matches_single_bytes(std::string_view pattern) {
  for (std::size_t at = pattern.find('\\'); at < pattern.size(); at = pattern.find('\\', at + 2)) {
    if (pattern.substr(at + 1).starts_with('C')) return true;
  }
  return false;
}

/// A pattern as Terraform takes it. Its language is RE2's own but for `\C`, which Go does not have.
class Pattern {
 public:
  explicit Pattern(std::string_view text)
      : regex_(piece(text), quiet()), single_bytes_(matches_single_bytes(text)) {}

  [[nodiscard]] bool ok() const { return regex_.ok() && !single_bytes_; }
  [[nodiscard]] int groups() const { return regex_.NumberOfCapturingGroups(); }
  [[nodiscard]] const std::map<int, std::string>& names() const { return regex_.CapturingGroupNames(); }
  /// The match and its groups from `at` on.
  [[nodiscard]] bool match(std::string_view text, std::size_t at,
                           std::vector<re2::StringPiece>& found) const {
    found.assign(static_cast<std::size_t>(groups()) + 1, {});
    return regex_.Match(piece(text), at, text.size(), RE2::UNANCHORED, found.data(), groups() + 1);
  }

 private:
  RE2 regex_;
  bool single_bytes_;
};

/// Calls `visit` for every match, as Go finds them: an empty one directly behind another does not count.
template <typename Visit>
void each_match(Call& call, const Pattern& pattern, std::string_view text, Visit visit) {
  std::vector<re2::StringPiece> found;
  std::size_t at = 0;
  std::size_t last_end = text.npos;
  while (at <= text.size() && call.context.budget.spend() && pattern.match(text, at, found)) {
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    const std::size_t end = begin + found[0].size();
    if (end > begin || begin != last_end) {
      if (!visit(begin, end, found)) return;
    }
    last_end = end;
    at = end > begin ? end : (end < text.size() ? end + utf8::decode(text.substr(end)).bytes : end + 1);
  }
}

Value group_text(Call& call, Value text, const re2::StringPiece& group) {
  if (group.data() == nullptr) return call.store().null(call.origin());
  if (group.empty()) return call.string("");
  const auto begin = static_cast<std::size_t>(group.data() - text.text().chars.data());
  return call.handed_on(text_part(call.store(), text, begin, group.size()));
}

/// What one match gives: its text, or its groups as a tuple, or as an object where they have names.
Value captured(Call& call, const Pattern& pattern, Value text, const std::vector<re2::StringPiece>& found) {
  if (pattern.groups() == 0) return group_text(call, text, found[0]);
  if (pattern.names().empty()) {
    std::vector<Value> groups;
    for (std::size_t i = 1; i < found.size(); ++i) groups.push_back(group_text(call, text, found[i]));
    return call.sequence(ValueType::tuple, groups);
  }
  std::vector<Entry> entries;
  for (const auto& [index, name] : pattern.names()) {
    entries.push_back(
        {call.store().keep(name), group_text(call, text, found[static_cast<std::size_t>(index)]), {}});
  }
  return call.mapping(ValueType::object, std::move(entries));
}

bool usable(const Pattern& pattern) {
  const auto named = static_cast<int>(pattern.names().size());
  return pattern.ok() && (named == 0 || named == pattern.groups());
}

/// A group as a replacement names it: `1`, `name`; Go takes the longest name.
std::size_t group_index(const Pattern& pattern, std::string_view name) {
  if (std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; }) && name.size() < 5) {
    return static_cast<std::size_t>(std::stoi(std::string(name)));
  }
  for (const auto& [index, known] : pattern.names()) {
    if (known == name) return static_cast<std::size_t>(index);
  }
  return std::string_view::npos;
}

bool is_name_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// The name behind a dollar sign, and how many bytes it takes; nothing where there is none.
struct GroupName {
  std::string_view name;
  std::size_t bytes = 0;
};
GroupName group_name(std::string_view after_dollar) {
  const bool braced = after_dollar.starts_with('{');
  const std::string_view rest = after_dollar.substr(braced ? 1 : 0);
  const auto* end = std::ranges::find_if_not(rest, is_name_letter);
  const std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  if (name.empty() || (braced && !rest.substr(name.size()).starts_with('}'))) return {};
  return {name, name.size() + (braced ? 2 : 0)};
}

/// Adds the replacement, with its groups filled in.
void expand(Call& call, const Pattern& pattern, const std::vector<re2::StringPiece>& found,
            ResultText& result) {
  const Value replacement = call.arguments[2], string = call.arguments[0];
  const std::string_view chars = call.chars(2);
  std::size_t at = 0;
  while (at < chars.size()) {
    const std::size_t dollar = std::min(chars.find('$', at), chars.size());
    result.add_part(replacement, at, dollar - at);
    if (dollar == chars.size()) return;
    at = dollar + 1;
    const GroupName group = group_name(chars.substr(at));
    if (group.bytes == 0) {
      result.add_part(replacement, dollar, 1);
      if (chars.substr(at).starts_with('$')) ++at;
      continue;
    }
    at += group.bytes;
    const std::size_t index = group_index(pattern, group.name);
    if (index >= found.size() || found[index].empty()) continue;
    result.add_part(string, static_cast<std::size_t>(found[index].data() - call.chars(0).data()),
                    found[index].size());
  }
}

}  // namespace

Value replace_pattern(Call& call, std::string_view text) {
  const Pattern pattern(text);
  if (!pattern.ok()) return call.refuse();
  const Value string = call.arguments[0];
  if (string.text().has_holes()) return call.unknown_because(string);
  ResultText result(call);
  std::size_t at = 0;
  each_match(call, pattern, somewhere(call.chars(0)),
             [&](std::size_t begin, std::size_t end, const auto& found) {
               result.add_part(string, at, begin - at);
               expand(call, pattern, found, result);
               at = end;
               return !result.cut_off();
             });
  result.add_part(string, at, call.chars(0).size() - at);
  return result.finish();
}

Value regex(Call& call) {
  const Pattern pattern(call.chars(0));
  std::vector<re2::StringPiece> found;
  if (!usable(pattern) || !pattern.match(somewhere(call.chars(1)), 0, found)) return call.refuse();
  return captured(call, pattern, call.arguments[1], found);
}

Value regex_all(Call& call) {
  const Pattern pattern(call.chars(0));
  if (!usable(pattern)) return call.refuse();
  std::vector<Value> matches;
  each_match(call, pattern, somewhere(call.chars(1)), [&](std::size_t, std::size_t, const auto& found) {
    matches.push_back(captured(call, pattern, call.arguments[1], found));
    return matches.size() <= call.context.limits.expansion;
  });
  return call.sequence(ValueType::list, matches);
}

}  // namespace smtplint::terraform::functions
