#include "frontend/arm/resources.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/arm/links.h"
#include "frontend/arm/properties.h"
#include "frontend/arm/recognition.h"
#include "value/joint_existence.h"
#include "value/segments.h"

namespace smtplint::arm {
namespace {

constexpr std::string_view deployment_type = "Microsoft.Resources/deployments";

/// So many evaluations take as much memory as the tables of a template.
constexpr std::uint64_t steps_of_a_template = 512;

/// A resource with the names and loops that it stands in, before anybody asks for its properties.
struct Declared {
  const json::Node* node = nullptr;
  Frame frame;
  std::string type;
  std::vector<Value> names;
  std::string address;
  Existence existence;
  const Declared* parent = nullptr;
  std::string number;  ///< `[1]`, of one of several that a loop makes
};

class ShapeWriter {
 public:
  explicit ShapeWriter(Evaluation& evaluation)
      : evaluation_(evaluation), deployment_(evaluation.deployment), evaluator_(evaluation.evaluator) {}

  void add(Template& used) {
    const std::size_t first = declared_.size();
    Frame frame = used.base;
    frame.own = &used;
    declare_all(property(used.node, "resources"), frame, nullptr, used.existence);
    const std::size_t end = declared_.size();
    name_again(used, first, end);
    std::vector<Template*> nested;
    for (std::size_t i = first; i < end; ++i) {
      if (!equal_ignoring_case(declared_[i].type, deployment_type)) continue;
      if (Template* inner = open(declared_[i])) nested.push_back(inner);
    }
    for (std::size_t i = first; i < end; ++i) write(declared_[i]);
    for (Template* inner : nested) add(*inner);
  }

  [[nodiscard]] Shapes take() { return std::move(shapes_); }

 private:
  [[nodiscard]] ValueStore& store() { return deployment_.store; }

  /// Names, and what they are made of, may have to do with resources that were not yet known to be declared.
  void name_again(Template& used, std::size_t first, std::size_t end) {
    used.variables.clear();
    used.parameters.clear();
    for (std::size_t i = first; i < end; ++i) {
      Declared& declared = declared_[i];
      const bool known = std::ranges::all_of(declared.names, &Value::wholly_known);
      if (known) continue;
      declared.type = property(declared.node, "type")->text;
      name_it(declared, *property(declared.node, "name"));
      used.declared.add(declared.type, declared.names, declared.address);
    }
  }

  /// An array, or an object of symbolic names.
  void declare_all(const json::Node* resources, const Frame& frame, const Declared* parent,
                   const Existence& existence) {
    if (resources == nullptr) return;
    for (const json::Node* node : resources->items) declare_loop(*node, frame, parent, existence, {});
    for (const json::Member& member : resources->members) {
      declare_loop(*member.value, frame, parent, existence, member.name);
    }
  }

  void declare_loop(const json::Node& node, const Frame& frame, const Declared* parent,
                    const Existence& existence, std::string_view symbol) {
    if (node.kind != json::NodeKind::object) return;
    const json::Node* copy = property(&node, "copy");
    const json::Node* written = property(copy, "count");
    if (written == nullptr) return declare(node, frame, parent, existence, symbol, "");
    const json::Node* name = property(copy, "name");
    const Value count = evaluator_.evaluate(*written, frame);
    Frame inner = frame;
    inner.copies.push_back({name == nullptr ? std::string() : lower_case(name->text), Value()});
    const Place place = evaluator_.place(*written, frame);
    const bool known = count.is(ValueType::number) && count.number().is_integer();
    if (!known) {
      const Reason* reason = why_unknown(store(), count, place);
      if (reason == nullptr) return;
      inner.copies.back().index = store().unknown(reason);
      return declare(node, inner, parent, both(existence, {Truth::unknown, written_text(*written), place}),
                     symbol, "");
    }
    for (std::int64_t i = 0; i < count.number().integer; ++i) {
      if (i >= deployment_.limits.expansion) {
        static_cast<void>(deployment_.cut_off(Limit::expansion, place));
        return;
      }
      inner.copies.back().index = store().integer(i, store().step(How::expression, place));
      declare(node, inner, parent, existence, symbol,
              count.number().integer > 1 ? "[" + std::to_string(i) + "]" : "");
    }
  }

