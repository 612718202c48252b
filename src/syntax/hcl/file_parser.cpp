#include "syntax/hcl/file_parser.h"

#include <algorithm>
#include <string>

namespace smtplint::hcl {

std::shared_ptr<const Tree> FileParser::parse() {
  const Span whole{0, static_cast<std::uint32_t>(text_.size())};
  {
    OpenBody body(pools_);
    if (!read_clean(whole, {}, body, 0)) read_range(whole, body, 0);
    builder_.set_body(finish_body(builder_, body, whole));
  }
  return builder_.finish();
}

syntax::ConcreteTree FileParser::parse_span(std::string_view marks, Span span, std::string_view closers) {
  syntax::ParseRequest request;
  request.before = marks;
  request.text = builder_.slice(span);
  request.after = closers;
  request.offset = span.begin;
  request.callbacks = syntax::callback_budget(span.length(), limits_.progress_per_kilobyte);
  return parser_.parse(request);
}

bool FileParser::read_clean(Span span, std::string_view closers, OpenBody& body, std::uint32_t depth) {
  const syntax::ConcreteTree tree = parse_span(give_up_mark, span, closers);
  if (!tree || tree.has_error()) return false;
  Reader(builder_, pools_, tree, depth).read_statements(body);
  return true;
}

void FileParser::read_range(Span range, OpenBody& body, std::uint32_t depth) {
  for (const Statement& statement : cut_statements(text_, range)) {
    read_statement(statement, range, body, depth);
  }
}

bool FileParser::is_too_deep(const Statement& statement, std::uint32_t depth) {
  if (depth + statement.deepest <= limits_.deepest) return false;
  builder_.error(first_line(statement.span), too_deep_message(limits_));
  return true;
}

void FileParser::refuse_unclosed(const Statement& statement) {
  if (!statement.unclosed) return;
  const std::string bracket(builder_.slice(*statement.unclosed));
  builder_.error(*statement.unclosed, "`" + bracket + "` is not closed");
}

void FileParser::read_statement(const Statement& statement, Span around, OpenBody& body,
                                std::uint32_t depth) {
  if (is_too_deep(statement, depth)) return;
  const std::size_t errors = builder_.error_count();
  refuse_unclosed(statement);
  // What failed as a whole is not parsed again when nearly all of it is this one.
  const bool most = (statement.block || statement.value) && statement.span.length() > around.length() / 2;
  if (!most && read_clean(statement.span, statement.closers, body, depth)) return;
  const bool read = (statement.block && read_block(statement, body, depth)) ||
                    (statement.value && read_attribute(statement, body, depth));
  if (!read) read_broken(statement, body, depth);
  if (builder_.error_count() == errors && !(most && is_clean(statement))) refuse_layout(statement);
}

bool FileParser::is_clean(const Statement& statement) {
  const syntax::ConcreteTree tree = parse_span(give_up_mark, statement.span, statement.closers);
  return tree && !tree.has_error();
}

/// Each part of the statement parses, but not where it stands.
void FileParser::refuse_layout(const Statement& statement) {
  const Span whole = first_line(statement.span);
  if (!statement.block) return builder_.error(whole, "this does not parse");
  const auto [open, close] = *statement.block;
  const std::string_view content = builder_.slice({open + 1, close});
  const std::size_t last_line = content.find_last_of('\n') + 1;
  if (content.find_first_not_of(" \t", last_line) != std::string_view::npos) {
    builder_.error({close, close + 1},
                   "`}` must stand on a line of its own where the block has several lines");
  } else {
    builder_.error({open, open + 1}, "a newline must follow `{` where the block has several lines");
  }
}

/// Does nothing but a comment follow the closing bracket?
bool FileParser::ends_statement(const Statement& statement, std::uint32_t close) {
  const std::uint32_t end = statement.span.end;
  const std::string_view text = builder_.slice({std::min(close + 1, end), end});
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos) return true;
  if (text[at] != '#' && text.substr(at, 2) != "//") return false;
  const std::size_t length = std::min(text.find_first_of("\r\n", at), text.size()) - at;
  const auto begin = static_cast<std::uint32_t>(end - text.size() + at);
  builder_.comment({begin, begin + static_cast<std::uint32_t>(length)});
  return true;
}

bool FileParser::has_lines(Brackets brackets) const {
  return builder_.slice({brackets.open + 1, brackets.close}).find('\n') != std::string_view::npos;
}

/// Reads a block whose body holds an error: the header alone, then each statement of the body.
bool FileParser::read_block(const Statement& statement, OpenBody& body, std::uint32_t depth) {
  const auto [open, close] = *statement.block;
  if (!has_lines(*statement.block) || !ends_statement(statement, close)) return false;
  Block block;
  {
    OpenBody header(pools_);
    if (!read_clean({statement.span.begin, open + 1}, "\n}", header, depth)) return false;
    if (header.blocks.nodes().size() != 1) return false;
    block = header.blocks.nodes()[0];
  }
  const Span content{open + 1, close};
  {
    OpenBody inner(pools_);
    read_range(content, inner, depth + 1);
    block.body = finish_body(builder_, inner, content);
  }
  block.span.end = std::min(close + 1, statement.span.end);
  body.blocks.add(block);
  return true;
}

void FileParser::read_broken(const Statement& statement, OpenBody& body, std::uint32_t depth) {
  const std::size_t errors = builder_.error_count();
  if (statement.span.length() <= longest_recovery) {
    const syntax::ConcreteTree tree = parse_span({}, statement.span, statement.closers);
    if (tree) Reader(builder_, pools_, tree, depth).read_statements(body);
  }
  builder_.keep_first_error(errors);
  if (builder_.error_count() == errors) builder_.error(first_line(statement.span), "this does not parse");
}

Span FileParser::first_line(Span span) const {
  const std::string_view text = builder_.slice(span);
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  return {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
}

}  // namespace smtplint::hcl
