#include "engine/configuration/keys.h"

#include <array>

#include "engine/configuration/map_reader.h"

namespace smtplint::engine {
namespace {

template <typename T>
std::vector<T> each(const ValueReader& value, T (ValueReader::*read)() const) {
  std::vector<T> all;
  for (const ValueReader& item : value.items()) all.push_back((item.*read)());
  return all;
}

template <typename T>
std::vector<KeyInfo> infos(std::span<const Key<T>> keys) {
  std::vector<KeyInfo> all;
  for (const Key<T>& key : keys) all.push_back(key.info);
  return all;
}

constexpr auto exemption_keys = std::to_array<Key<Exemption>>({
    {{"evidence", ValueForm::text, Arity::one, "Where it is written: a support request, the portal's answer",
      true},
     [](const ValueReader& value, Exemption& exemption) { exemption.evidence = value.text(); }},
    {{"date", ValueForm::date, Arity::one, "When it was granted", true},
     [](const ValueReader& value, Exemption& exemption) { exemption.date = value.date(); }},
});

constexpr auto subscription_keys = std::to_array<Key<SubscriptionRule>>({
    {{"path", ValueForm::glob, Arity::one,
      "Deployments whose root lies here: a folder of Terraform, a template"},
     [](const ValueReader& value, SubscriptionRule& rule) { rule.path = value.path(); }},
    {{"environment", ValueForm::glob, Arity::one, "Environments of this name"},
     [](const ValueReader& value, SubscriptionRule& rule) { rule.environment = value.glob(); }},
    {{"provider", ValueForm::glob, Arity::one,
      "What is deployed through this provider: its alias, `azurerm.hub` or `hub` (`azurerm` is the one "
      "without alias), "
      "or the subscription's id"},
     [](const ValueReader& value, SubscriptionRule& rule) { rule.provider = value.glob(); }},
    {{"type", ValueForm::subscription_type, Arity::one, "The subscription type", true},
     [](const ValueReader& value, SubscriptionRule& rule) { rule.type = value.subscription_type(); }},
    {{"created", ValueForm::date, Arity::one, "When the subscription was created"},
     [](const ValueReader& value, SubscriptionRule& rule) { rule.created = value.date(); }},
    {{"exempt", ValueForm::entries, Arity::one, "Microsoft has lifted the block for this subscription", false,
      [] { return infos<Exemption>(exemption_keys); }},
     [](const ValueReader& value, SubscriptionRule& rule) {
       read_map<Exemption>(value, exemption_keys, rule.exempt.emplace());
     }},
});

constexpr auto ignore_keys = std::to_array<Key<IgnoreRule>>({
    {{"rule", ValueForm::rule, Arity::one, "Which rule's findings", true},
     [](const ValueReader& value, IgnoreRule& ignore) {
       ignore.rule = value.rule();
       ignore.place = value.place();
     }},
    {{"path", ValueForm::glob, Arity::one, "Findings that are marked in these files"},
     [](const ValueReader& value, IgnoreRule& ignore) { ignore.path = value.path(); }},
    {{"address", ValueForm::glob, Arity::one, "Findings about these senders"},
     [](const ValueReader& value, IgnoreRule& ignore) { ignore.address = value.glob(); }},
    {{"reason", ValueForm::text, Arity::one, "Why they are accepted", true},
     [](const ValueReader& value, IgnoreRule& ignore) { ignore.reason = value.text(); }},
    {{"until", ValueForm::date, Arity::one, "The last day on which they are"},
     [](const ValueReader& value, IgnoreRule& ignore) { ignore.until = value.date(); }},
});

constexpr auto app_keys = std::to_array<Key<AppRule>>({
    {{"path", ValueForm::glob, Arity::one, "The application's folder, or files of its configuration", true},
     [](const ValueReader& value, AppRule& app) { app.path = value.path(); }},
    {{"runs-on", ValueForm::glob, Arity::one, "Address of the compute, as findings name it", true},
     [](const ValueReader& value, AppRule& app) {
       app.runs_on = value.glob();
       app.place = value.place();
     }},
});

void read_apps(const ValueReader& value, Configuration& configuration) {
  std::vector<AppRule>& apps = configuration.apps.emplace();
  for (const ValueReader& item : value.items()) read_map<AppRule>(item, app_keys, apps.emplace_back());
}

void read_subscription(const ValueReader& value, Configuration& configuration) {
  std::vector<SubscriptionRule>& rules = configuration.subscription.emplace();
  if (!value.is_list()) {
    rules.emplace_back().type = value.subscription_type();
    return;
  }
  for (const ValueReader& item : value.items())
    read_map<SubscriptionRule>(item, subscription_keys, rules.emplace_back());
}

void read_private_domains(const ValueReader& value, Configuration& configuration) {
  std::vector<std::string>& domains = configuration.private_domains.emplace();
  for (const ValueReader& item : value.items()) {
    std::string domain = item.host();
    while (domain.starts_with('*') || domain.starts_with('.')) domain.erase(0, 1);
    domains.push_back(std::move(domain));
  }
}

void read_private_addresses(const ValueReader& value, Configuration& configuration) {
  std::vector<IpRange>& ranges = configuration.private_addresses.emplace();
  for (const ValueReader& item : value.items()) {
    if (const auto range = item.address()) ranges.push_back(*range);
  }
}

void read_ignore(const ValueReader& value, Configuration& configuration) {
  std::vector<IgnoreRule>& rules = configuration.ignore.emplace();
  for (const ValueReader& item : value.items()) read_map<IgnoreRule>(item, ignore_keys, rules.emplace_back());
}

constexpr auto keys = std::to_array<Key<Configuration>>({
    {{"subscription", ValueForm::entries, Arity::type_or_list,
      "The subscription type of everything, or a list of which the first entry that fits counts", false,
      [] { return infos<SubscriptionRule>(subscription_keys); }},
     read_subscription},
    {{"private-domains", ValueForm::host, Arity::list,
      "Domains inside your own network, with all names below them"},
     read_private_domains},
    {{"private-addresses", ValueForm::address, Arity::list, "Addresses and ranges inside your own network"},
     read_private_addresses},
    {{"relays", ValueForm::host, Arity::list,
      "Mail relays inside your own network whose names look public; `*` stands for any letters"},
     [](const ValueReader& value, Configuration& configuration) {
       configuration.relays = each<std::string>(value, &ValueReader::host);
     }},
    {{"severity", ValueForm::rule, Arity::levels,
      "For each rule, the level that it has instead of its own; `off` silences it, all else switches it on"},
     [](const ValueReader& value, Configuration& configuration) { configuration.severity = value.levels(); }},
    {{"exclude", ValueForm::glob, Arity::list,
      "Roots and variable or parameter files that are not analysed on their own; what other deployments read "
      "there still "
      "counts"},
     [](const ValueReader& value, Configuration& configuration) {
       configuration.exclude = each<PathPattern>(value, &ValueReader::path);
     }},
    {{"apps", ValueForm::entries, Arity::list,
      "Which compute runs an application, where no deployment file says so; every entry that fits counts",
      false, [] { return infos<AppRule>(app_keys); }},
     read_apps},
    {{"ignore", ValueForm::entries, Arity::list,
      "Findings that are accepted, for formats without comments; unused and expired entries are reported",
      false, [] { return infos<IgnoreRule>(ignore_keys); }},
     read_ignore},
    {{"policy-edition", ValueForm::policy_edition, Arity::one, "An older edition of the policy, by id"},
     [](const ValueReader& value, Configuration& configuration) {
       configuration.policy_edition = value.policy_edition();
     }},
    {{"as-of", ValueForm::date, Arity::one,
      "The day whose edition of the policy counts, and by which suppressions expire"},
     [](const ValueReader& value, Configuration& configuration) {
       configuration.as_of = value.policy_date();
     }},
    {{"platform", ValueForm::platform, Arity::one,
      "Whether configuration without link to compute runs in Azure: `azure`, `other` or `auto`"},
     [](const ValueReader& value, Configuration& configuration) {
       configuration.platform = value.platform();
     }},
});

}  // namespace

std::span<const Key<Configuration>> configuration_keys() { return keys; }

}  // namespace smtplint::engine
