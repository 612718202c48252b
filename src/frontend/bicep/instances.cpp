#include <algorithm>
#include <utility>

#include "base/limit.h"
#include "frontend/bicep/evaluator.h"
#include "frontend/bicep/module_source.h"
#include "value/joint_existence.h"
#include "value/segments.h"

/// Resources and uses of modules: which there are, what they are called, where they stand.
namespace smtplint::bicep {
namespace {

constexpr std::string_view deployment_type = "Microsoft.Resources/deployments";

/// So many evaluations take as much memory as the tables of a module.
constexpr std::uint64_t steps_of_a_module = 512;

}  // namespace

const Instances& Evaluator::instances(const Statement& statement, Module& own, const Instance* around) {
  Instances& made = own.instances[{&statement, around}];
  if (made.done || made.running) return made;
  made.running = true;
  expand(statement, own, around, made);
  made.running = false;
  made.done = true;
  return made;
}

void Evaluator::expand(const Statement& statement, Module& own, const Instance* around, Instances& made) {
  Frame frame = around == nullptr ? Frame{&own, {}} : around->frame;
  frame.inside = around;
  const Existence existence = around == nullptr ? own.existence : around->existence;
  if (statement.value == nullptr) return;
  if (statement.value->kind == ExprKind::loop) {
    made.loop = true;
    expand_loop(*statement.value, statement, frame, around, made);
  } else {
    make(statement, statement.value, frame, around, existence, made);
  }
}

void Evaluator::expand_loop(const Expr& loop, const Statement& statement, Frame frame, const Instance* around,
                            Instances& made) {
  const Expr& over = *loop.children[0];
  const Place place = place_of(over, frame);
  const Value items = evaluate(over, frame);
  const Existence existence = around == nullptr ? frame.own->existence : around->existence;
  const Reason* rest = items.is_sequence() ? items.rest() : why_unknown(store(), items, place);
  const std::size_t count = items.is_sequence() ? items.items().size() : 0;
  if (count > deployment_.limits.expansion) {
    made.rest = &deployment_.cut_off(Limit::expansion, place).reason();
    return;
  }
  const auto add = [&](Value item, Value index, const Existence& under) {
    Frame inner = frame;
    if (!loop.names.empty()) inner.locals.emplace_back(loop.names[0], item);
    if (loop.names.size() > 1) inner.locals.emplace_back(loop.names[1], index);
    make(statement, loop.children[1], inner, around, under, made);
  };
  made.several = count + (rest == nullptr ? 0 : 1) > 1;
  for (std::size_t i = 0; i < count; ++i) {
    const ProvenanceId origin = store().step(How::expression, place);
    add(items.items()[i], store().integer(static_cast<std::int64_t>(i), origin), existence);
  }
  made.rest = rest;
  if (rest == nullptr) return;
  const std::string condition = written_text(*frame.own->document, over);
  add(store().unknown(rest), store().unknown(rest), both(existence, {Truth::unknown, condition, place}));
}

void Evaluator::make(const Statement& statement, const Expr* body, const Frame& frame, const Instance* around,
                     const Existence& existence, Instances& made) {
  Instance& instance = deployment_.new_instance();
  instance.statement = &statement;
  instance.frame = frame;
  instance.existence = existence;
  instance.existing = statement.existing;
  if (body->kind == ExprKind::condition) {
    const Expr& condition = without_parentheses(*body->children[0]);
    const Value held = evaluate(condition, frame);
    const Place place = place_of(condition, frame);
    if (!held.is(ValueType::boolean)) {
      const std::string written = written_text(*frame.own->document, condition);
      instance.existence = both(existence, {Truth::unknown, written, place});
    } else if (!held.boolean()) {
      instance.existence = {Truth::no, {}, place};
    }
    body = body->children[1];
  }
  if (body->kind == ExprKind::object) instance.body = body;
  if (made.several) instance.number = "[" + std::to_string(made.all.size()) + "]";
  made.all.push_back(&instance);
  if (statement.kind == StatementKind::module) {
    open_module(instance);
  } else {
    name_resource(instance, around);
  }
}

/// The full type and all names, whichever way the source spells them.
void Evaluator::name_resource(Instance& instance, const Instance* around) {
  const Document& document = *instance.frame.own->document;
  const std::string written = instance.statement->text == nullptr
                                  ? ""
                                  : plain_text(document.text, *instance.statement->text).value_or("");
  const std::size_t at = std::min(written.find('@'), written.size());
  instance.type = written.substr(0, at);
  if (at < written.size()) instance.api_version = written.substr(at + 1);
  const Instance* parent = around;
  if (around != nullptr) {
    if (!instance.type.starts_with(around->type + "/")) instance.type = around->type + "/" + instance.type;
    if (instance.api_version.empty()) instance.api_version = around->api_version;
  } else if (const ObjectItem* item = item_of(document, instance.body, "parent")) {
    if (const auto found = target(*item->value, instance.frame)) parent = found->instance;
  }
  const ObjectItem* name = item_of(document, instance.body, "name");
  const Place place = document.place(instance.statement->header);
  const Value own_name = name == nullptr ? deployment_.refuse("a resource has a name", place)
                                         : name_of(*name->value, instance.frame);
  instance.written_name = own_name;
  const std::string unknown =
      (name == nullptr ? "{}" : "{" + written_text(document, *name->value) + "}") + instance.number;
  std::vector<std::string> texts;
  const auto parts = static_cast<std::size_t>(std::ranges::count(instance.type, '/'));
  if (parent != nullptr && !parent->names.empty()) {
    instance.names = parent->names;
    instance.names.push_back(own_name);
    texts = {parent->address.substr(std::min(parent->type.size() + 1, parent->address.size()))};
  } else {
    instance.names = deployment::name_segments(store(), own_name, parts);
  }
  for (std::size_t i = instance.names.size() - (texts.empty() ? instance.names.size() : 1);
       i < instance.names.size(); ++i) {
    const Value one = instance.names[i];
    const bool known = one.is(ValueType::string) && one.wholly_known();
    texts.push_back(known ? std::string(one.text().chars) : unknown);
  }
  const bool below = parent != nullptr && texts.size() == 2 && instance.type.starts_with(parent->type + "/");
  instance.address = below ? parent->address + instance.type.substr(parent->type.size()) + "/" + texts.back()
                           : deployment::address_of(instance.type, texts);
  instance.around = parent;
  place_resource(instance);
}

Value Evaluator::name_of(const Expr& written, const Frame& frame) {
  const bool before = std::exchange(deployment_.naming, true);
  const Value name = evaluate(written, frame);
  deployment_.naming = before;
  return name;
}

/// A child stands where its parent does.
void Evaluator::place_resource(Instance& instance) {
  instance.scope = instance.around == nullptr ? instance.frame.own->scope : instance.around->scope;
  const ObjectItem* item = item_of(*instance.frame.own->document, instance.body, "scope");
  if (instance.around != nullptr || item == nullptr) return;
  if (const auto written = scope_of(*item->value, instance.frame)) instance.scope = *written;
}

/// Whether something is deployed to where its file is, which a scope may say, too.
bool Evaluator::stays_in_scope(const Expr* body, const Frame& frame) {
  const ObjectItem* written = item_of(*frame.own->document, body, "scope");
  if (written == nullptr) return true;
  const auto scope = scope_of(*written->value, frame);
  return scope && deployment::same_scope(*scope, frame.own->scope);
}

/// The resource that another one extends; nullptr where its scope is none.
const Instance* Evaluator::extended_by(const Instance& instance) {
  const ObjectItem* item = item_of(*instance.frame.own->document, instance.body, "scope");
  if (item == nullptr || scope_of(*item->value, instance.frame)) return nullptr;
  const auto extended = target(*item->value, instance.frame);
  return extended ? extended->instance : nullptr;
}

/// What extends another resource stands below that. Asked for when all resources have their names.
Value Evaluator::parent_id(const Instance& instance) {
  const Document& document = *instance.frame.own->document;
  const Place place = document.place(instance.statement->header);
  if (instance.around != nullptr) return id_of(*instance.around, place);
  Value id = deployment::scope_id(store(), instance.scope, place);
  if (const Instance* extended = extended_by(instance)) id = id_of(*extended, place);
  if (instance.names.size() < 2) return id;
  const std::string type = instance.type.substr(0, instance.type.rfind('/'));
  const std::vector<Value> names(instance.names.begin(), instance.names.end() - 1);
  const bool here = stays_in_scope(instance.body, instance.frame);
  const std::string address = here ? declared_in(*instance.frame.own, type, names) : "";
  const ProvenanceId origin = store().step(How::expression, place);
  if (!address.empty()) return store().reference(address, "id", origin);
  return deployment::resource_id_text(store(), id, type, names, origin);
}

/// The id of what another resource extends, which may extend a third one.
Value Evaluator::deep_id_of(const Instance& instance, Place place) {
  if (deployment_.depth >= deployment_.limits.nesting) return deployment_.cut_off(Limit::nesting, place);
  ++deployment_.depth;
  const Value id = id_of(instance, place);
  --deployment_.depth;
  return id;
}

/// The address of what a symbol stands for; empty where the same deployment does not make it.
std::string Evaluator::deployed_as(const Instance& instance) {
  if (!instance.existing && instance.existence.truth != Truth::no) return instance.address;
  const Instance* outermost = &instance;
  while (outermost->around != nullptr) outermost = outermost->around;
  if (!stays_in_scope(outermost->body, outermost->frame)) return {};
  return declared_in(*instance.frame.own, instance.type, instance.names);
}

Value Evaluator::id_of(const Instance& instance, Place place) {
  const ProvenanceId origin = store().step(How::attribute, place, "id");
  const std::string address = deployed_as(instance);
  if (!address.empty()) return store().reference(address, "id", origin);
  Value scope = deployment::scope_id(store(), instance.scope, place);
  if (const Instance* extended = extended_by(instance)) scope = deep_id_of(*extended, place);
  return deployment::resource_id_text(store(), scope, instance.type, instance.names, origin);
}

/// `resourceGroup('x')`, or the symbol of a resource group.
std::optional<deployment::Scope> Evaluator::scope_of(const Expr& written, const Frame& frame) {
  const Expr& expression = without_parentheses(written);
  const bool method = expression.kind == ExprKind::method;
  if (expression.kind == ExprKind::call || method) {
    std::vector<Value> arguments;
    for (const Expr* one : expression.children.subspan(method ? 1 : 0))
      arguments.push_back(evaluate(*one, frame));
    return scope_named(expression.name, arguments, frame.own->scope);
  }
  const auto found = target(expression, frame);
  if (!found || found->instance == nullptr || found->instance->names.empty()) return std::nullopt;
  const Instance& instance = *found->instance;
  std::optional<deployment::Scope> scope = instance.scope;
  const bool group = instance.type.ends_with("/resourceGroups");
  const bool management = instance.type.ends_with("/managementGroups");
  if (!group && !management) return std::nullopt;
  scope->kind = group ? deployment::ScopeKind::resource_group : deployment::ScopeKind::management_group;
  (group ? scope->resource_group : scope->management_group) = instance.names.back();
  return scope;
}

void Evaluator::open_module(Instance& instance) {
  Module& own = *instance.frame.own;
  const Document& document = *own.document;
  const Place place = document.place(instance.statement->header);
  const ObjectItem* name = item_of(document, instance.body, "name");
  const Value called = name == nullptr ? Value() : evaluate(*name->value, instance.frame);
  instance.written_name = called;
  const bool known = called.is(ValueType::string) && called.wholly_known();
  const std::string text = known ? std::string(called.text().chars)
                           : name == nullptr
                               ? std::string(instance.statement->name)
                               : "{" + written_text(document, *name->value) + "}" + instance.number;
  instance.address = deployment::address_of(deployment_type, std::vector{text});
  const Expr* source = instance.statement->text;
  instance.source = source == nullptr ? "" : plain_text(document.text, *source).value_or("");
  if (instance.existence.truth == Truth::no) return;
  if (own.depth >= deployment_.limits.module_depth) {
    static_cast<void>(deployment_.cut_off(Limit::module_depth, place));
    return;
  }
  if (const auto json = template_of(instance)) {
    instance.template_file = *json;
    return;
  }
  const auto used = module_file(deployment_, document, instance.source);
  if (!used) {
    deployment_.add_event({EventKind::unresolved_module, place, instance.source});
    return;
  }
  const Place named_at = document.place(source->span);
  if (closes_circle(deployment_, own, *used, named_at)) return;
  if (!deployment_.budget.spend(steps_of_a_module + used->tree->statements().size())) {
    static_cast<void>(deployment_.cut_off(Limit::evaluation_steps, place));
    return;
  }
  Module& module = open_file(deployment_, used);
  module.outer = &own;
  module.used_at = named_at;
  module.depth = own.depth + 1;
  module.address = instance.address;
  module.existence = instance.existence;
  if (const ObjectItem* params = item_of(document, instance.body, "params"))
    hand_over(*params->value, instance.frame, module);
  set_scope(instance, module);
  instance.module = &module;
}

/// The arguments of a module: each by need, or, where others are spread into them, all at once.
void Evaluator::hand_over(const Expr& params, const Frame& frame, Module& used) {
  const Document& document = *frame.own->document;
  const bool plain = params.kind == ExprKind::object &&
                     std::ranges::all_of(params.items, [&document](const ObjectItem& item) {
                       return item.key != nullptr && plain_text(document.text, *item.key);
                     });
  if (plain) {
    for (const ObjectItem& item : params.items)
      used.given[*plain_text(document.text, *item.key)] = {item.value, frame};
    return;
  }
  const Value all = evaluate(params, frame);
  used.open_arguments = why_unknown(store(), all, place_of(params, frame));
  if (!all.is_mapping()) return;
  used.open_arguments = all.rest();
  for (const Entry& entry : all.entries()) {
    used.arguments[std::string(entry.key)] =
        store().with_step(entry.value, How::argument, entry.key_place, entry.key);
  }
}

/// The file of a module in JSON: of the workspace, or of the cache of registries.
std::optional<std::string> Evaluator::template_of(Instance& instance) {
  Documents& documents = deployment_.documents;
  const deployment::ModuleSources& modules = documents.modules();
  const std::string& from = instance.frame.own->document->path;
  std::optional<std::string> path = template_path(from, instance.source);
  if (const auto registry = documents.registries().reference(instance.source, from)) {
    instance.source = registry->text();
    const std::string& cache = registry->cache.empty() ? modules.cache : registry->cache;
    if (!cache.empty()) path = cache + "/" + registry->cached_file();
  }
  const bool there = path && modules.templates != nullptr && documents.exists(*path);
  return there ? path : std::nullopt;
}

const deployment::TemplateOutcome* Evaluator::outcome(const Instance& instance) {
  if (instance.template_file.empty()) return nullptr;
  const auto [known, added] = deployment_.templates.try_emplace(&instance);
  if (!added) return &known->second;
  const Document& document = *instance.frame.own->document;
  deployment::TemplateUse use;
  use.path = instance.template_file;
  use.address = instance.address;
  use.existence = instance.existence;
  use.scope = instance.frame.own->scope;
  if (const ObjectItem* written = item_of(document, instance.body, "scope")) {
    if (const auto scope = scope_of(*written->value, instance.frame)) use.scope = *scope;
  }
  if (const ObjectItem* params = item_of(document, instance.body, "params")) {
    const Value given = evaluate(*params->value, instance.frame);
    use.more_arguments = given.is_mapping() ? given.rest() : why_unknown(store(), given, {});
    if (given.is_mapping()) {
      for (const Entry& entry : given.entries())
        use.arguments.emplace_back(entry.key,
                                   store().with_step(entry.value, How::argument, entry.key_place, entry.key));
    }
  }
  deployment::TemplateOutcome outcome = deployment_.documents.modules().templates->evaluate(use, store());
  deployment_.note_file_read(instance.template_file);
  return &(deployment_.templates[&instance] = std::move(outcome));
}

void Evaluator::set_scope(const Instance& instance, Module& used) {
  const Module& own = *instance.frame.own;
  const ObjectItem* written = item_of(*own.document, instance.body, "scope");
  used.shares_scope = stays_in_scope(instance.body, instance.frame);
  used.scope = own.scope;
  if (written == nullptr) return;
  if (const auto scope = scope_of(*written->value, instance.frame)) used.scope = *scope;
}

}  // namespace smtplint::bicep
