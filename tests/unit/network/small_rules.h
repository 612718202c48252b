#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "model/network.h"
#include "unit/network/small_world.h"

/// Security rules of the small world, and what they do by asking every one about one address and one port at
/// a time.
namespace smtplint::network::small {

struct Rule {
  Slot<bool> exists{true, false};
  Slot<int> priority;
  Slot<std::string> direction, access, protocol;
  Slot<std::vector<Prefix>> sources, destinations;
  Slot<std::vector<Ports>> ports;
  Slot<std::vector<Ports>> source_ports;
};

inline std::string one_of(Random& random, const std::vector<std::string>& words) {
  return words[random.below(words.size())];
}

/// `Internet` and `VirtualNetwork` as they are in this world.
inline Prefix tag(Random& random) {
  if (random.once_in(2))
    return {one_of(random, {"Internet", "internet", "INTERNET"}), outside, outside + 0xff};
  return {one_of(random, {"VirtualNetwork", "virtualnetwork"}), inside, inside + addresses - 1};
}

inline std::vector<Prefix> destinations(Random& random) {
  std::vector<Prefix> list;
  for (std::size_t count = 1 + random.below(3); count > 0; --count) {
    if (random.once_in(4))
      list.push_back(tag(random));
    else if (random.once_in(4))
      list.push_back(everything(random));
    else
      list.push_back(prefix(random, random.once_in(3) ? inside : outside));
  }
  return list;
}

inline std::vector<Prefix> sources(Random& random) {
  if (random.once_in(2)) return {everything(random)};
  if (random.once_in(4)) return {{"VirtualNetwork", 0, 0xffffffffu}};
  return {prefix(random, inside)};
}

inline std::vector<Ports> port_list(Random& random) {
  std::vector<Ports> list{ports(random)};
  while (random.once_in(3)) list.push_back(ports(random));
  return list;
}

inline void fill(Rule& rule, Random& random) {
  rule.exists.value = !random.once_in(3);
  if (rule.priority.hidden || rule.priority.value == 0) {
    rule.priority.value = 100 + static_cast<int>(random.below(8)) * (random.once_in(3) ? 500 : 1);
  }
  rule.direction.value = one_of(random, {"Outbound", "outbound", "Outbound", "Inbound"});
  rule.access.value = one_of(random, {"Allow", "Deny", "deny"});
  rule.protocol.value = one_of(random, {"Tcp", "TCP", "*", "*", "Udp", "Icmp"});
  rule.sources.value = sources(random);
  rule.destinations.value = destinations(random);
  rule.ports.value = port_list(random);
  rule.source_ports.value = {random.once_in(5) ? Ports{"25", 25, 25} : Ports{"*", 0, 65535}};
}

template <typename Act>
inline void for_each_slot(Rule& rule, const Act& act) {
  act(rule.exists.hidden), act(rule.priority.hidden), act(rule.direction.hidden), act(rule.access.hidden);
  act(rule.protocol.hidden), act(rule.sources.hidden), act(rule.destinations.hidden), act(rule.ports.hidden);
}

/// Another completion: only what is hidden changes.
inline Rule completed(const Rule& rule, Random& random) {
  Rule other;
  fill(other, random);
  Rule result = rule;
  if (rule.exists.hidden) result.exists.value = other.exists.value;
  if (rule.priority.hidden) result.priority.value = other.priority.value;
  if (rule.direction.hidden) result.direction.value = other.direction.value;
  if (rule.access.hidden) result.access.value = other.access.value;
  if (rule.protocol.hidden) result.protocol.value = other.protocol.value;
  if (rule.sources.hidden) result.sources.value = other.sources.value;
  if (rule.destinations.hidden) result.destinations.value = other.destinations.value;
  if (rule.ports.hidden) result.ports.value = other.ports.value;
  return result;
}

/// Azure refuses two rules of one priority and direction. Ties are tried all the same, but the lowest
/// priority is what a rule of unknown priority cannot get in front of.
inline void keep_lowest_single(std::vector<Rule>& rules) {
  for (Rule& rule : rules) {
    if (rule.priority.hidden && rule.priority.value == 100) rule.priority.value = 101;
  }
}

inline bool same_word(std::string left, std::string right) {
  std::ranges::transform(left, left.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::ranges::transform(right, right.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return left == right;
}

inline bool matches(const Rule& rule, std::uint32_t source, std::uint32_t destination, unsigned port) {
  if (!rule.exists.value || !same_word(rule.direction.value, "outbound")) return false;
  if (!same_word(rule.protocol.value, "tcp") && rule.protocol.value != "*") return false;
  if (rule.source_ports.value.front().text != "*") return false;
  const auto holds_source = [source](const Prefix& one) { return one.holds(source); };
  const auto holds_destination = [destination](const Prefix& one) { return one.holds(destination); };
  const auto holds_port = [port](const Ports& one) { return one.first <= port && port <= one.last; };
  return std::ranges::any_of(rule.sources.value, holds_source) &&
         std::ranges::any_of(rule.destinations.value, holds_destination) &&
         std::ranges::any_of(rule.ports.value, holds_port);
}

/// One priority after the other; behind them the rules that every group has.
inline Outcomes reference(const std::vector<Rule>& rules, std::uint32_t source, std::uint32_t destination,
                          unsigned port) {
  for (int priority = 100; priority <= 4096; ++priority) {
    Outcomes found;
    for (const Rule& rule : rules) {
      if (rule.priority.value != priority || !matches(rule, source, destination, port)) continue;
      (same_word(rule.access.value, "allow") ? found.allow : found.deny) = true;
    }
    if (found.allow || found.deny) return found;
  }
  const bool within = inside <= destination && destination < inside + addresses;
  const bool internet = destination >> 24 == outside >> 24;
  return {within || internet, !within && !internet};
}

inline model::SecurityGroup model_of(ValueStore& store, const std::vector<Rule>& rules) {
  model::SecurityGroup group;
  group.address = "group";
  for (const Rule& rule : rules) {
    if (!rule.exists.hidden && !rule.exists.value) continue;
    model::SecurityRule one;
    if (rule.exists.hidden) one.existence.truth = Truth::unknown;
    one.priority = number(store, rule.priority);
    one.direction = text(store, rule.direction);
    one.access = text(store, rule.access);
    one.protocol = text(store, rule.protocol);
    one.source_ports = texts(store, rule.source_ports);
    one.destination_ports = texts(store, rule.ports);
    one.source_prefixes = texts(store, rule.sources);
    one.destination_prefixes = texts(store, rule.destinations);
    group.rules.push_back(one);
  }
  return group;
}

inline std::vector<Rule> some_rules(Random& random, bool with_hidden) {
  std::vector<Rule> rules(random.below(6));
  for (Rule& rule : rules) {
    fill(rule, random);
    if (with_hidden && random.once_in(2))
      for_each_slot(rule, [&](bool& hidden) { hidden = random.once_in(4); });
  }
  return rules;
}

inline std::uint32_t some_destination(Random& random) {
  const std::uint32_t base = random.once_in(3) ? inside : outside;
  if (random.once_in(8)) return 0xac100001;  // 172.16.0.1: private, and not of this network
  return base + static_cast<std::uint32_t>(random.below(addresses));
}

}  // namespace smtplint::network::small
