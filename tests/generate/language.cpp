#include "generate/language.h"

#include "generate/chains.h"
#include "generate/documents/text_project.h"

namespace smtplint::generate {
namespace {

constexpr std::array<Naming, 4> names = {
    {{"SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD", ""},
     {"MAIL_HOST", "MAIL_PORT", "MAIL_USERNAME", "MAIL_PASSWORD", ""},
     {"Smtp__Host", "Smtp__Port", "Smtp__Username", "Smtp__Password", ""},
     {"EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "EMAIL_USE_TLS"}}};

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

Declared declare_settings(const Writing& writing) {
  const auto& [language, plan, workshop] = writing;
  Declared declared;
  declared.host = carry(writing, plan.host_chain, "host", plan.host);
  declared.port = carry(writing, plan.port_chain, "port", std::to_string(plan.port));
  const Sender& sender = plan.sends ? language.senders[plan.sender] : *language.value_holder;
  declared.kind = sender.kind;
  declared.integrated = sender.integrated;
  Scope& scope = workshop.on_the_way(plan.depth);
  scope.body +=
      sender.write("shop", plan.instances, settings_of(writing, declared.host, declared.port, scope));
  declared.address = workshop.address(scope, sender.type, plan.instances);
  return declared;
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
  return project_of(writing, plan.document ? declare_text(writing) : declare_settings(writing));
}

std::string describe(const Language& language, const Plan& plan) {
  std::string text = plan.document ? describe_document(language, plan)
                                   : std::string(language.senders[plan.sender].type) + "\n";
  text += "sends to " + plan.host + ":" + std::to_string(plan.port) + " under " +
          plan.subscription.value_or("no subscription") + ", " + std::to_string(plan.depth) +
          " modules deep\n";
  if (!plan.document || !plan.document->port_inside)
    text += describe_chain(language, "port", plan.port_chain);
  if (!plan.document || !plan.document->host_inside)
    text += describe_chain(language, "host", plan.host_chain);
  return text;
}

}  // namespace smtplint::generate
