#include "frontend/config/interpolation.h"

#include <algorithm>

#include "base/limit.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

constexpr unsigned deepest_default = 8;
/// Variables that hold each other many times would grow without end.
constexpr std::size_t longest_text = 1u << 16u;

bool begins_name(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; }
bool continues_name(char c) { return begins_name(c) || (c >= '0' && c <= '9'); }

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && continues_name(text[at])) ++at;
  return at;
}

/// One placeholder, in bytes of the text.
struct Placeholder {
  std::string_view name;
  char operation = '\0';     ///< `-`, `+`, `?`, or none
  bool empty_is_set = true;  ///< no `:` stands before the operation
  std::size_t rest = 0;      ///< where the default or message begins
  std::size_t close = 0;     ///< where it ends
  std::size_t end = 0;       ///< of the placeholder
};

/// Where the brace closes that was opened before `at`; the text's size where none does.
std::size_t closing_brace(std::string_view text, std::size_t at) {
  for (std::size_t open = 1; at < text.size(); ++at) {
    if (text[at] == '{' && text[at - 1] == '$') ++open;
    if (text[at] == '}' && --open == 0) return at;
  }
  return text.size();
}

/// What begins with the `$` at `at`; nothing where that is only a character.
std::optional<Placeholder> placeholder_at(std::string_view text, std::size_t at) {
  const bool braced = text.substr(at + 1).starts_with('{');
  const std::size_t begin = at + (braced ? 2 : 1);
  if (begin >= text.size() || !begins_name(text[begin])) return std::nullopt;
  Placeholder found;
  std::size_t end = name_end(text, begin);
  found.name = text.substr(begin, end - begin);
  found.end = end;
  if (!braced) return found;
  found.close = closing_brace(text, begin);
  if (found.close == text.size()) return std::nullopt;
  found.end = found.close + 1;
  if (end == found.close) return found;
  found.empty_is_set = text[end] != ':';
  if (!found.empty_is_set) ++end;
  constexpr std::string_view operations = "-+?";
  if (operations.find(text[end]) == std::string_view::npos) return std::nullopt;
  found.operation = text[end];
  found.rest = end + 1;
  return found;
}

class Interpolator {
 public:
  Interpolator(Value text, const FindVariable& find, ValueStore& store)
      : text_(text), find_(find), store_(store), made_(store) {}

  Interpolated run() {
    const std::string_view chars = text_.text().chars;
    const auto whole = chars.starts_with('$') ? placeholder_at(chars, 0) : std::nullopt;
    if (whole && whole->end == chars.size()) {
      if (const auto value = value_of(*whole)) return {*value, {}};
    }
    append(0, chars.size(), 0);
    if (made_.size() > longest_text) {
      const Place place = text_origin(store_, text_, 0, chars.size()).place;
      return {store_.unknown(ReasonKind::limit, to_string(Limit::text_bytes), place), {}};
    }
    return {made_.finish(text_.provenance()), std::move(variables_)};
  }

 private:
  /// With the step that leads from where the variable has its value to where it is used.
  std::optional<Value> value_of(const Placeholder& placeholder) {
    if (placeholder.operation == '+') return std::nullopt;
    const auto value = find_(placeholder.name);
    const bool empty = value && value->is(ValueType::string) && value->text().chars.empty();
    if (!value || (empty && !placeholder.empty_is_set)) return std::nullopt;
    const std::size_t begin = static_cast<std::size_t>(placeholder.name.data() - text_.text().chars.data());
    const Place place = text_origin(store_, text_, begin, placeholder.name.size()).place;
    return store_.with_step(*value, How::variable, place, store_.keep(placeholder.name));
  }

  void append(std::size_t begin, std::size_t end, unsigned depth) {
    const std::string_view chars = text_.text().chars.substr(0, end);
    std::size_t done = begin;
    for (std::size_t at = chars.find('$', begin); at < end && made_.size() <= longest_text;
         at = chars.find('$', at)) {
      const bool escaped = chars.substr(at + 1).starts_with('$');
      const auto placeholder = escaped ? std::nullopt : placeholder_at(chars, at);
      if (!escaped && !placeholder) {
        ++at;
        continue;
      }
      part(done, at + (escaped ? 1 : 0));
      done = escaped ? at + 2 : placeholder->end;
      if (placeholder) append(*placeholder, at, depth);
      at = done;
    }
    part(done, end);
  }

  void append(const Placeholder& placeholder, std::size_t at, unsigned depth) {
    const Place place = text_origin(store_, text_, at, placeholder.end - at).place;
    if (const auto value = value_of(placeholder)) {
      if (made_.append(*value, place)) return;
    } else if (placeholder.operation == '-' && depth < deepest_default) {
      variables_.emplace_back(placeholder.name);
      return append(placeholder.rest, placeholder.close, depth + 1);
    }
    const Reason* reason = store_.reason(ReasonKind::no_value, store_.keep(placeholder.name), place);
    made_.hole(reason, place, text_.provenance());
  }

  void part(std::size_t begin, std::size_t end) {
    if (end > begin) made_.part(text_.text(), begin, end - begin, text_.provenance());
  }

  Value text_;
  const FindVariable& find_;
  ValueStore& store_;
  TextBuilder made_;
  std::vector<std::string> variables_;
};

}  // namespace

Interpolated interpolate(Value text, const FindVariable& find, ValueStore& store) {
  const bool plain = !text.is(ValueType::string) || text.text().chars.find('$') == std::string_view::npos;
  return plain ? Interpolated{text, {}} : Interpolator(text, find, store).run();
}

std::vector<std::string> variables_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('$'); at < text.size(); at = text.find('$', at)) {
    if (text.substr(at + 1).starts_with('$')) {
      at += 2;
      continue;
    }
    // What stands in a default is met on the way.
    if (const auto placeholder = placeholder_at(text, at)) names.emplace_back(placeholder->name);
    ++at;
  }
  return names;
}

}  // namespace smtplint::config
