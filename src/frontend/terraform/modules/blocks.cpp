#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/declaration.h"
#include "value/text.h"

namespace smtplint::terraform {
namespace {

const hcl::Block* content_of(const hcl::Block& dynamic) {
  for (const hcl::Block& inner : dynamic.body.blocks) {
    if (inner.type == "content") return &inner;
  }
  return nullptr;
}

/// Blocks of the same name, in the order of their first ones.
std::vector<std::vector<BlockRef>> grouped(const Document& document, const hcl::Body& body) {
  std::vector<std::vector<BlockRef>> groups;
  for (const hcl::Block& block : body.blocks) {
    std::vector<BlockRef>* own = nullptr;
    for (std::vector<BlockRef>& group : groups) {
      if (block_name(*group.front().block) == block_name(block)) own = &group;
    }
    if (own == nullptr) own = &groups.emplace_back();
    own->push_back({&document, &block});
  }
  return groups;
}

}  // namespace

Value Evaluator::block_list(std::span<const BlockRef> blocks, Scope scope) {
  std::vector<Value> objects;
  const Reason* rest = nullptr;
  for (const BlockRef& block : blocks) {
    scope.document = block.document;
    if (block.block->type == "dynamic") {
      add_dynamic(block, scope, objects, rest);
    } else {
      objects.push_back(block_object(block, block.block->body, scope));
    }
  }
  const ProvenanceId origin = store().step(How::literal, blocks.front().header_place());
  return store().sequence(ValueType::list, objects, origin, rest);
}

Value Evaluator::block_object(const BlockRef& block, const hcl::Body& body, const Scope& scope) {
  std::vector<Entry> entries;
  for (const hcl::Attribute& attribute : body.attributes) {
    if (attribute.value == nullptr) continue;
    entries.push_back(
        {attribute.name, evaluate(*attribute.value, scope), scope.document->place(attribute.name_span)});
  }
  for (const std::vector<BlockRef>& group : grouped(*scope.document, body)) {
    entries.push_back(
        {block_name(*group.front().block), block_list(group, scope), group.front().header_place()});
  }
  if (block.block->type == "provisioner" && !block.block->labels.empty()) {
    const hcl::Label& label = block.block->labels.front();
    const Place place = scope.document->place(label.span);
    entries.push_back({"type", store().string(label.text, store().step(How::literal, place)), place});
  }
  sort_entries(entries);
  return store().mapping(ValueType::object, entries, store().step(How::literal, block.header_place()));
}

void Evaluator::add_dynamic(const BlockRef& block, const Scope& scope, std::vector<Value>& objects,
                            const Reason*& rest) {
  const hcl::Attribute* for_each = block.block->body.attribute("for_each");
  const hcl::Block* content = content_of(*block.block);
  if (for_each == nullptr || for_each->value == nullptr || content == nullptr) {
    rest = store().reason(ReasonKind::evaluation_error, "a `dynamic` block needs `for_each` and `content`",
                          block.header_place());
    return;
  }
  const Place place = place_of(*for_each->value, scope);
  const Iteration iteration = iterate(evaluate(*for_each->value, scope), place);
  if (!iteration.stopped.is_absent() || iteration.rest != nullptr) {
    rest = iteration.rest != nullptr ? iteration.rest : &iteration.stopped.reason();
  }
  const hcl::Attribute* iterator = block.block->body.attribute("iterator");
  const std::string named = iterator == nullptr || iterator->value == nullptr
                                ? ""
                                : keyword_text(*scope.document, *iterator->value);
  const std::string_view name = named.empty() ? block_name(*block.block) : named;
  for (const Iteration::Item& item : iteration.items) {
    const std::vector<Entry> turn{{"key", item.key, {}}, {"value", item.value, {}}};
    const Binding binding{name, store().mapping(ValueType::object, turn, item.value.provenance()),
                          scope.bindings};
    Scope inner = scope;
    inner.bindings = &binding;
    objects.push_back(block_object(block, content->body, inner));
  }
}

}  // namespace smtplint::terraform
