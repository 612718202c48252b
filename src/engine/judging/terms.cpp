#include "engine/judging/terms.h"

#include <algorithm>

namespace smtplint::engine {
namespace {

using knowledge::Check;

bool named_by(const std::string& id, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&id](const std::string& word) { return id.starts_with(word); });
}

std::optional<Severity> configured_level(const Configuration& configuration, const std::string& rule) {
  if (!configuration.severity) return std::nullopt;
  const auto level = configuration.severity->find(rule);
  return level == configuration.severity->end() ? std::nullopt : std::optional(level->second);
}

bool is_enabled(const Check& check, std::optional<Severity> level, const Request& request) {
  if (named_by(check.info.id, request.ignore) || level == Severity::off) return false;
  if (!request.select.empty()) return named_by(check.info.id, request.select);
  return check.enabled || level.has_value();
}

/// The check with one level in place of its own and of all that its variants give.
Check with_level(Check check, Severity level) {
  check.info.severity = level;
  for (knowledge::Variant& variant : check.variants) variant.has_severity = false;
  return check;
}

void choose_checks(const Request& request, const Configuration& configuration,
                   const knowledge::Catalogue& catalogue, Terms& terms) {
  if (configuration.severity) terms.adjusted.reserve(configuration.severity->size());
  for (const Check& check : catalogue.checks()) {
    const auto level = configured_level(configuration, check.info.id);
    if (!is_enabled(check, level, request)) continue;
    if (level) terms.adjusted.push_back(with_level(check, *level));
    terms.checks.push_back(level ? &terms.adjusted.back() : &check);
  }
}

const knowledge::Edition* edition_of(const std::optional<std::string>& id,
                                     const std::optional<std::string>& day,
                                     const knowledge::PolicyTable& policy) {
  if (id) return policy.by_id(*id);
  return day ? policy.as_of(*day) : nullptr;
}

lowering::OwnNames own_names(const Configuration& configuration) {
  lowering::OwnNames own;
  own.private_domains = configuration.private_domains.value_or(std::vector<std::string>());
  own.private_ranges = configuration.private_addresses.value_or(std::vector<IpRange>());
  for (const std::string& host : configuration.relays.value_or(std::vector<std::string>())) {
    own.relays.emplace_back(host);
  }
  return own;
}

}  // namespace

bool Terms::enables(const std::string& rule) const {
  return std::ranges::any_of(checks, [&rule](const Check* check) { return check->info.id == rule; });
}

Terms terms_of(const Request& request, const Configuration& configuration,
               const knowledge::Catalogue& catalogue) {
  const knowledge::PolicyTable& policy = catalogue.policy();
  Terms terms;
  terms.configuration = &configuration;
  terms.edition = edition_of(request.policy_edition, request.as_of, policy);
  if (terms.edition == nullptr)
    terms.edition = edition_of(configuration.policy_edition, configuration.as_of, policy);
  if (terms.edition == nullptr) terms.edition = &policy.newest();
  choose_checks(request, configuration, catalogue, terms);
  terms.own = own_names(configuration);
  terms.today = request.as_of.value_or(configuration.as_of.value_or(request.today));
  return terms;
}

}  // namespace smtplint::engine
