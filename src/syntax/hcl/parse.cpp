#include <algorithm>

#include "syntax/concrete.h"
#include "syntax/hcl/reader.h"
#include "syntax/hcl/statements.h"
#include "syntax/hcl/tree.h"

extern "C" const TSLanguage* tree_sitter_hcl(void);

namespace smtplint::hcl {
namespace {

/// Marks of the grammar ahead of a text.
constexpr std::string_view give_up = "\x03";
constexpr std::string_view expression_mark = "\x01";
constexpr std::string_view template_mark = "\x02";

/// The parser's own recovery takes the square of what it covers, so it is used on short texts alone.
constexpr std::size_t longest_recovery = 4096;
/// Parses a file; statement by statement if it does not parse as a whole.
class FileParser {
 public:
  FileParser(std::string_view text, const ParseLimits& limits)
      : text_(text), limits_(limits), builder_(text, limits) {}

  std::shared_ptr<const Tree> parse();

 private:
  void read_range(Span range, OpenBody& body, std::uint32_t depth);
  void read_statement(const Statement& statement, Span around, OpenBody& body, std::uint32_t depth);
  [[nodiscard]] bool read_clean(Span span, std::string_view closers, OpenBody& body, std::uint32_t depth);
  [[nodiscard]] bool read_block(const Statement& statement, OpenBody& body, std::uint32_t depth);
  void refuse_layout(const Statement& statement);
  void read_broken(const Statement& statement, OpenBody& body, std::uint32_t depth);
  syntax::ConcreteTree parse_span(std::string_view mark, Span span, std::string_view closers);
  [[nodiscard]] Span first_line(Span span) const;

  std::string_view text_;
  ParseLimits limits_;
  TreeBuilder builder_;
  BodyPools pools_;
  syntax::ConcreteParser parser_{tree_sitter_hcl()};
};

std::shared_ptr<const Tree> FileParser::parse() {
  const Span whole{0, static_cast<std::uint32_t>(text_.size())};
  {
    OpenBody body(pools_);
    if (!read_clean(whole, {}, body, 0)) read_range(whole, body, 0);
    builder_.set_body(finish_body(builder_, body, whole));
  }
  return builder_.finish();
}

syntax::ConcreteTree FileParser::parse_span(std::string_view mark, Span span, std::string_view closers) {
  syntax::ParseRequest request;
  request.before = mark;
  request.text = builder_.slice(span);
  request.after = closers;
  request.offset = span.begin;
  request.callbacks = syntax::callback_budget(span.length(), limits_.progress_per_kilobyte);
  return parser_.parse(request);
}

bool FileParser::read_clean(Span span, std::string_view closers, OpenBody& body, std::uint32_t depth) {
  const syntax::ConcreteTree tree = parse_span(give_up, span, closers);
  if (!tree || tree.has_error()) return false;
  Reader(builder_, pools_, tree, depth).read_statements(body);
  return true;
}

void FileParser::read_range(Span range, OpenBody& body, std::uint32_t depth) {
  for (const Statement& statement : cut_statements(text_, range)) {
    read_statement(statement, range, body, depth);
  }
}

void FileParser::read_statement(const Statement& statement, Span around, OpenBody& body,
                                std::uint32_t depth) {
  if (depth + statement.deepest > limits_.deepest) {
    builder_.error(first_line(statement.span), too_deep_message(limits_));
    return;
  }
  const std::size_t errors = builder_.error_count();
  if (statement.unclosed) {
    const std::string bracket(builder_.slice(*statement.unclosed));
    builder_.error(*statement.unclosed, "`" + bracket + "` is not closed");
  }
  // What failed as a whole is not parsed again when nearly all of it is one block.
  const bool most = statement.block && statement.span.length() > around.length() / 2;
  if (!most && read_clean(statement.span, statement.closers, body, depth)) return;
  if (!statement.block || !read_block(statement, body, depth)) read_broken(statement, body, depth);
  if (builder_.error_count() == errors) refuse_layout(statement);
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

/// Reads a block whose body holds an error: the header alone, then each statement of the body.
bool FileParser::read_block(const Statement& statement, OpenBody& body, std::uint32_t depth) {
  const auto [open, close] = *statement.block;
  Block block;
  {
    OpenBody header(pools_);
    if (!read_clean({statement.span.begin, open + 1}, "\n}", header, depth)) return false;
    if (header.blocks.nodes().size() != 1) return false;
    block = header.blocks.nodes()[0];
  }
  const Span behind{std::min(close + 1, statement.span.end), statement.span.end};
  if (builder_.slice(behind).find_first_not_of(" \t\r\n") != std::string_view::npos) return false;
  const Span content{open + 1, close};
  if (builder_.slice(content).find('\n') == std::string_view::npos) return false;
  {
    OpenBody inner(pools_);
    read_range(content, inner, depth + 1);
    block.body = finish_body(builder_, inner, content);
  }
  block.span.end = behind.begin;
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

std::shared_ptr<const Tree> finish_without_parse(TreeBuilder& builder, ExprKind kind) {
  Expr expression;
  expression.kind = kind;
  expression.span = {0, static_cast<std::uint32_t>(builder.text().size())};
  builder.set_expression(builder.keep(expression));
  return builder.finish();
}

syntax::ConcreteTree parse_marked(std::string_view marks, std::string_view text, const ParseLimits& limits) {
  syntax::ParseRequest request;
  request.before = marks;
  request.text = text;
  request.callbacks = syntax::callback_budget(text.size(), limits.progress_per_kilobyte);
  return syntax::ConcreteParser(tree_sitter_hcl()).parse(request);
}

std::shared_ptr<const Tree> parse_lone(std::string_view mark, std::string_view text,
                                       const ParseLimits& limits) {
  TreeBuilder builder(text, limits);
  BodyPools pools;
  syntax::ConcreteTree tree = parse_marked(std::string(give_up).append(mark), text, limits);
  const bool clean = tree && !tree.has_error();
  if (!clean)
    tree = text.size() <= longest_recovery ? parse_marked(mark, text, limits) : syntax::ConcreteTree();
  if (tree) builder.set_expression(Reader(builder, pools, tree, 0).read_lone_expression());
  if (!clean && builder.error_count() == 0) {
    builder.error({0, static_cast<std::uint32_t>(text.size())}, "this does not parse");
  }
  return tree ? builder.finish() : finish_without_parse(builder, ExprKind::error);
}

std::shared_ptr<const Tree> refuse_size(std::string_view text, const ParseLimits& limits) {
  TreeBuilder builder(text.substr(0, 0), limits);
  builder.error({}, "the text is too large to be parsed");
  return finish_without_parse(builder, ExprKind::error);
}

}  // namespace

std::shared_ptr<const Tree> parse_file(std::string_view text, const ParseLimits& limits) {
  if (text.size() > syntax::largest_text) return refuse_size(text, limits);
  return FileParser(text, limits).parse();
}

std::shared_ptr<const Tree> parse_expression(std::string_view text, const ParseLimits& limits) {
  if (text.size() > syntax::largest_text) return refuse_size(text, limits);
  return parse_lone(expression_mark, text, limits);
}

std::shared_ptr<const Tree> parse_template(std::string_view text, const ParseLimits& limits) {
  if (text.size() > syntax::largest_text) return refuse_size(text, limits);
  if (!text.empty()) return parse_lone(template_mark, text, limits);
  TreeBuilder builder(text, limits);
  return finish_without_parse(builder, ExprKind::string);
}

}  // namespace smtplint::hcl