  static std::string written_text(const json::Node& node) {
    const bool expression = arm_expression::is_expression(node.text);
    return std::string(expression ? node.text.substr(1, node.text.size() - 2) : node.text);
  }

  void declare(const json::Node& node, const Frame& frame, const Declared* parent, const Existence& existence,
               std::string_view symbol, const std::string& number) {
    const json::Node* type = property(&node, "type");
    const json::Node* name = property(&node, "name");
    if (type == nullptr || type->kind != json::NodeKind::string || name == nullptr) return;
    Declared declared{&node, frame, std::string(type->text), {}, {}, existence, parent, number};
    if (const json::Node* condition = property(&node, "condition")) {
      const Value held = evaluator_.evaluate(*condition, frame);
      if (held.is(ValueType::boolean) && !held.boolean()) return;
      if (!held.is(ValueType::boolean)) {
        declared.existence =
            both(existence, {Truth::unknown, written_text(*condition), evaluator_.place(*condition, frame)});
      }
    }
    name_it(declared, *name);
    Template& own = *frame.own;
    if (const json::Node* existing = property(&node, "existing"); existing != nullptr && existing->boolean)
      return;
    own.declared.add(declared.type, declared.names, declared.address);
    if (!symbol.empty()) own.symbols.emplace(symbol, declared.address);
    declared_.push_back(std::move(declared));
    const Declared& kept = declared_.back();
    declare_all(property(&node, "resources"), frame, &kept, kept.existence);
  }

  /// The full type and all names, whichever way the template spells them.
  void name_it(Declared& declared, const json::Node& written) {
    const bool before = std::exchange(deployment_.naming, true);
    const Value name = evaluator_.evaluate(written, declared.frame);
    deployment_.naming = before;
    const bool is_short = declared.parent != nullptr && declared.type.find('.') == std::string::npos;
    if (is_short) declared.type = declared.parent->type + "/" + declared.type;
    while (declared.type.ends_with('/')) declared.type.pop_back();
    const auto parts = static_cast<std::size_t>(std::ranges::count(declared.type, '/'));
    declared.names = deployment::name_segments(store(), name, parts);
    const bool below = declared.parent != nullptr && declared.names.size() == 1 && parts > 1;
    if (below)
      declared.names.insert(declared.names.begin(), declared.parent->names.begin(),
                            declared.parent->names.end());
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < declared.names.size(); ++i) {
      const Value one = declared.names[i];
      const bool known = one.is(ValueType::string) && one.wholly_known();
      const bool inherited = below && i + 1 < declared.names.size();
      if (known) texts.emplace_back(one.text().chars);
      if (!known)
        texts.push_back(inherited ? inherited_text(*declared.parent, i)
                                  : "{" + written_text(written) + "}" + declared.number);
    }
    declared.address = deployment::address_of(declared.type, texts);
  }

  /// The name of a parent as its own address has it.
  static std::string inherited_text(const Declared& parent, std::size_t) {
    const std::size_t brace = parent.address.find('{');
    return brace == std::string::npos
               ? "{}"
               : parent.address.substr(brace, parent.address.rfind('}') - brace + 1) + parent.number;
  }

