#include "knowledge/references.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "base/wording.h"
#include "knowledge/platform_tables.h"
#include "knowledge/sections.h"

namespace smtplint::knowledge {
namespace {

std::vector<std::string_view> ids_of(const std::vector<Node>& files) {
  std::vector<std::string_view> ids;
  for (const Node file : files) ids.push_back(id_of(file));
  return ids;
}

/// One problem where a name is none of those that exist.
void check_name(std::string_view name, const Mark& place, std::string_view thing,
                const std::vector<std::string_view>& names, Problems& problems) {
  if (std::ranges::find(names, name) != names.end()) return;
  const auto nearest = nearest_name(name, names);
  const std::string hint = nearest ? "; did you mean " + quoted(*nearest) + "?" : "";
  problems.add(place, "there is no " + std::string(thing) + " " + quoted(name) + hint);
}

void check_policy(const RuleSet& rules, Problems& problems) {
  const auto types = ids_of(rules.section(section::subscriptions));
  for (const Node edition : rules.section(section::policy)) {
    const Node named = edition.find("types");
    if (!named.is(NodeKind::map)) continue;
    for (std::size_t i = 0; i < named.size(); ++i) {
      check_name(named.key_at(i), named.key_mark_at(i), "subscription type", types, problems);
    }
  }
}

void check_instead_of(const RuleSet& rules, Problems& problems) {
  const std::vector<Node> checks = rules.section(section::checks);
  const auto ids = ids_of(checks);
  for (const Node check : checks) {
    const Node replaced = check.find("instead-of");
    if (replaced.is(NodeKind::scalar)) check_name(replaced.text(), replaced.mark(), "check", ids, problems);
    for (std::size_t i = 0; i < replaced.size(); ++i) {
      check_name(replaced.at(i).text(), replaced.at(i).mark(), "check", ids, problems);
    }
  }
}

Node platform_file(const RuleSet& rules, std::string_view id) {
  for (const Node file : rules.section(section::platform)) {
    if (id_of(file) == id) return file;
  }
  return {};
}

/// A program that submits its mail does so by default on no port between mail servers.
void check_default_ports(const RuleSet& rules, std::string_view section, Problems& problems) {
  const Node exchange = platform_file(rules, MailPorts::id).find("exchange");
  if (exchange.missing()) return;
  for (const Node file : rules.section(section)) {
    const Node ports = file.find("default-port");
    if (ports.find("family").text() != "submission") continue;
    for (std::size_t i = 0; i < ports.size(); ++i) {
      if (ports.at(i).text() != exchange.text()) continue;
      problems.add(ports.at(i).mark(), quoted(exchange.text()) + " is no submission port");
    }
  }
}

void check_platform(const RuleSet& rules, Problems& problems) {
  const std::vector<std::string_view> known(platform_ids.begin(), platform_ids.end());
  const auto found = ids_of(rules.section(section::platform));
  for (const Node file : rules.section(section::platform)) {
    const Mark place = file.find("id").missing() ? file.mark() : file.find("id").mark();
    check_name(id_of(file), place, "table", known, problems);
  }
  for (const std::string_view id : known) {
    if (std::ranges::find(found, id) != found.end()) continue;
    problems.add({"rules/platform", 1, 1}, "the table " + quoted(id) + " is missing");
  }
}

}  // namespace

void check_references(const RuleSet& rules, Problems& problems) {
  check_policy(rules, problems);
  check_instead_of(rules, problems);
  check_default_ports(rules, section::frameworks, problems);
  check_default_ports(rules, section::mta, problems);
  check_platform(rules, problems);
}

void check_replaced_checks(const RuleSet& rules, Problems& problems) {
  for (const RuleSet::Replacement& replaced : rules.replacements(section::checks)) {
    for (const std::string_view key : {"name", "for"}) {
      const Node before = replaced.base.find(key);
      const Node now = replaced.overlay.find(key);
      if (now.missing() || now.text() == before.text()) continue;
      problems.add(now.mark(), quoted(key) + " of " + quoted(id_of(replaced.base)) + " is " +
                                   quoted(before.text()) +
                                   " and stays so; a new rule needs an id of its own");
    }
  }
}

}  // namespace smtplint::knowledge
