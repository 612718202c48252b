#include "generate/language.h"

namespace smtplint::generate {
namespace {

constexpr std::array<Naming, 4> names = {
    {{"SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD", ""},
     {"MAIL_HOST", "MAIL_PORT", "MAIL_USERNAME", "MAIL_PASSWORD", ""},
     {"Smtp__Host", "Smtp__Port", "Smtp__Username", "Smtp__Password", ""},
     {"EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "EMAIL_USE_TLS"}}};

/// A value that has reached the sender's module, and the mark of its literal.
struct Arrival {
  Carrier value;
  MarkId literal{};
};

struct Writing {
  const Language& language;
  const Plan& plan;
  Workshop& workshop;
};

Arrival carry(const Writing& writing, const ChainPlan& chain, std::string_view name,
              std::string_view literal) {
  Workshop& workshop = writing.workshop;
  const std::size_t depth = writing.plan.depth;
  Scope& home = workshop.on_the_way(chain.level);
  Arrival arrival;
  arrival.literal = workshop.fresh_mark();
  Carrier& value = arrival.value;
  value.scope = chain.aside ? &workshop.add_module(home) : &home;
  value.variable_name = name;
  value.expression = with_mark(arrival.literal, literal);
  writing.language.origins[chain.origin].apply(workshop, value, chain.choice);
  if (chain.aside) workshop.out_of_module(value);
  // Half of the steps are taken where the value is written, the others on its way down.
  std::size_t level = chain.level;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    if (level < depth && i * 2 >= chain.steps.size())
      workshop.into_module(value, workshop.on_the_way(++level));
    writing.language.steps[chain.steps[i].step].apply(workshop, value, chain.steps[i].choice);
  }
  while (level < depth) workshop.into_module(value, workshop.on_the_way(++level));
  return arrival;
}

std::vector<NamedSetting> settings_of(const Writing& writing, const Arrival& host, const Arrival& port,
                                      Scope& scope) {
  const Naming& naming = namings()[writing.plan.naming];
  Workshop& workshop = writing.workshop;
  std::vector<NamedSetting> settings = {{std::string(naming.host), workshop.setting(host.value)},
                                        {std::string(naming.port), workshop.setting(port.value)},
                                        {std::string(naming.user), workshop.quoted("apikey")},
                                        {std::string(naming.password), workshop.secret(scope)}};
  if (!naming.starttls.empty()) settings.push_back({std::string(naming.starttls), workshop.quoted("true")});
  return settings;
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

std::string describe_chain(const Language& language, std::string_view name, const ChainPlan& chain) {
  std::string text = std::string(name) + ": " + std::string(language.origins[chain.origin].name);
  if (chain.aside) text += ", out of a module";
  for (const StepPlan& step : chain.steps) text += ", " + std::string(language.steps[step.step].name);
  return text + " (from level " + std::to_string(chain.level) + ")\n";
}

}  // namespace

std::span<const Naming> namings() { return names; }

Project write(const Language& language, const Plan& plan) {
  const std::unique_ptr<Workshop> workshop = language.open();
  const Writing writing{language, plan, *workshop};
  const Arrival host = carry(writing, plan.host_chain, "host", plan.host);
  const Arrival port = carry(writing, plan.port_chain, "port", std::to_string(plan.port));
  Scope& scope = workshop->on_the_way(plan.depth);
  const Sender& sender = plan.sends ? language.senders[plan.sender] : *language.value_holder;
  scope.body += sender.write("shop", plan.instances, settings_of(writing, host, port, scope));
  Written written = clean(workshop->finish());

  Project project;
  project.port = trail_of(port, written);
  project.host = trail_of(host, written);
  project.files = std::move(written.files);
  project.sender_address = workshop->address(scope, sender.type, plan.instances);
  project.kind = sender.kind;
  project.integrated = sender.integrated;
  project.environments.assign(workshop->environments().begin(), workshop->environments().end());
  return project;
}

std::string describe(const Language& language, const Plan& plan) {
  return std::string(language.senders[plan.sender].type) + " sends to " + plan.host + ":" +
         std::to_string(plan.port) + " under " + plan.subscription.value_or("no subscription") + ", " +
         std::to_string(plan.depth) + " modules deep\n" + describe_chain(language, "port", plan.port_chain) +
         describe_chain(language, "host", plan.host_chain);
}

}  // namespace smtplint::generate
