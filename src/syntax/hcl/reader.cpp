#include "syntax/hcl/reader.h"

#include <hcl_symbols.h>

#include <optional>
#include <string>

namespace smtplint::hcl {
namespace {

constexpr std::size_t longest_quotation = 24;

/// The first line of a text, short enough for a message.
std::string_view beginning(std::string_view text) {
  text = text.substr(0, std::min(text.find_first_of("\r\n"), longest_quotation));
  const std::size_t last = text.find_last_not_of(" \t\r");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Old editors end lines so; HCL does not take it for an end. `span` and the blanks before it are looked at.
std::optional<std::uint32_t> lone_return_in(std::string_view text, Span span) {
  std::uint32_t at = span.begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\r')) --at;
  for (; at < span.end; ++at) {
    if (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')) return at;
  }
  return std::nullopt;
}

Span without_return(std::string_view text, Span comment) {
  if (comment.length() > 0 && text[comment.end - 1] == '\r') --comment.end;
  return comment;
}

}  // namespace

Reader::Reader(TreeBuilder& builder, BodyPools& pools, const syntax::ConcreteTree& tree, std::uint32_t depth)
    : builder_(builder), pools_(pools), cursor_(tree), may_have_errors_(tree.has_error()), depth_(depth) {}

bool Children::step() {
  if (entered_) return reader_.cursor_.next();
  entered_ = reader_.cursor_.first_child();
  return entered_;
}

bool Children::next() {
  while (step()) {
    const syntax::Cursor& cursor = reader_.cursor_;
    if (cursor.symbol() == symbol::sym_comment) {
      reader_.note_comment();
      continue;
    }
    if (!reader_.may_have_errors_) return true;
    if (cursor.is_error()) {
      reader_.report_unexpected();
      continue;
    }
    if (cursor.is_missing()) reader_.report_missing();
    return true;
  }
  return false;
}

void Reader::note_comment() {
  const Span span = without_return(builder_.text(), cursor_.span());
  const std::string_view comment = slice(span);
  builder_.comment(span);
  if (comment.starts_with("/*") && (comment.size() < 4 || !comment.ends_with("*/"))) {
    builder_.error({span.begin, span.begin + 2}, "comment is not closed");
  }
}

/// An error node holds what was read before the error too; the part that was skipped is an error node in it.
void Reader::report_unexpected() {
  Span span = cursor_.span();
  if (cursor_.first_child()) {
    bool found = false;
    do {
      if (cursor_.symbol() == symbol::sym_comment) note_comment();
      if (!found && cursor_.is_error()) span = cursor_.span();
      found = found || cursor_.is_error();
    } while (cursor_.next());
    cursor_.parent();
  }
  if (const auto at = lone_return_in(builder_.text(), span)) {
    return builder_.error({*at, *at + 1}, "a carriage return without a line feed ends no line");
  }
  const std::string_view text = beginning(slice(span));
  const Span first_line{span.begin, span.begin + static_cast<std::uint32_t>(text.size())};
  builder_.error(first_line, "`" + std::string(text) + "` is not expected here");
}

void Reader::report_missing() {
  const std::string what = cursor_.is_named() ? cursor_.type() : "`" + std::string(cursor_.type()) + "`";
  builder_.error(cursor_.span(), what + " is missing");
}

void Reader::refuse_line_break(std::uint32_t from, std::uint32_t to) {
  if (newlines_ == Newlines::blank || to <= from) return;
  if (!has_line_break(slice({from, to}))) return;
  builder_.error({from, from + 1}, "a newline is not allowed here");
}

const Expr* Reader::make(ExprKind kind, Span span, std::span<const Expr* const> children) {
  Expr expression;
  expression.kind = kind;
  expression.span = span;
  expression.children = builder_.keep(children);
  return make(expression);
}

const Expr* Reader::error_expression(Span span) {
  Expr expression;
  expression.span = span;
  return make(expression);
}

bool has_line_break(std::string_view between) {
  for (std::size_t at = 0; at < between.size(); ++at) {
    if (between[at] == '\n') return true;
    if (between[at] == '#' || between.substr(at, 2) == "//") return between.find('\n', at) != between.npos;
    if (between.substr(at, 2) == "/*") {
      at = between.find("*/", at + 2);
      if (at == std::string_view::npos) return false;
      ++at;
    }
  }
  return false;
}

std::string too_deep_message(const ParseLimits& limits) {
  return "nested deeper than " + std::to_string(limits.deepest) + " levels";
}

}  // namespace smtplint::hcl
