#include "generate/layers/layered_project.h"

#include "generate/chains.h"
#include "generate/layers/compositions.h"
#include "generate/layers/stacks.h"

namespace smtplint::generate {
namespace {

constexpr std::string_view folder = "shop/";

/// The step of a workflow that brings the program to its compute.
std::string deployment_step(WorkloadKind kind) {
  switch (kind) {
    case WorkloadKind::web_app:
      return "azure/webapps-deploy@v3\n        with: {app-name: shop, package: ./shop}\n";
    case WorkloadKind::function_app:
      return "azure/functions-action@v1\n        with: {app-name: shop, package: ./shop}\n";
    default:
      return "docker/build-push-action@v6\n        with: {context: shop, tags: "
             "\"registry.contoso.com/shop:1\"}\n";
  }
}

std::string workflow(WorkloadKind kind) {
  return "on: push\njobs:\n  deploy:\n    steps:\n      - uses: " + deployment_step(kind);
}

/// One of the two values in all its layers; the one that counts arrives.
class End {
 public:
  End(const Writing& writing, const ChainPlan& chain, std::string_view name,
      const std::vector<std::string>& layers)
      : writing_(writing), chain_(chain), name_(name), layers_(layers) {}

  [[nodiscard]] std::optional<std::string> in_file(std::size_t layer) {
    if (layers_[layer].empty()) return std::nullopt;
    const MarkId mark = writing_.workshop.fresh_mark();
    if (layer == effective(layers_)) arrival_.literal = mark;
    return with_mark(mark, layers_[layer]);
  }

  void in_environment(std::string_view variable, std::vector<NamedSetting>& settings) {
    if (layers_.back().empty()) return;
    arrival_ = carry(writing_, chain_, name_, layers_.back());
    settings.push_back({std::string(variable), writing_.workshop.setting(arrival_.value)});
  }

  [[nodiscard]] const Arrival& arrival() const { return arrival_; }

 private:
  const Writing& writing_;
  const ChainPlan& chain_;
  std::string_view name_;
  const std::vector<std::string>& layers_;
  Arrival arrival_;
};

Declared declare_layers(const Writing& writing, const LayeredPlan& layered) {
  const auto& [language, plan, workshop] = writing;
  const Stack& stack = stacks()[layered.stack];
  End host(writing, plan.host_chain, "host", layered.hosts),
      port(writing, plan.port_chain, "port", layered.ports);
  for (std::size_t i = 0; i < stack.layers.size(); ++i) {
    const Layer& layer = stack.layers[i];
    workshop.add_file(std::string(folder) + std::string(layer.path),
                      layer.write({host.in_file(i), port.in_file(i)}));
  }
  Scope& scope = workshop.on_the_way(plan.depth);
  std::vector<NamedSetting> settings = {{"TZ", workshop.quoted("UTC")}};
  if (!stack.profile.empty())
    settings.push_back({std::string(stack.profile_variable), workshop.quoted(stack.profile)});
  host.in_environment(stack.environment.host, settings);
  port.in_environment(stack.environment.port, settings);
  if (!stack.environment.password.empty())
    settings.push_back({std::string(stack.environment.password), workshop.secret(scope)});

  Declared declared;
  const Sender& sender = language.senders[plan.sender];
  declared.kind = sender.kind;
  declared.integrated = sender.integrated;
  scope.body += sender.write("shop", false, settings);
  declared.address = workshop.address(scope, sender.type, false);
  declared.host = host.arrival();
  declared.port = port.arrival();
  workshop.add_file(".github/workflows/shop.yml", workflow(declared.kind));
  return declared;
}

Declared declare_composition(const Writing& writing, const LayeredPlan& layered) {
  const auto& [language, plan, workshop] = writing;
  const Composition& composition = compositions()[layered.stack];
  End host(writing, plan.host_chain, "host", layered.hosts),
      port(writing, plan.port_chain, "port", layered.ports);
  std::vector<LayerEnds> layers;
  for (std::size_t i = 0; i < composition.layers; ++i) layers.push_back({host.in_file(i), port.in_file(i)});
  Scope& scope = workshop.on_the_way(plan.depth);
  composition.write(workshop, scope, layers);

  Declared declared;
  declared.kind = composition.kind;
  declared.integrated = true;  // judged by the subscription alone, as machines are
  if (!composition.type.empty()) declared.address = workshop.address(scope, composition.type, false);
  if (!composition.address.empty()) declared.address = composition.address;
  declared.host = host.arrival();
  declared.port = port.arrival();
  return declared;
}

/// It holds only unless a variable is set.
bool may_be_replaced(const LayeredPlan& plan, const std::vector<std::string>& ends) {
  const std::size_t layer = effective(ends);
  if (plan.composed) return compositions()[plan.stack].unless_set == layer;
  const Stack& stack = stacks()[plan.stack];
  return layer < stack.layers.size() && stack.layers[layer].unless_set;
}

bool is_linked(const LayeredPlan& plan) { return !plan.composed || compositions()[plan.stack].linked; }

Severity one_step_lower(Severity severity) {
  return severity == Severity::error ? Severity::warning : Severity::note;
}

std::string describe_layers(std::string_view name, const std::vector<std::string>& layers) {
  std::string text(name);
  for (const std::string& layer : layers) text += " < " + (layer.empty() ? "-" : layer);
  return text + "\n";
}

}  // namespace

Project write(const Language& language, const LayeredPlan& layered) {
  const std::unique_ptr<Workshop> workshop = language.open();
  const Writing writing{language, layered.plan, *workshop};
  return project_of(
      writing, layered.composed ? declare_composition(writing, layered) : declare_layers(writing, layered));
}

Expectation expect(const LayeredPlan& plan, const Project& project) {
  Expectation expected = expect(plan.plan, project);
  if (may_be_replaced(plan, plan.hosts) || may_be_replaced(plan, plan.ports) || !is_linked(plan))
    expected.severity = one_step_lower(expected.severity);
  return expected;
}

std::string describe(const Language& language, const LayeredPlan& plan) {
  const std::string name(plan.composed ? compositions()[plan.stack].name : stacks()[plan.stack].name);
  return name + "\n" + describe_layers("host", plan.hosts) + describe_layers("port", plan.ports) +
         describe(language, plan.plan);
}

}  // namespace smtplint::generate
