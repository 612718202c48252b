#include <string>

#include "syntax/hcl/entry.h"
#include "syntax/hcl/file_parser.h"
#include "syntax/hcl/reader.h"
#include "syntax/hcl/tree.h"

namespace smtplint::hcl {
namespace {

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
  syntax::ConcreteTree tree = parse_marked(std::string(give_up_mark).append(mark), text, limits);
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
