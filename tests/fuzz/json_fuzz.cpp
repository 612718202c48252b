// JSON as people write it: whatever comes in, a tree comes out whose spans lie in the text and in their
// parents. What the strict reader takes is the same tree.
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

void check_same(const json::Node& strict, const json::Node& tolerant) {
  require(strict.kind == tolerant.kind && strict.span == tolerant.span);
  require(strict.items.size() == tolerant.items.size() && strict.members.size() == tolerant.members.size());
  for (std::size_t i = 0; i < strict.items.size(); ++i) check_same(*strict.items[i], *tolerant.items[i]);
  for (std::size_t i = 0; i < strict.members.size(); ++i) {
    require(strict.members[i].name == tolerant.members[i].name);
    check_same(*strict.members[i].value, *tolerant.members[i].value);
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
  const auto strict = json::parse_strict(text);
  if (strict->root() != nullptr && tree->errors().empty()) fuzz::check_same(*strict->root(), *tree->root());
  return 0;
}
