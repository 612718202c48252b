#include "engine/embedded/embedded_templates.h"

#include <algorithm>
#include <utility>

#include "engine/languages/limits.h"
#include "engine/languages/template_language.h"
#include "frontend/deployment/functions.h"
#include "frontend/deployment/json_values.h"
#include "value/budget.h"
#include "value/text.h"

namespace smtplint::engine {
namespace {

constexpr knowledge::EmbeddedKind kind = knowledge::EmbeddedKind::arm_template;

Value member(Value object, std::string_view name) {
  return object.is_mapping() ? object.find_ignoring_case(name) : Value();
}

std::string name_of(const lowering::EmbeddedText& text) { return text.owner + ' ' + text.path; }

}  // namespace

EmbeddedTemplates::EmbeddedTemplates(WorkspaceFiles workspace, const knowledge::Limits& limits,
                                     ValueStore& store)
    : sources_(workspace.sources),
      limits_(limits),
      store_(store),
      project_(workspace.files, workspace.sources, {}, evaluation_limits(limits)) {}

bool EmbeddedTemplates::add_to(Shapes& shapes, const std::vector<lowering::EmbeddedText>& texts) {
  const std::size_t before = used_.size();
  for (const lowering::EmbeddedText& text : texts) {
    if (text.kind != kind || !seen_.insert(name_of(text)).second) continue;
    const auto owner = std::ranges::find(shapes.resources, text.owner, &Resource::address);
    if (owner == shapes.resources.end()) continue;
    const Resource deployment = *owner;
    add(shapes, text, deployment);
  }
  return used_.size() > before;
}

std::optional<Place> EmbeddedTemplates::unread(const Shapes& shapes,
                                               const std::vector<lowering::EmbeddedText>& texts) const {
  for (const lowering::EmbeddedText& text : texts) {
    if (text.kind != kind || seen_.contains(name_of(text))) continue;
    const auto owner = std::ranges::find(shapes.resources, text.owner, &Resource::address);
    return owner == shapes.resources.end() ? Place{} : owner->place;
  }
  return std::nullopt;
}

void EmbeddedTemplates::add(Shapes& shapes, const lowering::EmbeddedText& text, const Resource& owner) {
  deployment::TemplateUse use;
  use.text = as_text(text.text);
  if (!use.text.is(ValueType::string)) return;
  use.path = owner.place.known() ? sources_.get(owner.place.source).path() : std::string();
  use.address = owner.address;
  use.existence = owner.existence;
  const Place begin = text_origin(store_, use.text, 0, 1).place;
  if (begin.known() && begin.source != owner.place.source) {
    use.path = sources_.get(begin.source).path();
    files_.push_back(use.path);
  }
  give(text.arguments, use);
  Shapes used = project_.evaluate(use, store_).shapes;
  for (Resource& resource : used.resources) {
    if (resource.provider.empty()) resource.provider = owner.provider;
    shapes.resources.push_back(std::move(resource));
  }
  used.resources.clear();
  used_.push_back(std::move(used));
}

/// A language of templates writes one inside another as an object.
Value EmbeddedTemplates::as_text(Value written) {
  if (!written.is_mapping()) return written;
  Budget budget(limits_.evaluation_steps);
  const Place place = store_.provenance().step(written.provenance()).place;
  const EvaluationLimits limits = evaluation_limits(limits_);
  const deployment::Scope scope;
  Conditions conditions;
  deployment::CallContext context{store_, limits, budget, conditions, scope, place, {}};
  const deployment::Argument argument{written, nullptr};
  return deployment::call_function("string", {&argument, 1}, context);
}

/// `{name: {value}}`, as text or as an object; templates of old gave `{name: value}`.
void EmbeddedTemplates::give(Value arguments, deployment::TemplateUse& use) {
  if (arguments.is_absent()) return;
  const Place place = store_.provenance().step(arguments.provenance()).place;
  if (arguments.is(ValueType::string))
    arguments = deployment::read_json(store_, arguments, limits_.nesting, "json", place);
  if (const Value inner = member(arguments, "parameters"); inner.is_mapping()) arguments = inner;
  if (!arguments.is_mapping()) {
    use.more_arguments = arguments.is_unknown()
                             ? &arguments.reason()
                             : store_.reason(ReasonKind::runtime_only, to_string(kind), place);
    return;
  }
  use.more_arguments = arguments.rest();
  for (const Entry& entry : arguments.entries()) {
    Value value = member(entry.value, "value");
    if (!entry.value.is_mapping()) value = entry.value;
    if (value.is_absent())
      value =
          store_.unknown(ReasonKind::secret, store_.keep("param." + std::string(entry.key)), entry.key_place);
    use.arguments.emplace_back(entry.key, store_.with_step(value, How::argument, entry.key_place, entry.key));
  }
}

std::vector<Event> EmbeddedTemplates::events() const {
  std::vector<Event> all;
  for (const Shapes& one : used_) {
    const Met met = one.met_so_far();
    all.insert(all.end(), met.events.begin(), met.events.end());
  }
  return all;
}

}  // namespace smtplint::engine
