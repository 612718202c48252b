// Bicep: whatever comes in, a tree comes out whose spans lie in the text.
#include "fuzz/fuzz.h"
#include "syntax/bicep/tree.h"

namespace smtplint::fuzz {
namespace {

void check(const bicep::Statement& statement, std::string_view text);

void check(const bicep::Expr* expr, std::string_view text) {
  if (expr == nullptr) return;
  require_inside(expr->span, text);
  for (const bicep::Expr* child : expr->children) check(child, text);
  for (const bicep::ObjectItem& item : expr->items) {
    check(item.key, text);
    check(item.value, text);
  }
  for (const bicep::StringPart& part : expr->parts) {
    require_inside(part.span, text);
    check(part.expr, text);
  }
  for (const bicep::Statement& nested : expr->resources) check(nested, text);
}

void check(const bicep::Statement& statement, std::string_view text) {
  require_inside(statement.span, text);
  require(text.substr(statement.name_span.begin, statement.name_span.length()) == statement.name);
  for (const bicep::Expr* decorator : statement.decorators) check(decorator, text);
  check(statement.text, text);
  check(statement.value, text);
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  const std::string_view text = fuzz::text_of(data, size);
  const auto tree = bicep::parse(text);
  for (const bicep::Statement& statement : tree->statements()) fuzz::check(statement, text);
  for (const bicep::SyntaxError& error : tree->errors()) fuzz::require_inside(error.span, text);
  for (const Span comment : tree->comments()) fuzz::require_inside(comment, text);
  return 0;
}
