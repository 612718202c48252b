// Objects and tuples that do not parse as a whole, item by item.
#include <string>

#include "syntax/hcl/file_parser.h"

namespace smtplint::hcl {

/// `name = {` or `name = [`, with an error in what follows: the head alone, then each item.
bool FileParser::read_attribute(const Statement& statement, OpenBody& body, std::uint32_t depth) {
  const Brackets brackets = *statement.value;
  if (!has_lines(brackets) || !ends_statement(statement, brackets.close)) return false;
  Attribute attribute;
  {
    OpenBody head(pools_);
    const std::string_view closer = text_[brackets.open] == '{' ? "}" : "]";
    if (!read_clean({statement.span.begin, brackets.open + 1}, closer, head, depth)) return false;
    if (head.attributes.nodes().size() != 1) return false;
    attribute = head.attributes.nodes()[0];
  }
  attribute.value = read_value(brackets, depth + 1);
  attribute.span.end = attribute.value->span.end;
  body.attributes.add(attribute);
  return true;
}

const Expr* FileParser::read_value(Brackets brackets, std::uint32_t depth) {
  Contents contents;
  const Span content{brackets.open + 1, brackets.close};
  const bool object = text_[brackets.open] == '{';
  for (const Statement& item : object ? cut_object_items(text_, content) : cut_elements(text_, content)) {
    read_item(item, brackets, contents, depth);
  }
  Expr value;
  value.kind = object ? ExprKind::object : ExprKind::tuple;
  value.span = {brackets.open, std::min(brackets.close + 1, static_cast<std::uint32_t>(text_.size()))};
  value.items = builder_.keep(std::span<const ObjectItem>(contents.items));
  value.children = builder_.keep(std::span<const Expr* const>(contents.elements));
  return builder_.keep(value);
}

void FileParser::read_item(const Statement& item, Brackets around, Contents& contents, std::uint32_t depth) {
  if (is_too_deep(item, depth)) return;
  const bool most = item.value && item.span.length() > (around.close - around.open) / 2;
  if (!most && read_item_clean(item.span, item.closers, around, contents, depth)) return;
  const std::size_t errors = builder_.error_count();
  if (!item.value || !read_item_value(item, around, contents, depth)) {
    read_broken_item(item, around, contents, depth);
  }
  if (builder_.error_count() == errors) builder_.error(first_line(item.span), "this does not parse");
}

/// Parses items as the whole contents of their object or tuple.
const Expr* FileParser::read_wrapped(std::string_view marks, Span span, std::string_view closers,
                                     Brackets around, std::uint32_t depth) {
  const bool object = text_[around.open] == '{';
  const std::string before = std::string(marks).append(expression_mark) + text_[around.open];
  const std::string after = std::string(closers) + (object ? "\n}" : "\n]");
  const syntax::ConcreteTree tree = parse_span(before, span, after);
  if (!tree || (tree.has_error() && marks == give_up_mark)) return nullptr;
  return Reader(builder_, pools_, tree, depth).read_lone_expression();
}

bool FileParser::read_item_clean(Span span, std::string_view closers, Brackets around, Contents& contents,
                                 std::uint32_t depth) {
  const Expr* const whole = read_wrapped(give_up_mark, span, closers, around, depth);
  if (whole == nullptr) return false;
  contents.items.insert(contents.items.end(), whole->items.begin(), whole->items.end());
  contents.elements.insert(contents.elements.end(), whole->children.begin(), whole->children.end());
  return true;
}

/// An item whose value is an object or tuple with an error in it: the head alone, then each item of the
/// value.
bool FileParser::read_item_value(const Statement& item, Brackets around, Contents& contents,
                                 std::uint32_t depth) {
  const Brackets brackets = *item.value;
  if (!has_lines(brackets) || !ends_statement(item, brackets.close)) return false;
  if (text_[around.open] == '[') {
    contents.elements.push_back(read_value(brackets, depth + 1));
    return true;
  }
  Contents head;
  const std::string_view closer = text_[brackets.open] == '{' ? "}" : "]";
  if (!read_item_clean({item.span.begin, brackets.open + 1}, closer, around, head, depth)) return false;
  if (head.items.size() != 1) return false;
  contents.items.push_back(head.items[0]);
  contents.items.back().value = read_value(brackets, depth + 1);
  return true;
}

void FileParser::read_broken_item(const Statement& item, Brackets around, Contents& contents,
                                  std::uint32_t depth) {
  const std::size_t errors = builder_.error_count();
  if (item.span.length() <= longest_recovery) {
    if (const Expr* const whole = read_wrapped({}, item.span, item.closers, around, depth)) {
      contents.items.insert(contents.items.end(), whole->items.begin(), whole->items.end());
      contents.elements.insert(contents.elements.end(), whole->children.begin(), whole->children.end());
    }
  }
  builder_.keep_first_error(errors);
}

}  // namespace smtplint::hcl
