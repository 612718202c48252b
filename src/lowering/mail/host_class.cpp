#include "lowering/mail/host_class.h"

#include <algorithm>

#include "value/value.h"

namespace smtplint::lowering {
namespace {

using knowledge::HostNames;

bool is_or_below(std::string_view name, std::string_view domain) {
  if (!name.ends_with(domain)) return false;
  return name.size() == domain.size() || name[name.size() - domain.size() - 1] == '.';
}

bool is_or_below_any(std::string_view name, const std::vector<std::string>& domains) {
  return std::ranges::any_of(domains,
                             [name](const std::string& domain) { return is_or_below(name, domain); });
}

bool in_any(const IpAddress& address, const std::vector<IpRange>& ranges) {
  return std::ranges::any_of(ranges, [&address](const IpRange& range) { return range.contains(address); });
}

HostClass class_of_address(const IpAddress& address, const HostNames& names, const OwnNames& own) {
  if (in_any(address, names.local_ranges)) return {.scope = Scope::local};
  if (in_any(address, names.private_ranges) || in_any(address, own.private_ranges)) {
    return {.scope = Scope::private_network};
  }
  return {.scope = Scope::public_host, .placeholder = in_any(address, names.reserved_ranges)};
}

bool is_placeholder(std::string_view name, const HostNames& names) {
  const auto contained = [name](const std::string& part) {
    return name.find(part) != std::string_view::npos;
  };
  return std::ranges::find(names.placeholder_names, name) != names.placeholder_names.end() ||
         std::ranges::any_of(names.placeholder_parts, contained) || is_or_below_any(name, names.reserved);
}

std::vector<std::string_view> labels_of(std::string_view name) {
  std::vector<std::string_view> labels;
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    labels.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

/// Labels of the registered domain: two, or three under a country's second level.
std::size_t registered_labels(const std::vector<std::string_view>& labels, const HostNames& names) {
  if (labels.size() < 3 || labels.back().size() != 2) return 2;
  const auto& second = names.second_levels;
  return std::ranges::find(second, labels[labels.size() - 2]) == second.end() ? 2 : 3;
}

bool is_perhaps_private(std::string_view name, const HostNames& names) {
  const std::vector<std::string_view> labels = labels_of(name);
  const std::size_t registered = registered_labels(labels, names);
  for (std::size_t i = 0; i + registered < labels.size(); ++i) {
    if (std::ranges::find(names.perhaps_private_labels, labels[i]) != names.perhaps_private_labels.end())
      return true;
  }
  return false;
}

bool is_sink(std::string_view name, const HostNames& names) {
  const std::string_view first = name.substr(0, name.find('.'));
  return std::ranges::find(names.sinks, first) != names.sinks.end();
}

HostClass class_of_public_name(std::string_view name, const HostNames& names,
                               const knowledge::ProviderTable& providers) {
  if (const knowledge::Provider* provider = providers.of_host(name)) {
    return {.scope = provider->recipient_mx ? Scope::recipient_mx : Scope::relay,
            .provider = provider,
            .sink = provider->sink};
  }
  return {.scope = Scope::public_host, .perhaps_private = is_perhaps_private(name, names)};
}

/// A name of which only the end is known: what stands before its first dot may be anything.
HostClass class_of_ending(std::string_view name, std::size_t hole, const HostNames& names,
                          const knowledge::ProviderTable& providers, const OwnNames& own) {
  const std::size_t dot = name.find('.', hole);
  if (dot == std::string_view::npos || dot != hole + hole_text.size()) return {};
  const std::string_view ending = name.substr(dot + 1);
  if (is_or_below_any(ending, own.private_domains) || is_or_below_any(ending, names.private_suffixes)) {
    return {.scope = Scope::private_network};
  }
  HostClass result = class_of_public_name(name, names, providers);
  if (result.provider != nullptr) return result;
  if (ending.find('.') == std::string_view::npos) return {};  // `${x}.com`
  result.placeholder = is_placeholder(ending, names);
  return result;
}

bool is_own_relay(std::string_view host, const OwnNames& own) {
  return std::ranges::any_of(own.relays, [host](const Glob& relay) { return relay.matches(host); });
}

}  // namespace

HostClass class_of(std::string_view host, const HostNames& names, const knowledge::ProviderTable& providers,
                   const OwnNames& own) {
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.empty()) return {};
  const std::size_t hole = host.rfind(hole_text);
  if (hole != std::string_view::npos) return class_of_ending(host, hole, names, providers, own);
  if (is_own_relay(host, own)) return {.scope = Scope::private_network};
  if (const auto address = parse_ip_address(host)) return class_of_address(*address, names, own);
  if (is_or_below_any(host, names.local)) return {.scope = Scope::local};
  if (is_or_below_any(host, own.private_domains)) return {.scope = Scope::private_network};
  HostClass known = class_of_public_name(host, names, providers);
  if (is_or_below_any(host, own.perhaps_private_domains)) known.perhaps_private = true;
  if (known.provider != nullptr) return known;
  if (is_placeholder(host, names)) return {.scope = Scope::public_host, .placeholder = true};
  if (host.find('.') == std::string_view::npos || is_or_below_any(host, names.private_suffixes)) {
    return {.scope = Scope::private_network, .sink = is_sink(host, names)};
  }
  return known;
}

bool is_relay_like(std::string_view host, const HostNames& names) {
  const std::string_view first = host.substr(0, host.find('.'));
  if (first.size() == host.size()) return false;
  return std::ranges::any_of(names.relay_labels, [first](const std::string& label) {
    if (!first.starts_with(label)) return false;
    const std::string_view rest = first.substr(label.size());
    return rest.empty() || rest.front() == '-' ||
           rest.find_first_not_of("0123456789") == std::string_view::npos;
  });
}

}  // namespace smtplint::lowering
