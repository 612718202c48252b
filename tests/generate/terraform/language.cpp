#include "generate/project.h"
#include "generate/terraform/tables.h"

namespace smtplint::generate {
namespace {

using terraform::Carrier;
using terraform::Scope;
using terraform::Workshop;

/// A value that has reached the sender's module, and the mark of its literal.
struct Arrival {
  Carrier value;
  MarkId literal{};
};

Arrival carry(Workshop& workshop, const ChainPlan& chain, const Plan& plan, std::string_view name,
              std::string_view literal) {
  Scope& home = workshop.on_the_way(chain.level);
  Arrival arrival{{chain.aside ? &workshop.add_module(home) : &home, "", std::string(name), {}},
                  workshop.fresh_mark()};
  Carrier& value = arrival.value;
  value.expression = with_mark(arrival.literal, literal);
  terraform::origins()[chain.origin].apply(workshop, value, chain.choice);
  if (chain.aside) workshop.out_of_module(value);
  // Half of the steps are taken where the value is written, the others on its way down.
  std::size_t level = chain.level;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    if (level < plan.depth && i * 2 >= chain.steps.size())
      workshop.into_module(value, workshop.on_the_way(++level));
    terraform::steps()[chain.steps[i].step].apply(workshop, value, chain.steps[i].choice);
  }
  while (level < plan.depth) workshop.into_module(value, workshop.on_the_way(++level));
  return arrival;
}

std::vector<std::string> settings_of(const Plan& plan, const Arrival& host, const Arrival& port,
                                     Scope& scope) {
  const terraform::Naming& naming = terraform::namings()[plan.naming];
  scope.body +=
      "variable \"mail_password\" {\n  type      = string\n  sensitive = true\n  default   = \"x\"\n}\n\n";
  std::vector<std::string> settings = {std::string(naming.host) + " = " + host.value.expression,
                                       std::string(naming.port) + " = " + port.value.expression,
                                       std::string(naming.user) + " = \"apikey\"",
                                       std::string(naming.password) + " = var.mail_password"};
  if (!naming.starttls.empty()) settings.emplace_back(naming.starttls);
  return settings;
}

std::string address_of(const Scope& scope, std::string_view type, const Plan& plan) {
  std::string path;
  for (const Scope* at = &scope; at->parent != nullptr; at = at->parent)
    path = "module." + at->name + "." + path;
  return path + std::string(type) + ".shop" + (plan.instances ? "[\"first\"]" : "");
}

/// Where each mark came to stand, by its number.
struct Written {
  std::map<std::string, std::string> files;
  std::map<MarkId, FilePlace> places;
};

Written clean(const std::map<std::string, std::string>& marked) {
  Written written;
  for (const auto& [path, text] : marked) {
    CleanText cleaned = without_marks(text);
    for (const MarkedPlace& place : cleaned.places) written.places[place.id] = {path, place.begin, place.end};
    written.files[path] = std::move(cleaned.text);
  }
  return written;
}

Trail trail_of(const Arrival& arrival, const Written& written) {
  Trail trail{written.places.at(arrival.literal), {}};
  for (const MarkId hop : arrival.value.hops) trail.hops.push_back(written.places.at(hop));
  return trail;
}

Project write(const Plan& plan) {
  Workshop workshop;
  const Arrival host = carry(workshop, plan.host_chain, plan, "host", plan.host);
  const Arrival port = carry(workshop, plan.port_chain, plan, "port", std::to_string(plan.port));
  Scope& scope = workshop.on_the_way(plan.depth);
  const terraform::Sender& sender =
      plan.sends ? terraform::senders()[plan.sender] : terraform::value_holder_sender();
  scope.body += sender.write("shop", plan.instances ? "  for_each = { first = \"1\" }\n" : "",
                             settings_of(plan, host, port, scope));
  Written written = clean(workshop.finish());

  Project project;
  project.port = trail_of(port, written);
  project.host = trail_of(host, written);
  project.files = std::move(written.files);
  project.sender_address = address_of(scope, sender.type, plan);
  project.kind = sender.kind;
  project.integrated = sender.integrated;
  project.environments.assign(workshop.environments().begin(), workshop.environments().end());
  return project;
}

std::string describe_chain(std::string_view name, const ChainPlan& chain) {
  std::string text = std::string(name) + ": " + std::string(terraform::origins()[chain.origin].name);
  if (chain.aside) text += ", out of a module";
  for (const StepPlan& step : chain.steps) text += ", " + std::string(terraform::steps()[step.step].name);
  return text + " (from level " + std::to_string(chain.level) + ")\n";
}

std::string describe(const Plan& plan) {
  return std::string(terraform::senders()[plan.sender].type) + " sends to " + plan.host + ":" +
         std::to_string(plan.port) + " under " + plan.subscription.value_or("no subscription") + ", " +
         std::to_string(plan.depth) + " modules deep\n" + describe_chain("port", plan.port_chain) +
         describe_chain("host", plan.host_chain);
}

}  // namespace

const Language& terraform_language() {
  static const Language language{{terraform::origins().size(), terraform::steps().size(),
                                  terraform::senders().size(), terraform::namings().size()},
                                 write,
                                 describe};
  return language;
}

}  // namespace smtplint::generate