  Value parent_of(const Declared& declared) {
    const Place place = evaluator_.place(*declared.node, declared.frame);
    const ProvenanceId origin = store().step(How::expression, place);
    if (declared.parent != nullptr) return store().reference(declared.parent->address, "id", origin);
    const json::Node* written = property(declared.node, "scope");
    const Value scope = written != nullptr
                            ? scope_named(evaluator_.evaluate(*written, declared.frame), declared, origin)
                            : deployment::scope_id(store(), declared.frame.own->scope, place);
    if (declared.names.size() < 2) return scope;
    const std::string type = declared.type.substr(0, declared.type.rfind('/'));
    const std::vector<Value> names(declared.names.begin(), declared.names.end() - 1);
    const Template& own = *declared.frame.own;
    const std::string address =
        written == nullptr ? declared_in(own, type, names) : own.declared.find(type, names);
    if (!address.empty()) return store().reference(address, "id", origin);
    return deployment::resource_id_text(store(), scope, type, names, origin);
  }

  /// `/`, an id, or type and names in turn of a resource that is extended: `Microsoft.Web/sites/shop`.
  Value scope_named(Value written, const Declared& declared, ProvenanceId origin) {
    const deployment::Scope& own = declared.frame.own->scope;
    const Place place = store().provenance().step(origin).place;
    const bool relative =
        written.is(ValueType::string) && !written.text().chars.empty() && written.text().chars.front() != '/';
    if (!relative) return written;
    const auto count = static_cast<std::size_t>(std::ranges::count(written.text().chars, '/')) + 1;
    const std::vector<Value> parts = deployment::name_segments(store(), written, count);
    std::string type;
    std::vector<Value> names;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool named = i > 0 && i % 2 == 0;
      if (named) names.push_back(parts[i]);
      if (!named) type += (type.empty() ? "" : "/") + std::string(parts[i].text().chars);
    }
    const bool known = type.find('.') != std::string::npos && type.find(hole_text) == std::string::npos;
    if (!known || names.size() != static_cast<std::size_t>(std::ranges::count(type, '/'))) return written;
    const std::string address = declared_in(*declared.frame.own, type, names);
    if (!address.empty()) return store().reference(address, "id", origin);
    return deployment::resource_id_text(store(), deployment::scope_id(store(), own, place), type, names,
                                        origin);
  }

  void write(const Declared& declared) {
    if (equal_ignoring_case(declared.type, deployment_type)) return;
    Resource resource;
    resource.address = declared.address;
    resource.type = declared.type;
    resource.name = declared.address.substr(declared.address.rfind('/') + 1);
    resource.module_path = declared.frame.own->address;
    resource.dialect = Dialect::arm;
    resource.existence = declared.existence;
    const json::Node* type = property(declared.node, "type");
    resource.place = place_of_type(*type, *declared.frame.own);
    if (const json::Node* version = property(declared.node, "apiVersion")) {
      const Value value = evaluator_.evaluate(*version, declared.frame);
      if (value.is(ValueType::string) && value.wholly_known()) resource.api_version = value.text().chars;
    }
    resource.properties = properties_of(evaluation_, *declared.node, declared.frame, declared.names.back(),
                                        parent_of(declared));
    shapes_.resources.push_back(std::move(resource));
  }

  /// With its quotes, but for a text of another language, where these need not stand in the file.
  Place place_of_type(const json::Node& type, const Template& own) {
    const bool in_text = !own.text.is_absent();
    return deployment_.place(own, in_text ? Span{type.span.begin + 1, type.span.end - 1} : type.span);
  }

