#include <algorithm>
#include <array>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/arm/evaluator.h"
#include "value/alternatives.h"
#include "value/number.h"
#include "value/segments.h"
#include "value/text.h"

/// What stands between the brackets of a string.
namespace smtplint::arm {
namespace {

using arm_expression::NodeKind;

constexpr std::string_view deployment_type = "Microsoft.Resources/deployments";

/// `lambda('x', ...)` as functions call it. The evaluator, the frame and the tree outlive the call.
class TemplateLambda final : public deployment::Lambda {
 public:
  using Body = std::function<Value(std::vector<std::pair<std::string, Value>>)>;
  TemplateLambda(std::vector<std::string> names, Body body)
      : names_(std::move(names)), body_(std::move(body)) {}

  [[nodiscard]] std::size_t parameters() const override { return names_.size(); }
  [[nodiscard]] Value call(std::span<const Value> arguments) const override {
    std::vector<std::pair<std::string, Value>> locals;
    for (std::size_t i = 0; i < names_.size(); ++i) locals.emplace_back(names_[i], arguments[i]);
    return body_(std::move(locals));
  }

 private:
  std::vector<std::string> names_;
  Body body_;
};

Value named(const std::vector<std::pair<std::string, Value>>& all, std::string_view name) {
  const auto found = std::find_if(all.rbegin(), all.rend(),
                                  [name](const auto& one) { return equal_ignoring_case(one.first, name); });
  return found == all.rend() ? Value() : found->second;
}

/// Of a loop by its name; without one, of the resource's or output's own loop, or else the innermost.
Value index_of_loop(const std::vector<CopyIndex>& copies, std::string_view loop) {
  const auto meant = [loop](const CopyIndex& one) {
    return loop.empty() ? !one.named : equal_ignoring_case(one.loop, loop);
  };
  const auto found = std::find_if(copies.rbegin(), copies.rend(), meant);
  if (found != copies.rend()) return found->index;
  return loop.empty() && !copies.empty() ? copies.back().index : Value();
}

/// What a name means that `reference` is given: a symbol, or the name of a deployment. In a template without
/// names of its own it may be one of the template around it.
std::string referred_to(const Template& own, Value name) {
  for (const Template* at = &own; at != nullptr; at = at->names != at ? at->outer : nullptr) {
    const auto symbol = at->symbols.find(std::string(name.text().chars));
    if (symbol != at->symbols.end()) return symbol->second;
    std::string address = at->declared.find(deployment_type, std::array{name});
    if (!address.empty()) return address;
  }
  return {};
}

bool is_lambda(const arm_expression::Node& node) {
  return node.kind == NodeKind::call && equal_ignoring_case(node.name, "lambda") && !node.children.empty();
}

}  // namespace

Place Evaluator::place_of(const Expression& expression, const Written& written) const {
  return text_origin(store(), written.text, expression.span.begin + 1, expression.span.length()).place;
}

Value Evaluator::expression(const Expression& node, const Written& written) {
  const bool steps = deployment_.budget.spend();
  if (!steps || deployment_.depth >= 4 * deployment_.limits.nesting)
    return deployment_.cut_off(steps ? Limit::nesting : Limit::evaluation_steps, place_of(node, written));
  ++deployment_.depth;
  const Value value = expression_kind(node, written);
  --deployment_.depth;
  return value;
}

Value Evaluator::expression_kind(const Expression& node, const Written& written) {
  switch (node.kind) {
    case NodeKind::string:
      return literal(node, written);
    case NodeKind::number: {
      const auto canonical = canonical_number(node.text);
      const Place at = place_of(node, written);
      return canonical ? store().number(*canonical, store().step(How::literal, at))
                       : deployment_.cut_off(Limit::number_digits, at);
    }
    case NodeKind::call:
      return call(node, written);
    case NodeKind::member: {
      return element(expression(*node.children[0], written), store().string(node.name),
                     place_of(node, written), container_text(node, written));
    }
    case NodeKind::index:
      break;
  }
  return element(expression(*node.children[0], written), expression(*node.children[1], written),
                 place_of(node, written), container_text(node, written));
}

/// How the container of a member or item is written; expressions count from behind their bracket.
std::string_view Evaluator::container_text(const Expression& node, const Written& written) {
  const Span span = node.children[0]->span;
  return store().keep(written.text.text().chars.substr(span.begin + 1, span.length()));
}

/// Between the quotes, behind the bracket of the string; quotes that are written twice stand once.
Value Evaluator::literal(const Expression& node, const Written& written) {
  const std::size_t begin = node.span.begin + 2, length = node.span.length() - 2;
  const TextOrigin origin = text_origin(store(), written.text, begin, length);
  const ProvenanceId literal = store().step(How::literal, origin.place);
  TextBuilder builder(store());
  const std::string_view chars = written.text.text().chars.substr(begin, length);
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t quote = std::min(chars.find('\'', at), chars.size() - 1) + 1;
    builder.part(written.text.text(), begin + at, quote - at, literal);
    at = quote < chars.size() && chars[quote - 1] == '\'' ? quote + 1 : quote;
  }
  return builder.finish(literal);
}

