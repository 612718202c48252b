#include "syntax/json/tree_builder.h"

#include <json_symbols.h>

#include <algorithm>

#include "syntax/json/escape.h"

namespace smtplint::json {
namespace {

using syntax::Gathered;

constexpr std::size_t longest_quotation = 24;

std::string quoted(std::string_view text) {
  return "`" + std::string(text.substr(0, std::min(text.find_first_of("\r\n"), longest_quotation))) + "`";
}

bool is_literal(std::uint16_t symbol) {
  return symbol == symbol::anon_sym_null || symbol == symbol::anon_sym_true ||
         symbol == symbol::anon_sym_false;
}

}  // namespace

Node* TreeBuilder::make(NodeKind kind, Span span) {
  Node node;
  node.kind = kind;
  node.span = span;
  return syntax::keep(tree_->arena_, std::span<const Node>(&node, 1)).data();
}

void TreeBuilder::error(Span span, std::string message) {
  tree_->errors_.push_back({span, std::move(message)});
}

void TreeBuilder::refuse_depth(Span span) {
  error(span, "nested deeper than " + std::to_string(limits_.deepest) + " levels");
}

std::shared_ptr<const Tree> TreeBuilder::finish() {
  std::stable_sort(tree_->errors_.begin(), tree_->errors_.end(),
                   [](const SyntaxError& a, const SyntaxError& b) { return a.span.begin < b.span.begin; });
  return std::move(tree_);
}

void TreeBuilder::refuse(Span span, std::string_view what) {
  const std::string_view text = slice(span);
  const std::size_t line = std::min(text.find_first_of("\r\n"), text.size());
  error({span.begin, span.begin + static_cast<std::uint32_t>(line)}, quoted(text) + " " + std::string(what));
}

/// Is the node under the cursor a comment or rubbish? Says what has to be said of it.
bool TreeBuilder::note(Cursor& cursor) {
  const Span span = cursor.span();
  if (cursor.is_error()) {
    refuse(span, "is not expected here");
    return true;
  }
  if (cursor.symbol() != symbol::sym_comment) return false;
  const std::string_view comment = slice(span);
  const bool closed = comment.size() >= 4 && comment.ends_with("*/");
  tree_->comments_.push_back(span);
  if (comment.starts_with("/*") && !closed) error({span.begin, span.begin + 2}, "comment is not closed");
  return true;
}

void TreeBuilder::read(const syntax::ConcreteTree& tree) {
  Cursor cursor(tree);
  if (cursor.first_child()) {
    do {
      if (note(cursor)) continue;
      if (tree_->root_ == nullptr && cursor.is_named() && cursor.symbol() != symbol::sym_member) {
        tree_->root_ = read_value(cursor);
      } else if (tree_->root_ == nullptr && is_literal(cursor.symbol())) {
        tree_->root_ = read_value(cursor);
      } else {
        refuse(cursor.span(), "is not expected here");
      }
    } while (cursor.next());
  }
  if (tree.has_error() && tree_->errors_.empty()) error(whole(), "this is not JSON");
  if (tree_->root_ == nullptr && !tree_->errors_.empty()) set_error_root();
}

const Node* TreeBuilder::read_value(Cursor& cursor) {
  const Span span = cursor.span();
  switch (cursor.symbol()) {
    case symbol::sym_object:
    case symbol::sym_array:
      return read_nested(cursor);
    case symbol::sym_string:
    case symbol::sym_open_string:
      return read_string(cursor);
    case symbol::anon_sym_null:
      return make(NodeKind::null, span);
    case symbol::anon_sym_false:
      return make(NodeKind::boolean, span);
    case symbol::anon_sym_true: {
      Node* const node = make(NodeKind::boolean, span);
      node->boolean = true;
      return node;
    }
    case symbol::sym_number: {
      Node* const node = make(NodeKind::number, span);
      node->text = slice(span);
      return node;
    }
    case symbol::sym_word:
      return read_word(cursor);
    default:
      return make(NodeKind::error, span);
  }
}

const Node* TreeBuilder::read_nested(Cursor& cursor) {
  if (depth_ >= limits_.deepest) {
    refuse_depth(cursor.span());
    return make(NodeKind::error, cursor.span());
  }
  ++depth_;
  const Node* const node = cursor.symbol() == symbol::sym_object ? read_object(cursor) : read_array(cursor);
  --depth_;
  return node;
}

const Node* TreeBuilder::read_word(Cursor& cursor) {
  refuse(cursor.span(), "is not a JSON value");
  return make(NodeKind::error, cursor.span());
}

/// Follows the signs between elements; true on an element.
bool TreeBuilder::is_element(Cursor& cursor, Separators& separators) {
  const Span span = cursor.span();
  switch (cursor.symbol()) {
    case symbol::anon_sym_LBRACE:
    case symbol::anon_sym_LBRACK:
    case symbol::anon_sym_RBRACE:
    case symbol::anon_sym_RBRACK:
      return false;
    case symbol::anon_sym_COLON:
      refuse(span, "is not expected here");
      return false;
    case symbol::anon_sym_COMMA:
      if (separators.comma() != Separators::Fault::none) refuse(span, "is not expected here");
      return false;
    default:
      if (separators.element() != Separators::Fault::none)
        error({span.begin, span.begin}, "`,` is missing here");
      return true;
  }
}

void TreeBuilder::refuse_closer(Cursor& cursor, std::uint16_t closer) {
  const bool closes =
      cursor.symbol() == symbol::anon_sym_RBRACE || cursor.symbol() == symbol::anon_sym_RBRACK;
  if (closes && cursor.symbol() != closer && cursor.span().length() > 0) {
    refuse(cursor.span(), "does not match the bracket that it closes");
  }
}

const Node* TreeBuilder::read_array(Cursor& cursor) {
  Node* const node = make(NodeKind::array, cursor.span());
  Gathered<const Node*> items(items_);
  Separators separators;
  cursor.first_child();
  do {
    if (note(cursor)) continue;
    refuse_closer(cursor, symbol::anon_sym_RBRACK);
    if (!is_element(cursor, separators)) continue;
    if (cursor.symbol() == symbol::sym_member) {
      refuse(cursor.span(), "is a property outside of an object");
    } else {
      items.add(read_value(cursor));
    }
  } while (cursor.next());
  cursor.parent();
  node->items = syntax::keep(tree_->arena_, items.nodes());
  return node;
}

const Node* TreeBuilder::read_object(Cursor& cursor) {
  Node* const node = make(NodeKind::object, cursor.span());
  Gathered<Member> members(members_);
  Separators separators;
  cursor.first_child();
  do {
    if (note(cursor)) continue;
    refuse_closer(cursor, symbol::anon_sym_RBRACE);
    if (!is_element(cursor, separators)) continue;
    if (cursor.symbol() == symbol::sym_member) {
      members.add(read_member(cursor));
    } else {
      refuse(cursor.span(), "is not a property");
    }
  } while (cursor.next());
  cursor.parent();
  node->members = syntax::keep(tree_->arena_, members.nodes());
  return node;
}

Member TreeBuilder::read_member(Cursor& cursor) {
  Member member;
  const Span span = cursor.span();
  bool named = false;
  cursor.first_child();
  do {
    if (note(cursor) || cursor.symbol() == symbol::anon_sym_COLON) continue;
    if (!named) {
      named = true;
      read_name(cursor, member);
    } else if (member.value == nullptr) {
      member.value = read_value(cursor);
    }
  } while (cursor.next());
  cursor.parent();
  if (member.value == nullptr) {
    error({span.end, span.end}, "the value of `" + std::string(member.name) + "` is missing");
    member.value = make(NodeKind::error, {span.end, span.end});
  }
  return member;
}

void TreeBuilder::read_name(Cursor& cursor, Member& member) {
  if (cursor.symbol() == symbol::sym_word) {
    member.name_span = cursor.span();
    member.name = slice(member.name_span);
    refuse(member.name_span, "is a property name without quotes");
    return;
  }
  member.name_span = content_of(cursor);
  Gathered<StringPart> parts(parts_);
  std::string decoded;
  decode(member.name_span, parts, decoded);
  member.name = parts.nodes().size() <= 1 && decoded.empty() ? slice(member.name_span)
                                                             : syntax::keep(tree_->arena_, decoded);
}

/// The span between the quotes of a string.
Span TreeBuilder::content_of(Cursor& cursor) {
  const Span span = cursor.span();
  if (cursor.symbol() == symbol::sym_string) return {span.begin + 1, span.end - 1};
  error(span, "string is not closed");
  return {std::min(span.begin + 1, span.end), span.end};
}

const Node* TreeBuilder::read_string(Cursor& cursor) {
  Node* const node = make(NodeKind::string, cursor.span());
  const Span content = content_of(cursor);
  Gathered<StringPart> parts(parts_);
  std::string decoded;
  decode(content, parts, decoded);
  node->parts = syntax::keep(tree_->arena_, parts.nodes());
  node->text = decoded.empty() ? slice(content) : syntax::keep(tree_->arena_, decoded);
  return node;
}

/// Appends the parts of a string. `decoded` stays empty where the text is its own decoding.
void TreeBuilder::decode(Span content, Gathered<StringPart>& parts, std::string& decoded) {
  const std::string_view text = slice(content);
  const auto place = [&](std::size_t at) { return content.begin + static_cast<std::uint32_t>(at); };
  std::size_t begin = 0;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', begin)) {
    if (at > begin) parts.add({{place(begin), place(at)}, {}});
    decoded += text.substr(begin, at - begin);
    const Escape escape = escape_at(text.substr(at));
    const Span span{place(at), place(at + escape.length)};
    if (escape.valid) {
      parts.add({span, syntax::keep(tree_->arena_, escape.decoded)});
      decoded += escape.decoded;
    } else {
      refuse(span, "is not a valid escape sequence");
      parts.add({span, {}});
      decoded += slice(span);
    }
    begin = at + escape.length;
  }
  if (begin < text.size()) parts.add({{place(begin), place(text.size())}, {}});
  if (begin > 0) decoded += text.substr(begin);
}

}  // namespace smtplint::json
