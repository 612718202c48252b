// JSON as people write it: whatever comes in, a tree comes out whose spans lie in the text and in their
// parents.
#include "fuzz/fuzz.h"
#include "syntax/json/tree.h"

namespace smtplint::fuzz {
namespace {

void check(const json::Node& node, Span parent) {
  require(parent.contains(node.span));
  for (const json::StringPart& part : node.parts) require(node.span.contains(part.span));
  for (const json::Node* item : node.items) check(*item, node.span);
  for (const json::Member& member : node.members) {
    require(node.span.contains(member.name_span));
    if (member.value != nullptr) check(*member.value, node.span);
  }
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  const std::string_view text = fuzz::text_of(data, size);
  const auto tree = json::parse(text);
  const Span whole{0, static_cast<std::uint32_t>(size)};
  if (tree->root() != nullptr) fuzz::check(*tree->root(), whole);
  for (const json::SyntaxError& error : tree->errors()) fuzz::require_inside(error.span, text);
  return 0;
}