Value Evaluator::call(const Expression& node, const Written& written) {
  const Place place = place_of(node, written);
  const std::string name = lower_case(node.name);
  if (name.find('.') != std::string::npos) return user_function(name, node, written, place);
  const Value value = form(name, node, written, place);
  return value.is_absent() ? plain_call(node, written, place) : value;
}

/// Functions that the evaluator itself understands; absent for all others.
Value Evaluator::form(const std::string& name, const Expression& node, const Written& written, Place place) {
  if (name == "if" && node.children.size() == 3) return conditional(node, written, place);
  if (name == "copyindex") return copy_index(node, written, place);
  if (name == "reference" && !node.children.empty()) return reference(node, written, place);
  if (name == "deployment") return store().reference("deployment()", "", store().step(How::attribute, place));
  const bool by_name = name == "parameters" || name == "variables" || name == "lambdavariables";
  if (!by_name || node.children.size() != 1) return {};
  const Value key = expression(*node.children[0], written);
  if (!key.is(ValueType::string) || key.text().has_holes()) {
    const Reason* reason = why_unknown(store(), key, place);
    return reason != nullptr ? store().unknown(reason) : deployment_.refuse("a name is a string", place);
  }
  if (name == "lambdavariables") {
    const Value found = named(written.frame.locals, key.text().chars);
    return found.is_absent() ? deployment_.refuse("there is no such lambda variable", place) : found;
  }
  if (name == "parameters" && written.frame.function != nullptr) {
    const Value found = named(*written.frame.function, key.text().chars);
    return found.is_absent() ? deployment_.refuse("the function has no such parameter", place) : found;
  }
  Template& names = *written.frame.own->names;
  return name == "parameters" ? parameter(names, key.text().chars, place)
                              : variable(names, key.text().chars, place);
}

Value Evaluator::conditional(const Expression& node, const Written& written, Place place) {
  const Value condition = expression(*node.children[0], written);
  if (condition.is(ValueType::boolean)) {
    const Value taken = expression(*node.children[condition.boolean() ? 1 : 2], written);
    return condition.sensitive() ? store().as_sensitive(taken) : taken;
  }
  const Reason* reason = why_unknown(store(), condition, place);
  if (reason == nullptr) return deployment_.refuse("the condition of `if` is a boolean", place);
  if (reason->kind == ReasonKind::evaluation_error || reason->kind == ReasonKind::limit)
    return store().unknown(reason);
  const Value yes = expression(*node.children[1], written), no = expression(*node.children[2], written);
  return deployment::either(deployment_, condition, yes, no, "if", place);
}

/// `copyIndex()`, `copyIndex(1)`, `copyIndex('loop')`, `copyIndex('loop', 1)`.
Value Evaluator::copy_index(const Expression& node, const Written& written, Place place) {
  std::string_view loop;
  Value offset = store().integer(0);
  for (const Expression* child : node.children) {
    const Value value = expression(*child, written);
    if (value.is(ValueType::string) && !value.text().has_holes()) loop = value.text().chars;
    if (!value.is(ValueType::string)) offset = value;
  }
  const Value index = index_of_loop(written.frame.copies, loop);
  if (index.is_absent()) return deployment_.refuse("there is no loop here", place);
  if (index.is_unknown() || offset.is_unknown()) return index.is_unknown() ? index : offset;
  const deployment::Argument arguments[] = {{index, nullptr}, {offset, nullptr}};
  deployment::CallContext context{store(),
                                  deployment_.limits,
                                  deployment_.budget,
                                  deployment_.conditions,
                                  written.frame.own->scope,
                                  place,
                                  {}};
  return deployment::call_function("add", arguments, context);
}

