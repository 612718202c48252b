#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

#include "base/line_index.h"
#include "frontend/config/formats.h"

namespace smtplint::config {
namespace {

/// The parser bounds the depth of what is nested.
class TomlReader {
 public:
  explicit TomlReader(std::string_view text) : text_(text), lines_(text) {}

  [[nodiscard]] Node table(const toml::table& from) const {
    Node node;
    node.kind = Node::Kind::map;
    node.span = span_of(from.source());
    for (const auto& [key, value] : from)
      node.members.push_back({std::string(key.str()), span_of(key.source()), node_of(value)});
    std::ranges::stable_sort(node.members, {}, [](const Member& member) { return member.name_span.begin; });
    return node;
  }

  [[nodiscard]] Span span_of(const toml::source_region& region) const {
    const std::uint32_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  [[nodiscard]] std::uint32_t offset(const toml::source_position& position) const {
    return lines_.offset({position.line, position.column}, ColumnUnit::unicode_scalar);
  }

  [[nodiscard]] Node node_of(const toml::node& from) const {
    if (const toml::table* map = from.as_table()) return table(*map);
    if (const toml::array* list = from.as_array()) {
      Node node;
      node.kind = Node::Kind::list;
      node.span = span_of(from.source());
      for (const toml::node& item : *list) node.items.push_back(node_of(item));
      return node;
    }
    if (const toml::value<std::string>* string = from.as_string()) return quoted(*string);
    const Span span = span_of(from.source());
    return text_node(span.begin, span.end, std::string(text_.substr(span.begin, span.length())));
  }

  [[nodiscard]] Node quoted(const toml::value<std::string>& string) const {
    const Span span = span_of(string.source());
    const std::string_view written = text_.substr(span.begin, span.length());
    const bool several_lines = written.starts_with("\"\"\"") || written.starts_with("'''");
    const std::uint32_t quotes = several_lines ? 3 : 1;
    if (span.length() < 2 * quotes) return text_node(span.begin, span.end, string.get());
    return text_node(span.begin + quotes, span.end - quotes, string.get());
  }

  std::string_view text_;
  LineIndex lines_;
};

/// Without the name of the library's own setting for its limit.
std::string sentence(std::string_view description) {
  std::string text(description.substr(0, description.find(" (TOML_")));
  while (text.ends_with('.')) text.pop_back();
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace

Reading read_toml(std::string_view text, const ReadOptions& /*options*/) {
  const toml::parse_result result = toml::parse(text);
  const TomlReader reader(text);
  Reading reading;
  if (result) {
    reading.documents.push_back(reader.table(result.table()));
  } else {
    const Span at = reader.span_of(result.error().source());
    reading.problems.push_back({{at.begin, std::min(at.begin + 1, static_cast<std::uint32_t>(text.size()))},
                                sentence(result.error().description())});
  }
  return reading;
}

}  // namespace smtplint::config
