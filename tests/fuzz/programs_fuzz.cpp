// Programs in scripting languages: whatever comes in, what is read of it lies in the text, and what is
// written as it stands there is what it says. The first byte chooses the language.
#include "fuzz/fuzz.h"
#include "syntax/program/tree.h"

namespace smtplint::fuzz {
namespace {

void check(const program::Expression& expression, std::string_view text) {
  require_inside(expression.span, text);
  const bool written = expression.kind == program::ExpressionKind::number ||
                       expression.kind == program::ExpressionKind::boolean;
  const std::string_view slice = text.substr(expression.span.begin, expression.span.length());
  if (written) require(slice == expression.text);
  for (const program::Expression* item : expression.items) check(*item, text);
  for (const program::Pair& pair : expression.pairs) {
    require_inside(pair.name_span, text);
    check(*pair.value, text);
  }
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  if (size == 0) return 0;
  constexpr program::Language languages[] = {program::Language::python, program::Language::php,
                                             program::Language::ruby};
  const std::string_view text = fuzz::text_of(data + 1, size - 1);
  const auto tree = program::parse(text, languages[data[0] % 3], {50, 64});
  for (const program::Assignment& assignment : tree->assignments()) {
    fuzz::require_inside(assignment.target_span, text);
    fuzz::check(*assignment.value, text);
  }
  for (const program::SyntaxError& error : tree->errors()) fuzz::require_inside(error.span, text);
  return 0;
}
