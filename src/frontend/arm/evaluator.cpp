#include "frontend/arm/evaluator.h"

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/deployment/allowed_values.h"
#include "frontend/deployment/json_values.h"
#include "value/number.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::arm {
namespace {

bool is_secure(const json::Node* declaration) {
  const json::Node* type = property(declaration, "type");
  return type != nullptr && lower_case(type->text).starts_with("secure");
}

/// `allowedValues` of a parameter that is one of its values; of an array they are the possible items.
const json::Node* allowed_values(const json::Node* declaration) {
  const json::Node* type = property(declaration, "type");
  const std::string written = type == nullptr ? "" : lower_case(type->text);
  const bool scalar = written == "string" || written == "int" || written == "bool";
  return scalar ? property(declaration, "allowedValues") : nullptr;
}

}  // namespace

Value Evaluator::evaluate(const json::Node& node, const Frame& frame) {
  if (!deployment_.budget.spend()) return deployment_.cut_off(Limit::evaluation_steps, place(node, frame));
  if (deployment_.depth >= 4 * deployment_.limits.nesting)
    return deployment_.cut_off(Limit::nesting, place(node, frame));
  ++deployment_.depth;
  const Value value = evaluate_kind(node, frame);
  --deployment_.depth;
  return value;
}

Value Evaluator::evaluate_kind(const json::Node& node, const Frame& frame) {
  const auto origin = [&] { return store().step(How::literal, place(node, frame)); };
  if (const Value hole = hole_in(node, frame); !hole.is_absent()) return hole;
  switch (node.kind) {
    case json::NodeKind::null:
      return store().null(origin());
    case json::NodeKind::boolean:
      return store().boolean(node.boolean, origin());
    case json::NodeKind::number: {
      const auto canonical = canonical_number(node.text);
      return canonical ? store().number(*canonical, origin())
                       : deployment_.cut_off(Limit::number_digits, place(node, frame));
    }
    case json::NodeKind::string:
      return string(node, frame);
    case json::NodeKind::array:
      return array(node, frame);
    case json::NodeKind::object:
      return evaluate_with_copies(node, frame);
    case json::NodeKind::error:
      break;
  }
  return deployment_.refuse("this is no JSON value", place(node, frame));
}

Value Evaluator::string(const json::Node& node, const Frame& frame) {
  const Place inside = deployment_.place(*frame.own, node.inside());
  const Value text = text_of(node, frame, store().step(How::literal, inside));
  if (node.text.starts_with("[[")) return text_part(store(), text, 1, node.text.size() - 1);
  if (!arm_expression::is_expression(node.text)) return text;
  const auto tree = deployment_.expression(node);
  if (tree->root() != nullptr) return expression(*tree->root(), {text, frame});
  if (tree->cut_off()) return deployment_.cut_off(Limit::nesting, inside);
  const Span at = tree->error()->span;
  const Place wrong = text_origin(store(), text, at.begin + 1, at.length()).place;
  deployment_.add_event({EventKind::syntax_error, wrong, tree->error()->message});
  return deployment_.refuse(tree->error()->message, inside);
}

Value Evaluator::text_of(const json::Node& node, const Frame& frame, ProvenanceId origin) {
  const Template& own = *frame.own;
  return own.text.is_absent() ? deployment::string_of(store(), node, own.source, origin)
                              : deployment::string_in(store(), node, own.text, origin);
}

/// What a text of another language puts in the place of a whole value.
Value Evaluator::hole_in(const json::Node& node, const Frame& frame) {
  const bool text = node.kind == json::NodeKind::string && node.text == hole_text;
  if (frame.own->text.is_absent() || (!text && node.kind != json::NodeKind::number)) return {};
  return deployment::hole_in(store(), frame.own->text, node.span);
}

Value Evaluator::array(const json::Node& node, const Frame& frame) {
  std::vector<Value> items;
  const ProvenanceId origin = store().step(How::literal, place(node, frame));
  for (const json::Node* item : node.items) {
    const Value hole = item->kind == json::NodeKind::number ? hole_in(*item, frame) : Value();
    // A hole between the brackets may stand for any number of items.
    if (!hole.is_absent())
      return store().sequence(ValueType::tuple, items, origin,
                              why_unknown(store(), hole, place(*item, frame)));
    items.push_back(evaluate(*item, frame));
  }
  return store().sequence(ValueType::tuple, items, origin);
}

