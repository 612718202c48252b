#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "base/letter_case.h"
#include "frontend/config/formats.h"
#include "frontend/config/lines.h"

namespace smtplint::config {
namespace {

/// Attributes of transformations say how to merge, not what to set.
constexpr std::string_view transformation = "xdt:";

/// pugixml decodes texts where they stand, so that the pointer to a name or value tells where it begins.
class XmlReader {
 public:
  XmlReader(std::string_view text, const ReadOptions& options)
      : text_(text), buffer_(text), options_(options) {}

  Reading read() {
    const std::size_t first = text_.find_first_not_of(blanks);
    if (first != std::string_view::npos && text_[first] != '<') {
      reading_.foreign = "this is no XML: it does not begin with `<`";
      return std::move(reading_);
    }
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer_inplace(
        buffer_.data(), buffer_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
      const std::size_t at = std::min(static_cast<std::size_t>(result.offset), text_.size());
      problem(at, result.description());
    }
    Node root;
    root.kind = Node::Kind::map;
    add_children(document, root, 0);
    reading_.documents.push_back(std::move(root));
    return std::move(reading_);
  }

 private:
  void problem(std::size_t at, std::string_view message) {
    std::string sentence(message);
    if (!sentence.empty()) sentence.front() = lower_case(sentence.front());
    reading_.problems.push_back({span_of(at, std::min(at + 1, text_.size())), std::move(sentence)});
  }

  /// Where a decoded text begins; nothing for one that stands nowhere (an empty value).
  [[nodiscard]] std::optional<std::size_t> offset_of(const char* chars) const {
    const std::less<const char*> before;
    if (before(chars, buffer_.data()) || !before(chars, buffer_.data() + buffer_.size())) return std::nullopt;
    return static_cast<std::size_t>(chars - buffer_.data());
  }

  [[nodiscard]] Span name_span(const char* name) const {
    const auto begin = offset_of(name);
    return begin ? span_of(*begin, *begin + std::string_view(name).size()) : Span{};
  }

  [[nodiscard]] Node attribute_node(const pugi::xml_attribute& attribute) const {
    const auto begin = offset_of(attribute.value());
    if (!begin || *begin == 0) {
      const Span name = name_span(attribute.name());
      return text_node(name.end, name.end, "");
    }
    const std::size_t end = std::min(text_.find(text_[*begin - 1], *begin), text_.size());
    return text_node(*begin, end, attribute.value());
  }

  [[nodiscard]] Node content_node(const pugi::xml_node& content) const {
    const std::size_t begin = offset_of(content.value()).value_or(0);
    const std::string_view closing = content.type() == pugi::node_cdata ? "]]>" : "<";
    const Line written = trimmed_all(begin, std::min(text_.find(closing, begin), text_.size()));
    const std::string_view decoded = content.value();
    const std::size_t first = std::min(decoded.find_first_not_of(blanks), decoded.size());
    return text_node(written.begin, written.begin + written.text.size(),
                     std::string(decoded.substr(first, decoded.find_last_not_of(blanks) + 1 - first)));
  }

  [[nodiscard]] Line trimmed_all(std::size_t begin, std::size_t end) const {
    while (begin < end && blanks.find(text_[begin]) != std::string_view::npos) ++begin;
    while (end > begin && blanks.find(text_[end - 1]) != std::string_view::npos) --end;
    return {begin, text_.substr(begin, end - begin)};
  }

  /// `<add key="k" value="v"/>` and `<param name="k" value="v"/>` are the member `k`.
  [[nodiscard]] std::optional<Member> named_pair(const pugi::xml_node& element) const {
    const pugi::xml_attribute key =
        element.attribute("key") ? element.attribute("key") : element.attribute("name");
    if (!key) return std::nullopt;
    const Node name = attribute_node(key);
    if (element.attribute("value"))
      return Member{name.text, name.span, attribute_node(element.attribute("value"))};
    const pugi::xml_node content = element.child("value").first_child();
    const bool text = content.type() == pugi::node_pcdata || content.type() == pugi::node_cdata;
    if (!text) return std::nullopt;
    return Member{name.text, name.span, content_node(content)};
  }

  [[nodiscard]] Node element_node(const pugi::xml_node& element, std::uint32_t depth) {
    const pugi::xml_node content = element.first_child();
    const bool has_text = content.type() == pugi::node_pcdata || content.type() == pugi::node_cdata;
    if (has_text && !element.first_attribute() && !content.next_sibling()) return content_node(content);
    const bool only_value = std::string_view(element.first_attribute().name()) == "value" &&
                            !element.first_attribute().next_attribute() && !content;
    if (only_value) return attribute_node(element.first_attribute());
    Node node;
    node.kind = Node::Kind::map;
    node.span = name_span(element.name());
    for (const pugi::xml_attribute attribute : element.attributes()) {
      const std::string_view name = attribute.name();
      if (name.starts_with(transformation) || name.starts_with("xmlns")) continue;
      node.members.push_back({std::string(name), name_span(attribute.name()), attribute_node(attribute)});
    }
    add_children(element, node, depth);
    return node;
  }

  /// Of elements with the same name, all but the first carry their number.
  void add_children(const pugi::xml_node& parent, Node& node, std::uint32_t depth) {
    if (depth > options_.nesting) return problem(node.span.begin, "elements are nested too deep");
    std::multiset<std::string> seen;
    for (const pugi::xml_node child : parent.children()) {
      if (child.type() != pugi::node_element) continue;
      if (auto pair = named_pair(child)) {
        node.members.push_back(std::move(*pair));
        continue;
      }
      std::string name = child.name();
      seen.insert(name);
      if (seen.count(name) > 1) name += "[" + std::to_string(seen.count(name) - 1) + "]";
      node.members.push_back({std::move(name), name_span(child.name()), element_node(child, depth + 1)});
    }
  }

  static constexpr std::string_view blanks = " \t\r\n";

  std::string_view text_;
  std::string buffer_;
  const ReadOptions& options_;
  Reading reading_;
};

}  // namespace

Reading read_xml(std::string_view text, const ReadOptions& options) {
  return XmlReader(text, options).read();
}

}  // namespace smtplint::config
