#include "frontend/arm/parameter_file.h"

#include "base/letter_case.h"
#include "frontend/arm/arm.h"
#include "frontend/deployment/json_values.h"
#include "value/number.h"

namespace smtplint::arm {
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
                       : store.unknown(ReasonKind::limit, "number-digits", place);
    }
    case json::NodeKind::string:
      return deployment::string_of(store, node, source, store.step(How::literal, {source, node.inside()}));
    case json::NodeKind::array: {
      std::vector<Value> items;
      for (const json::Node* item : node.items) items.push_back(literal(store, *item, source));
      return store.sequence(ValueType::tuple, items, origin);
    }
    case json::NodeKind::object: {
      std::vector<Entry> entries;
      for (const json::Member& member : node.members)
        entries.push_back(
            {store.keep_name(member.name), literal(store, *member.value, source), {source, member.name_span}});
      return store.mapping(ValueType::object, entries, origin);
    }
    case json::NodeKind::error:
      break;
  }
  return store.unknown(ReasonKind::evaluation_error, "", place);
}

}  // namespace

bool is_parameter_file(std::string_view text) {
  const auto tree = json::parse(text);
  const json::Node* root = tree->root();
  const json::Node* parameters = property(root, "parameters");
  return parameters != nullptr && parameters->kind == json::NodeKind::object &&
         property(root, "resources") == nullptr;
}

void read_parameter_file(Deployment& deployment, const std::string& path,
                         std::unordered_map<std::string, Value>& arguments) {
  const auto& document = deployment.documents.get(path);
  if (!document) return deployment.note_left_out(path, document.error().message);
  deployment.note_file_read(path);
  const SourceId source = (*document)->source;
  for (const json::SyntaxError& error : (*document)->tree->errors())
    deployment.add_event({EventKind::syntax_error, {source, error.span}, error.message});
  const json::Node* parameters = property((*document)->object(), "parameters");
  if (parameters == nullptr || parameters->kind != json::NodeKind::object) return;
  ValueStore& store = deployment.store;
  for (const json::Member& member : parameters->members) {
    const std::string_view name = store.keep("param." + std::string(member.name));
    const Place place{source, member.name_span};
    Value value = store.unknown(ReasonKind::secret, name, place);
    if (const json::Member* written = arm::member(member.value, "value"))
      value = store.with_step(literal(store, *written->value, source), How::assignment, place, name);
    arguments[lower_case(member.name)] = value;
  }
}

}  // namespace smtplint::arm
