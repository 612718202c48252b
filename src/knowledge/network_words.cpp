#include "knowledge/network_words.h"

#include <algorithm>
#include <cctype>

namespace smtplint::knowledge {
namespace {

bool same_letter(char left, char right) {
  return std::tolower(static_cast<unsigned char>(left)) == std::tolower(static_cast<unsigned char>(right));
}

std::vector<IpRange> ranges(Reader& reader, std::string_view key) {
  std::vector<IpRange> result;
  for (const std::string& text : reader.texts(key)) {
    const auto range = parse_ip_range(text);
    if (range) result.push_back(*range);
    if (!range) reader.problem("`" + text + "` is no range of addresses");
  }
  return result;
}

template <typename Add>
void for_each_item(const Node list, const Add& add) {
  for (std::size_t i = 0; i < list.size(); ++i) add(list.at(i));
}

DefaultRule default_rule(Node node, const NetworkWords& words, Problems& problems) {
  Reader reader(node, problems);
  DefaultRule rule;
  rule.name = reader.text("name");
  rule.priority = reader.integer("priority");
  rule.allows = has_word(words.allow, reader.text("access"));
  rule.source = reader.text("source");
  rule.destination = reader.text("destination");
  return rule;
}

FixedTag fixed_tag(Node node, Problems& problems) {
  Reader reader(node, problems);
  std::string name = reader.text("name");
  return {std::move(name), ranges(reader, "ranges")};
}

}  // namespace

NetworkWords NetworkWords::read(Reader& reader) {
  NetworkWords words;
  words.any_destination = reader.texts("any-destination");
  words.outbound = reader.texts("outbound");
  words.inbound = reader.texts("inbound");
  words.allow = reader.texts("allow");
  words.always_allow = reader.texts("always-allow");
  words.deny = reader.texts("deny");
  words.carries_tcp = reader.texts("carries-tcp");
  words.everywhere = reader.texts("everywhere");
  words.internet = reader.texts("internet");
  words.virtual_network = reader.texts("virtual-network");
  for_each_item(reader.required("fixed-tags"),
                [&](Node node) { words.fixed_tags.push_back(fixed_tag(node, reader.problems())); });
  words.hop_drops = reader.texts("hop-drops");
  words.hop_internet = reader.texts("hop-internet");
  words.hop_appliance = reader.texts("hop-appliance");
  words.hop_gateway = reader.texts("hop-gateway");
  words.hop_network = reader.texts("hop-network");
  words.firewall_subnets = reader.texts("firewall-subnets");
  words.gateway_subnets = reader.texts("gateway-subnets");
  words.basic_balancer = reader.texts("basic-balancer");
  words.cluster_own_outlet = reader.texts("cluster-own-outlet");
  words.cluster_subnet_outlet = reader.texts("cluster-subnet-outlet");
  words.cluster_no_outlet = reader.texts("cluster-no-outlet");
  for_each_item(reader.required("default-rules"), [&](Node node) {
    words.default_rules.push_back(default_rule(node, words, reader.problems()));
  });
  words.unrouted_ranges = ranges(reader, "unrouted-ranges");
  words.lowest_priority = reader.integer("lowest-priority");
  words.first_source_port = reader.integer("first-source-port");
  (void)reader.sources();
  return words;
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::any_of(words, [word](const std::string& candidate) {
    return std::ranges::equal(candidate, word, same_letter);
  });
}

}  // namespace smtplint::knowledge
