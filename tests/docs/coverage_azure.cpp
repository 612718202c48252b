#include <algorithm>
#include <set>

#include "docs/coverage_parts.h"
#include "docs/markdown.h"

namespace smtplint::docs {
namespace {

using knowledge::Edition;
using knowledge::KindRule;
using knowledge::Mapping;
using knowledge::PolicyRule;

std::string_view word_of(PolicyRule rule) {
  switch (rule) {
    case PolicyRule::allowed:
      return "allowed";
    case PolicyRule::exemptable:
      return "exemptable";
    case PolicyRule::blocked:
      return "blocked";
    case PolicyRule::not_named:
      return "not named";
  }
  return {};
}

std::string_view word_of(KindRule rule) {
  switch (rule) {
    case KindRule::as_subscription:
      return "the subscription decides";
    case KindRule::with_integration:
      return "with VNet integration and route-all the subscription decides; else not supported";
    case KindRule::unsupported:
      return "not supported on any subscription";
    case KindRule::unsupported_may_work:
      return "not supported, but may seem to work";
    case KindRule::unknown:
      return "the edition does not say";
  }
  return {};
}

/// Both answers where the day of creation counts.
std::string verdict(const Edition& edition, std::string_view type) {
  const knowledge::TypeRule& rule = edition.rule_for(type);
  const std::string after(word_of(rule.after_cutoff));
  if (edition.cutoff.empty()) return after;
  const std::string before(rule.conflict_before_cutoff ? "unknown" : word_of(rule.before_cutoff));
  return before == after ? after : after + " (before: " + before + ")";
}

bool is_arm(const std::string& type) { return type.find('/') != std::string::npos; }

/// Types of both dialects, and calls of modules.
struct Types {
  std::vector<std::string> azurerm, arm, modules;

  void add(const std::vector<knowledge::Match>& matches) {
    for (const knowledge::Match& match : matches) {
      if (match.type == "module") {
        modules.emplace_back(match.source.given() ? "calls of modules by their source"
                                                  : "other calls of modules");
      } else {
        (is_arm(match.type) ? arm : azurerm).push_back(code(match.type));
      }
    }
  }
};

std::string fields_of(const Mapping& mapping) {
  std::vector<std::string> names;
  for (const knowledge::FieldMapping& field : mapping.fields) {
    const bool names_only =
        field.field == knowledge::Field::name || field.field == knowledge::Field::resource_group;
    if (!names_only) names.emplace_back(to_string(field.field));
  }
  for (const knowledge::Contains& part : mapping.contains) names.push_back("contains " + part.mapping);
  for (const knowledge::Embedded& text : mapping.embedded)
    names.push_back("reads its " + std::string(to_string(text.kind)));
  return joined(names);
}

std::vector<std::string> row_of(const Mapping& mapping) {
  Types types;
  types.add(mapping.match);
  Types attached;
  for (const knowledge::Attach& attach : mapping.attach) attached.add(attach.match);
  for (const std::string& type : attached.azurerm) types.azurerm.push_back("+ " + type);
  for (const std::string& type : attached.arm) types.arm.push_back("+ " + type);
  types.azurerm.insert(types.azurerm.end(), types.modules.begin(),
                       std::unique(types.modules.begin(), types.modules.end()));
  const bool inside = mapping.match.empty();
  return {"[" + mapping.id + "](../" + std::string(mapping.mark.file) + ")",
          std::string(to_string(mapping.thing)), inside ? "inside others" : joined(types.azurerm, "<br>"),
          inside ? "inside others" : joined(types.arm, "<br>"), fields_of(mapping)};
}

/// The repositories, each at its version, that the mappings were read from.
std::string read_from(const std::vector<Mapping>& mappings) {
  std::set<std::string> repositories;
  for (const Mapping& mapping : mappings) {
    for (const std::string& source : mapping.sources) {
      if (!source.starts_with("https://")) repositories.insert(code(source.substr(0, source.find(':'))));
    }
  }
  return joined({repositories.begin(), repositories.end()});
}

}  // namespace

std::string subscriptions_section(const knowledge::Catalogue& catalogue) {
  const auto& editions = catalogue.policy().editions();
  std::string text =
      "## Subscriptions and editions of the policy\n\nThe cell says what an edition grants on port 25; "
      "`before` is about subscriptions created before the edition's day (where it names one). "
      "An unlisted type counts as `other`.\n\n";
  std::vector<std::vector<std::string>> rows;
  for (const Edition& edition : editions)
    rows.push_back({edition.id, edition.date, edition.cutoff, edition.title,
                    edition.only_by_name ? "by name only" : "by date or name"});
  text += table({"edition", "from", "subscriptions before", "what is new in it", "chosen"}, rows) + "\n";
  const Edition& newest = catalogue.policy().newest();
  rows.clear();
  for (const knowledge::SubscriptionType& type : catalogue.subscriptions().types()) {
    if (type.id == "unknown") continue;
    rows.push_back({code(type.id), type.name, verdict(newest, type.id), joined(code(type.aliases)),
                    joined(type.offers), joined(type.quota_ids)});
  }
  text += table({"type", "name", "in " + newest.id, "aliases", "offers", "quota ids"}, rows);
  std::vector<std::string> head = {"type"};
  for (const Edition& edition : editions) head.push_back(edition.id);
  rows.clear();
  for (const knowledge::SubscriptionType& type : catalogue.subscriptions().types()) {
    if (type.id == "unknown") continue;
    std::vector<std::string> row = {code(type.id)};
    for (const Edition& edition : editions) row.push_back(verdict(edition, type.id));
    rows.push_back(row);
  }
  return text + "\n" + table(head, rows) + "\n";
}

std::string kinds_section(const knowledge::Catalogue& catalogue) {
  const Edition& newest = catalogue.policy().newest();
  const auto row = [&catalogue](WorkloadKind kind, std::string_view rule) {
    std::vector<std::string> mappings;
    for (const Mapping& mapping : catalogue.mappings()) {
      if (std::ranges::find(mapping.classify, kind, &knowledge::KindRow::kind) != mapping.classify.end())
        mappings.push_back(mapping.id);
    }
    return std::vector<std::string>{code(to_string(kind)), std::string(rule), joined(mappings)};
  };
  std::vector<std::vector<std::string>> rows;
  for (const auto& [kind, rule] : newest.kinds) rows.push_back(row(kind, word_of(rule)));
  rows.push_back(row(WorkloadKind::unknown, "unknown"));
  return "## Kinds of compute\n\n" + table({"kind", "port 25 in " + newest.id, "resource kinds"}, rows) +
         "\n";
}

std::string resources_section(const knowledge::Catalogue& catalogue) {
  std::vector<std::vector<std::string>> rows;
  Types types;
  for (const Mapping& mapping : catalogue.mappings()) {
    rows.push_back(row_of(mapping));
    types.add(mapping.match);
    for (const knowledge::Attach& attach : mapping.attach) types.add(attach.match);
  }
  for (auto* list : {&types.azurerm, &types.arm}) {
    std::ranges::sort(*list);
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return "## Resources\n\n" + std::to_string(rows.size()) + " kinds of resources, " +
         std::to_string(types.azurerm.size()) + " types of Terraform providers and " +
         std::to_string(types.arm.size()) +
         " of ARM (in templates, or through the `azapi` provider). `+` marks resources that only say "
         "something about the "
         "others. "
         "Resources of other types are ignored. Names and defaults were read from " +
         read_from(catalogue.mappings()) + " and Microsoft's template reference.\n\n" +
         table({"kind", "is a", "Terraform", "ARM", "read"}, rows) + "\n";
}

}  // namespace smtplint::docs
