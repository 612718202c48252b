#include "frontend/deployment/parameter_file.h"

#include <string>

#include "base/limit.h"
#include "frontend/deployment/json_values.h"
#include "value/number.h"

namespace smtplint::deployment {
namespace {

/// A value as it stands. The tree's depth is bounded by the parser.
Value literal(ValueStore& store, const json::Node& node, SourceId source) {
  const Place place{source, node.span};
  const ProvenanceId origin = store.step(How::literal, place);
  switch (node.kind) {
    case json::NodeKind::null:
      return store.null(origin);
    case json::NodeKind::boolean:
      return store.boolean(node.boolean, origin);
    case json::NodeKind::number: {
      const auto canonical = canonical_number(node.text);
      return canonical ? store.number(*canonical, origin)
                       : store.unknown(ReasonKind::limit, to_string(Limit::number_digits), place);
    }
    case json::NodeKind::string:
      return string_of(store, node, source, store.step(How::literal, {source, node.inside()}));
    case json::NodeKind::array: {
      std::vector<Value> items;
      for (const json::Node* item : node.items) items.push_back(literal(store, *item, source));
      return store.sequence(ValueType::tuple, items, origin);
    }
    case json::NodeKind::object: {
      std::vector<Entry> entries;
      for (const json::Member& one : node.members) {
        entries.push_back(
            {store.keep_name(one.name), literal(store, *one.value, source), {source, one.name_span}});
      }
      return store.mapping(ValueType::object, entries, origin);
    }
    case json::NodeKind::error:
      break;
  }
  return store.unknown(ReasonKind::evaluation_error, "", place);
}

}  // namespace

std::optional<std::vector<GivenParameter>> parameters_in(ValueStore& store, const json::Node* document,
                                                         SourceId source, std::string_view called_with) {
  const json::Node* parameters = property(document, "parameters");
  if (parameters == nullptr || parameters->kind != json::NodeKind::object) return std::nullopt;
  std::vector<GivenParameter> given;
  for (const json::Member& one : parameters->members) {
    const std::string_view called = store.keep(std::string(called_with) + std::string(one.name));
    const Place place{source, one.name_span};
    Value value = store.unknown(ReasonKind::secret, called, place);
    if (const json::Member* written = member(one.value, "value"))
      value = store.with_step(literal(store, *written->value, source), How::assignment, place, called);
    given.push_back({called.substr(called_with.size()), value});
  }
  return given;
}

}  // namespace smtplint::deployment