const Reason* Evaluator::add_member(const json::Member& member, const Frame& frame,
                                    std::vector<Entry>& entries) {
  const Place key_place = deployment_.place(*frame.own, member.name_span);
  std::string_view name = member.name;
  const Value hole =
      frame.own->text.is_absent() ? Value() : deployment::hole_in(store(), frame.own->text, member.name_span);
  if (!hole.is_absent()) return why_unknown(store(), hole, key_place);
  if (arm_expression::is_expression(member.name)) {
    // The name is an expression too; its places are those of the name.
    json::Node node;
    node.kind = json::NodeKind::string;
    node.text = member.name;
    const auto tree = arm_expression::parse(name.substr(1, name.size() - 2), deployment_.limits.parsing());
    const Value text = store().string(name, store().step(How::literal, key_place));
    const Value key = tree->root() == nullptr
                          ? deployment_.refuse("this is no expression of a template", key_place)
                          : expression(*tree->root(), {text, frame});
    if (!key.is(ValueType::string) || !key.wholly_known()) {
      const Reason* reason = why_unknown(store(), key, key_place);
      return reason != nullptr ? reason : store().reason(ReasonKind::evaluation_error, name, key_place);
    }
    name = key.text().chars;
  } else if (name.starts_with("[[")) {
    name.remove_prefix(1);
  }
  std::erase_if(entries, [name](const Entry& entry) { return equal_ignoring_case(entry.key, name); });
  entries.push_back({store().keep_name(name), evaluate(*member.value, frame), key_place});
  return nullptr;
}

Value Evaluator::evaluate_with_copies(const json::Node& object, const Frame& frame) {
  std::vector<Entry> entries;
  const Reason* rest = nullptr;
  for (const json::Member& member : object.members) {
    const bool copies =
        equal_ignoring_case(member.name, "copy") && member.value->kind == json::NodeKind::array;
    if (copies) {
      add_copies(*member.value, frame, entries);
    } else if (const Reason* open = add_member(member, frame, entries)) {
      rest = open;
    }
  }
  return store().mapping(ValueType::object, entries, store().step(How::literal, place(object, frame)), rest);
}

void Evaluator::add_copies(const json::Node& copies, const Frame& frame, std::vector<Entry>& entries) {
  for (const json::Node* copy : copies.items) {
    const json::Node* name = property(copy, "name");
    if (name == nullptr || name->kind != json::NodeKind::string) continue;
    const Value array = copied(*copy, name->text, property(copy, "input"), frame);
    entries.push_back({store().keep_name(name->text), array, place(*name, frame)});
  }
}

Value Evaluator::copied(const json::Node& copy, std::string_view name, const json::Node* input,
                        const Frame& frame) {
  const json::Node* written = property(&copy, "count");
  const Place at = place(copy, frame);
  if (written == nullptr || input == nullptr)
    return deployment_.refuse("a `copy` needs `count` and `input`", at);
  const Value count = evaluate(*written, frame);
  const bool known = count.is(ValueType::number) && count.number().is_integer();
  std::vector<Value> items;
  if (!known) {
    const Reason* reason = why_unknown(store(), count, at);
    if (reason == nullptr) return deployment_.refuse("the count of a `copy` is a whole number", at);
    return store().sequence(ValueType::tuple, items, store().step(How::expression, at), reason);
  }
  const std::int64_t most = deployment_.limits.expansion;
  if (count.number().integer > most) return deployment_.cut_off(Limit::expansion, at);
  Frame inner = frame;
  inner.copies.push_back({lower_case(name), Value(), !name.empty()});
  for (std::int64_t i = 0; i < count.number().integer; ++i) {
    inner.copies.back().index = store().integer(i, store().step(How::expression, at));
    items.push_back(evaluate(*input, inner));
  }
  return store().sequence(ValueType::tuple, items, store().step(How::expression, at));
}