Value Evaluator::user_function(const std::string& name, const Expression& node, const Written& written,
                               Place place) {
  const std::size_t dot = name.find('.');
  Template& names = *written.frame.own->names;
  const json::Node* spaces = property(names.node, "functions");
  const json::Node* function = nullptr;
  if (spaces != nullptr && spaces->kind == json::NodeKind::array) {
    for (const json::Node* space : spaces->items) {
      const json::Node* called = property(space, "namespace");
      if (called != nullptr && lower_case(called->text) == name.substr(0, dot))
        function = property(property(space, "members"), name.substr(dot + 1));
    }
  }
  const json::Node* output = property(property(function, "output"), "value");
  if (output == nullptr) return deployment_.refuse("there is no function `" + name + "`", place);
  std::vector<std::pair<std::string, Value>> arguments;
  const json::Node* parameters = property(function, "parameters");
  const std::size_t wanted = parameters == nullptr ? 0 : parameters->items.size();
  if (wanted != node.children.size()) return deployment_.refuse("`" + name + "` has other parameters", place);
  for (std::size_t i = 0; i < wanted; ++i) {
    const json::Node* called = property(parameters->items[i], "name");
    arguments.emplace_back(called == nullptr ? "" : called->text, expression(*node.children[i], written));
  }
  Frame frame;
  frame.own = &names;
  frame.function = &arguments;
  return store().with_step(evaluate(*output, frame), How::call, place, node.name);
}

/// Of a deployment its outputs; of a resource of the same template a symbol; else known at run time only.
Value Evaluator::reference(const Expression& node, const Written& written, Place place) {
  const Value id = expression(*node.children[0], written);
  Template& own = *written.frame.own;
  std::string address;
  if (id.is(ValueType::reference) && id.reference().path == "id") address = id.reference().address;
  if (id.is(ValueType::string) && !id.text().has_holes()) address = referred_to(own, id);
  if (address.empty()) {
    const Reason* reason = store().reason(ReasonKind::runtime_only, "reference()", place);
    return store().unknown(reason, store().step(How::attribute, place, "reference"));
  }
  const bool whole = node.children.size() > 2;
  for (Template* at = &own; at != nullptr; at = at->outer) {
    const auto used = at->deployments.find(address);
    if (used == at->deployments.end()) continue;
    const Value outputs = this->outputs(*used->second);
    const Value properties = store().mapping(ValueType::object, {{"outputs", outputs, {}}});
    return whole ? store().mapping(ValueType::object, {{"properties", properties, {}}}) : properties;
  }
  return store().reference(address, whole ? "" : "properties",
                           store().step(How::attribute, place, "reference"));
}

Value Evaluator::plain_call(const Expression& node, const Written& written, Place place) {
  std::vector<deployment::Argument> arguments;
  std::vector<std::unique_ptr<TemplateLambda>> lambdas;
  for (const Expression* child : node.children) {
    if (!is_lambda(*child)) {
      arguments.push_back({expression(*child, written), nullptr});
      continue;
    }
    std::vector<std::string> names;
    for (const Expression* name : child->children.first(child->children.size() - 1))
      names.emplace_back(name->text);
    const Expression* body = child->children.back();
    lambdas.push_back(std::make_unique<TemplateLambda>(
        std::move(names), [this, body, &written](std::vector<std::pair<std::string, Value>> locals) {
          Frame frame = written.frame;
          frame.locals.insert(frame.locals.end(), locals.begin(), locals.end());
          return expression(*body, {written.text, frame});
        }));
    arguments.push_back({{}, lambdas.back().get()});
  }
  Template& own = *written.frame.own;
  deployment::CallContext context{
      store(), deployment_.limits, deployment_.budget, deployment_.conditions, own.scope, place, {}};
  context.naming = deployment_.naming;
  context.declared = [this, &own](std::string_view type, std::span<const Value> names) {
    const std::string address = declared_in(own, type, names);
    return address.empty() ? Value() : store().reference(address, "");
  };
  const Value result = deployment::call_function(node.name, arguments, context);
  return result.is_unknown() ? store().with_step(result, How::call, place, node.name) : result;
}

}  // namespace smtplint::arm
