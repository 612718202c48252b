#include "lowering/machine/setting_lines.h"

#include <algorithm>
#include <vector>

#include "value/text.h"

namespace smtplint::lowering {
namespace {

using knowledge::LineForm;

constexpr std::string_view blanks = " \t\r";

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Range trimmed(std::string_view text, Range range) {
  const std::string_view inside = text.substr(range.begin, range.end - range.begin);
  const std::size_t first = inside.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {range.begin, range.begin};
  return {range.begin + first, range.begin + inside.find_last_not_of(" \t\r\n") + 1};
}

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '/';
  });
}

/// The lines of a text; one that begins with a blank belongs to the one before it where lines are continued.
std::vector<Range> lines_of(std::string_view text, const LineForm& form) {
  std::vector<Range> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool goes_on =
        form.continued && !lines.empty() && end > at && blanks.find(text[at]) != std::string_view::npos;
    if (goes_on) {
      lines.back().end = end;
    } else {
      lines.push_back({at, end});
    }
    at = end + 1;
  }
  return lines;
}

/// `key = value` or `key value`, without a value too.
void read_line(ValueStore& store, Value text, const LineForm& form, Range line, const FoundSetting& found) {
  const std::string_view chars = text.text().chars;
  const std::string_view inside = chars.substr(line.begin, line.end - line.begin);
  const std::size_t between =
      form.between == LineForm::Between::equals ? inside.find('=') : inside.find_first_of(" \t");
  if (form.between == LineForm::Between::equals && between == std::string_view::npos) return;
  const std::size_t key_end = std::min(between, inside.size());
  const Range key = trimmed(chars, {line.begin, line.begin + key_end});
  const std::string_view name = chars.substr(key.begin, key.end - key.begin);
  if (!is_name(name)) return;
  const std::size_t value = std::min(line.begin + key_end + 1, line.end);
  found(
      {knowledge::comparable_key(name), setting_value(store, text, value, line.end), key.begin, name.size()});
}

void read_patterns(ValueStore& store, Value text, const LineForm& form, Range line,
                   const FoundSetting& found) {
  const std::string_view chars = text.text().chars;
  for (const auto& [key, pattern] : form.patterns) {
    const auto captured = pattern.captured(chars.substr(line.begin, line.end - line.begin));
    if (!captured) continue;
    const auto begin = static_cast<std::size_t>(captured->data() - chars.data());
    found({key, setting_value(store, text, begin, begin + captured->size()), line.begin,
           line.end - line.begin});
  }
}

bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '{'; }

}  // namespace

Value setting_value(ValueStore& store, Value text, std::size_t begin, std::size_t end) {
  const std::string_view chars = text.text().chars;
  Range range = trimmed(chars, {begin, end});
  const std::string_view inside = chars.substr(range.begin, range.end - range.begin);
  const bool quoted = inside.size() >= 2 && (inside.front() == '"' || inside.front() == '\'') &&
                      inside.back() == inside.front();
  if (quoted) range = {range.begin + 1, range.end - 1};
  const std::size_t symbol = chars.substr(0, range.end).find('$', range.begin);
  if (symbol == std::string_view::npos || symbol + 1 >= range.end || !starts_name(chars[symbol + 1])) {
    return text_part(store, text, range.begin, range.end - range.begin);
  }
  const TextOrigin origin = text_origin(store, text, symbol, range.end - symbol);
  TextBuilder value(store);
  value.part(text.text(), range.begin, symbol - range.begin, text.provenance());
  value.hole(store.reason(ReasonKind::runtime_only, store.keep(chars.substr(symbol, range.end - symbol)),
                          origin.place),
             origin.place, origin.origin);
  return value.finish(origin.origin);
}

void read_setting_lines(ValueStore& store, Value text, const LineForm& form, const FoundSetting& found) {
  const std::string_view chars = text.text().chars;
  for (const Range& line : lines_of(chars, form)) {
    const Range inside = trimmed(chars, line);
    const std::string_view written = chars.substr(inside.begin, inside.end - inside.begin);
    if (written.empty() || (!form.comment.empty() && written.starts_with(form.comment))) continue;
    if (form.patterns.empty()) {
      read_line(store, text, form, inside, found);
    } else {
      read_patterns(store, text, form, inside, found);
    }
  }
}

void read_answer_lines(ValueStore& store, Value text, const FoundSetting& found) {
  const std::string_view chars = text.text().chars;
  for (const Range& line : lines_of(chars, {})) {
    constexpr std::size_t words_before = 3;
    std::size_t at = line.begin;
    Range question;
    for (std::size_t word = 0; word < words_before && at < line.end; ++word) {
      const Range rest = trimmed(chars, {at, line.end});
      at = std::min(chars.find_first_of(" \t", rest.begin), line.end);
      if (word == 1) question = {rest.begin, at};
    }
    if (question.end <= question.begin || chars[trimmed(chars, line).begin] == '#') continue;
    const std::string_view name = chars.substr(question.begin, question.end - question.begin);
    found({knowledge::comparable_key(name), setting_value(store, text, at, line.end), question.begin,
           name.size()});
  }
}

}  // namespace smtplint::lowering
