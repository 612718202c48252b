// HCL in its three forms: whatever comes in, a tree comes out whose spans lie in the text and in their
// parents.
#include "fuzz/fuzz.h"
#include "syntax/hcl/tree.h"

namespace smtplint::fuzz {
namespace {

void check(const hcl::Body& body, std::string_view text);

void check(const hcl::Expr* expr, std::string_view text) {
  if (expr == nullptr) return;
  require_inside(expr->span, text);
  for (const hcl::Expr* child : expr->children) check(child, text);
  for (const hcl::ObjectItem& item : expr->items) {
    check(item.key, text);
    check(item.value, text);
  }
  for (const hcl::TemplatePart& part : expr->parts) {
    require_inside(part.span, text);
    check(part.expr, text);
  }
}

void check(const hcl::Body& body, std::string_view text) {
  for (const hcl::Attribute& attribute : body.attributes) {
    require(text.substr(attribute.name_span.begin, attribute.name_span.length()) == attribute.name);
    require(attribute.span.contains(attribute.name_span));
    check(attribute.value, text);
  }
  for (const hcl::Block& block : body.blocks) {
    require(block.span.contains(block.header));
    check(block.body, text);
  }
}

void check(const hcl::Tree& tree, std::string_view text) {
  check(tree.body(), text);
  check(tree.expression(), text);
  for (const hcl::SyntaxError& error : tree.errors()) require_inside(error.span, text);
  for (const hcl::Comment& comment : tree.comments()) require_inside(comment.span, text);
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  const std::string_view text = fuzz::text_of(data, size);
  fuzz::check(*hcl::parse_file(text), text);
  fuzz::check(*hcl::parse_expression(text), text);
  fuzz::check(*hcl::parse_template(text), text);
  return 0;
}
