#include "engine/merge.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/fingerprint.h"

namespace smtplint::engine {
namespace {

auto destination_key(const std::optional<DestinationRow>& row) {
  const DestinationRow destination = row.value_or(DestinationRow{});
  return std::tuple(destination.host, destination.port, destination.scope, destination.provider);
}

auto sender_key(const std::optional<SenderRef>& sender) {
  return sender ? std::tuple(sender->address, sender->kind) : std::tuple(std::optional<std::string>{}, WorkloadKind{});
}

auto subscription_key(const std::optional<SubscriptionRow>& row) {
  const SubscriptionRow subscription = row.value_or(SubscriptionRow{});
  return std::tuple(subscription.type, subscription.source);
}

bool same(const rules::Identified& left, const rules::Identified& right) {
  const Finding& a = left.finding;
  const Finding& b = right.finding;
  return left.identity == right.identity && a.rule == b.rule && a.location == b.location &&
         a.severity == b.severity && a.verdict == b.verdict && a.message == b.message &&
         sender_key(a.sender) == sender_key(b.sender) &&
         destination_key(a.destination) == destination_key(b.destination) &&
         subscription_key(a.subscription) == subscription_key(b.subscription);
}

bool same(const rules::PlacedRow& left, const rules::PlacedRow& right) {
  const SenderRow& a = left.row;
  const SenderRow& b = right.row;
  const auto same_unknown = [](const UnknownField& x, const UnknownField& y) {
    return x.field == y.field && x.reason == y.reason;
  };
  return a.location == b.location && sender_key(a.sender) == sender_key(b.sender) && a.verdict == b.verdict &&
         destination_key(a.destination) == destination_key(b.destination) && a.reasons == b.reasons &&
         subscription_key(a.subscription) == subscription_key(b.subscription) &&
         std::ranges::equal(a.unknown, b.unknown, same_unknown) && left.places == right.places;
}

void add_environment(std::vector<std::string>& environments, const std::string& name) {
  if (name.empty() || std::ranges::find(environments, name) != environments.end()) return;
  environments.insert(std::ranges::upper_bound(environments, name), name);
}

/// Path, line, column (both by offset), rule, sender, host, message.
auto order(const SourceStore& sources, const Finding& finding) {
  const bool placed = finding.location.has_value();
  return std::tuple(placed ? sources.get(finding.location->source).path() : std::string(),
                    placed ? finding.location->span.begin : 0, finding.rule,
                    finding.sender ? finding.sender->address.value_or("") : std::string(),
                    finding.destination ? finding.destination->host.value_or("") : std::string(),
                    finding.message);
}

auto order(const SourceStore& sources, const SenderRow& row) {
  const bool placed = row.location.known();
  return std::tuple(placed ? sources.get(row.location.source).path() : std::string(),
                    placed ? row.location.span.begin : 0, row.sender.address.value_or(""),
                    row.destination.host.value_or(""), row.environments);
}

bool taken(const SourceStore& sources, const PathFilter& filter, const Finding& finding) {
  if (!finding.location) return true;
  return filter.takes(sources, *finding.location) ||
         std::ranges::any_of(finding.related, [&](const Label& label) { return filter.takes(sources, label.place); });
}

}  // namespace

void Merge::add(const std::string& environment, rules::Outcome outcome) {
  for (rules::Identified& entry : outcome.findings) {
    auto known = std::ranges::find_if(findings_, [&entry](const auto& seen) { return same(seen, entry); });
    if (known == findings_.end()) known = findings_.insert(findings_.end(), std::move(entry));
    add_environment(known->finding.environments, environment);
  }
  for (rules::PlacedRow& entry : outcome.senders) {
    auto known = std::ranges::find_if(senders_, [&entry](const auto& seen) { return same(seen, entry); });
    if (known == senders_.end()) known = senders_.insert(senders_.end(), std::move(entry));
    add_environment(known->row.environments, environment);
  }
}

std::vector<Finding> Merge::findings(const SourceStore& sources, const PathFilter& filter) {
  std::ranges::stable_sort(findings_, [&sources](const auto& left, const auto& right) {
    return order(sources, left.finding) < order(sources, right.finding);
  });
  std::map<std::string, unsigned> seen;
  std::vector<Finding> result;
  for (rules::Identified& entry : findings_) {
    const unsigned number = ++seen[entry.identity];
    const std::string suffix = number == 1 ? "" : "\n" + std::to_string(number);
    entry.finding.fingerprint = fingerprint(entry.identity + suffix);
    if (taken(sources, filter, entry.finding)) result.push_back(std::move(entry.finding));
  }
  findings_.clear();
  return result;
}

std::vector<SenderRow> Merge::senders(const SourceStore& sources, const PathFilter& filter) {
  std::vector<SenderRow> result;
  for (rules::PlacedRow& entry : senders_) {
    const auto named = [&](Place place) { return filter.takes(sources, place); };
    if (named(entry.row.location) || std::ranges::any_of(entry.places, named)) {
      result.push_back(std::move(entry.row));
    }
  }
  senders_.clear();
  std::ranges::stable_sort(result, [&sources](const SenderRow& left, const SenderRow& right) {
    return order(sources, left) < order(sources, right);
  });
  return result;
}

}  // namespace smtplint::engine
