#include "engine/deployments/merge.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/deployments/fingerprint.h"

namespace smtplint::engine {
namespace {

auto destination_key(const std::optional<DestinationRow>& row) {
  const DestinationRow destination = row.value_or(DestinationRow{});
  return std::tuple(destination.host, destination.port, destination.scope, destination.provider);
}

auto sender_key(const std::optional<SenderRef>& sender) {
  return sender ? std::tuple(sender->address, sender->kind)
                : std::tuple(std::optional<std::string>{}, WorkloadKind{});
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
         std::ranges::equal(a.unknown, b.unknown, same_unknown);
}

/// Only findings at one place are ever the same; many may share the rest of their identity.
std::string key_of(const rules::Identified& finding) {
  const Place place = finding.finding.location.value_or(Place{});
  return finding.identity + '\n' + std::to_string(static_cast<std::uint32_t>(place.source)) + ':' +
         std::to_string(place.span.begin);
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

void add_places(const Finding& finding, std::set<Place>& places) {
  if (finding.location) places.insert(*finding.location);
  for (const Label& label : finding.related) places.insert(label.place);
}

/// Where environments differ in what an edit needs first, all of it counts.
void join(std::optional<rules::WantedValue>& joined, const std::optional<rules::WantedValue>& other) {
  if (!joined || !other || joined->value != other->value) {
    joined.reset();
    return;
  }
  joined->display_only = joined->display_only || other->display_only;
  for (const std::string& need : other->needs) {
    if (std::ranges::find(joined->needs, need) == joined->needs.end()) joined->needs.push_back(need);
  }
}

bool takes_any(const SourceStore& sources, const PathFilter& filter, const std::set<Place>& places) {
  return std::ranges::any_of(places, [&](Place place) { return filter.takes(sources, place); });
}

}  // namespace

void Merge::add(const std::string& environment, rules::Outcome outcome) {
  for (rules::Identified& entry : outcome.findings) add(environment, std::move(entry));
  std::set<std::size_t> taken;
  for (rules::PlacedRow& entry : outcome.senders) add(environment, std::move(entry), taken);
}

void Merge::add(const std::string& environment, rules::Identified finding) {
  std::vector<std::size_t>& alike = findings_by_identity_[key_of(finding)];
  auto known =
      std::ranges::find_if(alike, [&](std::size_t index) { return same(findings_[index].entry, finding); });
  const std::size_t index = known == alike.end() ? findings_.size() : *known;
  std::set<Place> places;
  add_places(finding.finding, places);
  if (known == alike.end()) {
    alike.push_back(index);
    findings_.push_back({std::move(finding), {}});
  } else {
    join(findings_[index].entry.wanted, finding.wanted);
  }
  findings_[index].places.merge(places);
  add_environment(findings_[index].entry.finding.environments, environment);
}

void Merge::add(const std::string& environment, rules::PlacedRow row, std::set<std::size_t>& taken) {
  std::vector<std::size_t>& alike = senders_by_identity_[row.identity];
  auto known = std::ranges::find_if(
      alike, [&](std::size_t index) { return !taken.contains(index) && same(senders_[index].entry, row); });
  const std::size_t index = known == alike.end() ? senders_.size() : *known;
  std::set<Place> places(row.places.begin(), row.places.end());
  places.insert(row.row.location);
  if (known == alike.end()) {
    alike.push_back(index);
    senders_.push_back({std::move(row), {}});
  }
  taken.insert(index);
  senders_[index].places.merge(places);
  add_environment(senders_[index].entry.row.environments, environment);
}

void Merge::suppress(const std::function<bool(const Finding&)>& suppressed) {
  for (PlacedFinding& finding : findings_) finding.suppressed = suppressed(finding.entry.finding);
}

Merge::Joined Merge::findings(const SourceStore& sources, const PathFilter& filter) {
  std::ranges::stable_sort(findings_, [&sources](const PlacedFinding& left, const PlacedFinding& right) {
    return order(sources, left.entry.finding) < order(sources, right.entry.finding);
  });
  std::map<std::string, unsigned> seen;
  Joined result;
  for (PlacedFinding& placed : findings_) {
    const std::string& identity = placed.entry.identity;
    const unsigned number = ++seen[identity];
    Finding& finding = placed.entry.finding;
    finding.fingerprint = fingerprint(number == 1 ? identity : identity + "\n" + std::to_string(number));
    if (finding.location && !takes_any(sources, filter, placed.places)) continue;
    if (placed.suppressed) {
      ++result.suppressed;
    } else {
      result.findings.push_back(std::move(placed.entry));
    }
  }
  findings_.clear();
  return result;
}

std::vector<SenderRow> Merge::senders(const SourceStore& sources, const PathFilter& filter) {
  std::vector<SenderRow> result;
  for (JoinedRow& joined : senders_) {
    if (takes_any(sources, filter, joined.places)) result.push_back(std::move(joined.entry.row));
  }
  senders_.clear();
  std::ranges::stable_sort(result, [&sources](const SenderRow& left, const SenderRow& right) {
    return order(sources, left) < order(sources, right);
  });
  return result;
}

}  // namespace smtplint::engine