/// What the deployment that uses a template, or a parameter file, gives; absent where nothing does.
Value Evaluator::given_value(Template& names, const std::string& key, std::string_view called) {
  const auto handed = names.given.find(key);
  if (handed != names.given.end()) {
    const Place at = place(*handed->second.node, handed->second.frame);
    Value found = evaluate(*handed->second.node, handed->second.frame);
    if (handed->second.wrapped) found = element(found, store().string("value"), at, called);
    return store().with_step(found, How::argument, at, called);
  }
  const auto given = names.arguments.find(key);
  return given == names.arguments.end() ? Value() : given->second;
}

/// The default, or one of the allowed values; unknown where there is neither.
Value Evaluator::default_value(Template& names, const json::Member& declared, std::string_view called) {
  const Place declaration = deployment_.place(names, declared.name_span);
  const ProvenanceId origin = store().step(How::fallback, declaration, called);
  Frame frame;
  frame.own = &names;
  if (const json::Node* written = property(declared.value, "defaultValue")) {
    return store().with_step(evaluate(*written, frame), How::fallback, declaration, called);
  }
  const json::Node* nullable = property(declared.value, "nullable");
  if (nullable != nullptr && nullable->boolean) return store().null(origin);
  const Value unknown = store().unknown(store().reason(ReasonKind::no_value, called, declaration), origin);
  const json::Node* allowed = allowed_values(declared.value);
  if (allowed == nullptr) return unknown;
  return deployment::one_of_allowed(store(), deployment_.conditions, evaluate(*allowed, frame), unknown,
                                    declaration);
}

Value Evaluator::parameter(Template& names, std::string_view name, Place place) {
  const std::string key = lower_case(name);
  const json::Member* declared = member(property(names.node, "parameters"), name);
  const std::string_view called = store().keep("param." + std::string(name));
  const Value value = deployment_.take(names.parameters[key], called, place, [&] {
    Value found = given_value(names, key, called);
    if (found.is_absent() && declared == nullptr)
      return deployment_.refuse("there is no parameter `" + std::string(name) + "`", place);
    if (found.is_absent() && names.more_arguments != nullptr) return store().unknown(names.more_arguments);
    // Null stands for the default, too.
    const bool has_default = declared != nullptr && property(declared->value, "defaultValue") != nullptr;
    if (found.is_absent() || (found.is(ValueType::null) && has_default))
      found = default_value(names, *declared, called);
    return is_secure(declared == nullptr ? nullptr : declared->value) ? store().as_declared_secret(found)
                                                                      : found;
  });
  return store().with_step(value, How::variable, place, called);
}

Value Evaluator::variable(Template& names, std::string_view name, Place place) {
  const std::string_view called = store().keep("variables." + std::string(name));
  const Value value = deployment_.take(names.variables[lower_case(name)], called, place, [&] {
    const json::Node* all = property(names.node, "variables");
    Frame frame;
    frame.own = &names;
    if (const json::Member* found = member(all, name)) return evaluate(*found->value, frame);
    const json::Node* copies = property(all, "copy");
    if (copies != nullptr && copies->kind == json::NodeKind::array) {
      for (const json::Node* copy : copies->items) {
        const json::Node* made = property(copy, "name");
        if (made != nullptr && equal_ignoring_case(made->text, name))
          return copied(*copy, made->text, property(copy, "input"), frame);
      }
    }
    return deployment_.refuse("there is no variable `" + std::string(name) + "`", place);
  });
  return store().with_step(value, How::local, place, called);
}

Value Evaluator::outputs(Template& used) {
  return deployment_.take(used.outputs, "outputs", deployment_.place(used, used.node->span), [&] {
    std::vector<Entry> entries;
    const json::Node* declared = property(used.node, "outputs");
    Frame frame;
    frame.own = &used;
    if (declared != nullptr && declared->kind == json::NodeKind::object) {
      for (const json::Member& output : declared->members) {
        const Place at = deployment_.place(used, output.name_span);
        Value value;
        if (const json::Node* written = property(output.value, "value")) value = evaluate(*written, frame);
        if (const json::Node* copy = property(output.value, "copy"))
          value = copied(*copy, "", property(copy, "input"), frame);
        if (value.is_absent()) continue;
        value = store().with_step(value, How::output, at, output.name);
        const Value shown =
            store().mapping(ValueType::object, {{"value", value, at}}, store().step(How::output, at));
        entries.push_back({store().keep_name(output.name), shown, at});
      }
    }
    return store().mapping(ValueType::object, entries);
  });
}

}  // namespace smtplint::arm