  /// The template that a deployment uses; nullptr where it is not in the workspace.
  Template* open(const Declared& declared) {
    Template& own = *declared.frame.own;
    const json::Node* properties = property(declared.node, "properties");
    const Place place = evaluator_.place(*declared.node, declared.frame);
    if (own.depth >= deployment_.limits.module_depth) {
      static_cast<void>(deployment_.cut_off(Limit::module_depth, place));
      return nullptr;
    }
    if (!deployment_.budget.spend(steps_of_a_template)) {
      static_cast<void>(deployment_.cut_off(Limit::evaluation_steps, place));
      return nullptr;
    }
    const json::Node* inner = property(properties, "template");
    Template& used = deployment_.new_template();
    used.outer = &own;
    used.depth = own.depth + 1;
    used.address = declared.address;
    used.existence = declared.existence;
    used.source = own.source;
    used.text = own.text;
    used.path = own.path;
    used.node = inner;
    const json::Node* options = property(property(properties, "expressionEvaluationOptions"), "scope");
    const bool own_names =
        inner == nullptr || (options != nullptr && equal_ignoring_case(options->text, "inner"));
    if (inner == nullptr && !link(declared, property(properties, "templateLink"), used)) return nullptr;
    used.names = own_names ? &used : own.names;
    if (!own_names) used.base.copies = declared.frame.copies;
    set_scope(declared, used);
    if (own_names) hand_over(property(properties, "parameters"), declared.frame, used);
    own.deployments.emplace(declared.address, &used);
    return &used;
  }

  void hand_over(const json::Node* parameters, const Frame& frame, Template& used) {
    if (parameters == nullptr) return;
    for (const json::Member& argument : parameters->members) {
      const json::Node* value = property(argument.value, "value");
      const bool made =
          argument.value->kind == json::NodeKind::string || property(argument.value, "copy") != nullptr;
      if (value != nullptr) {
        used.given[lower_case(argument.name)] = {value, frame};
      } else if (made) {
        used.given[lower_case(argument.name)] = {argument.value, frame, true};
      } else if (property(argument.value, "reference") != nullptr) {
        const Place place = deployment_.place(*frame.own, argument.name_span);
        used.arguments[lower_case(argument.name)] =
            store().unknown(ReasonKind::secret, "param." + std::string(argument.name), place);
      }
    }
  }

  void set_scope(const Declared& declared, Template& used) {
    const auto written = [&](std::string_view name) {
      const json::Node* node = property(declared.node, name);
      return node == nullptr ? Value() : evaluator_.evaluate(*node, declared.frame);
    };
    const Value subscription = written("subscriptionId"), group = written("resourceGroup");
    used.scope = used.outer->scope;
    used.shares_scope = subscription.is_unset() && group.is_unset() && written("scope").is_unset();
    used.scope.kind = scope_kind_of(used.node, used.scope.kind);
    if (!subscription.is_unset()) used.scope.subscription = subscription;
    if (!subscription.is_unset() && group.is_unset()) used.scope.resource_group = {};
    if (!group.is_unset()) {
      used.scope.kind = deployment::ScopeKind::resource_group;
      used.scope.resource_group = group;
    }
  }

  bool link(const Declared& declared, const json::Node* link, Template& used) {
    const Template& own = *declared.frame.own;
    const json::Node* written = property(link, "relativePath");
    if (written == nullptr) written = property(link, "uri");
    if (written == nullptr) return false;
    const std::string name = file_named_by(evaluator_.evaluate(*written, declared.frame));
    const std::optional<std::string> path = linked_file(deployment_.documents, own, name);
    const Place place = evaluator_.place(*written, declared.frame);
    if (!path) {
      deployment_.add_event(
          {EventKind::unresolved_module, place, name.empty() ? written_text(*written) : name});
      return false;
    }
    const auto& document = deployment_.documents.get(*path);
    if (!document || (*document)->object() == nullptr) {
      deployment_.note_left_out(*path, document ? "this is no template" : document.error().message);
      return false;
    }
    deployment_.note_file_read(*path);
    used.node = (*document)->object();
    used.source = (*document)->source;
    used.text = {};
    used.path = *path;
    return true;
  }

  Evaluation& evaluation_;
  Deployment& deployment_;
  Evaluator& evaluator_;
  std::deque<Declared> declared_;
  Shapes shapes_;
};

}  // namespace

Shapes resources_of(Evaluation& evaluation, Template& root) {
  ShapeWriter writer(evaluation);
  writer.add(root);
  return writer.take();
}

}  // namespace smtplint::arm
