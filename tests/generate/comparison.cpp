#include "generate/comparison.h"

#include <algorithm>
#include <set>

namespace smtplint::generate {
namespace {

std::string shown(const FilePlace& place) {
  return place.path + "[" + std::to_string(place.begin) + ", " + std::to_string(place.end) + ")";
}

std::string shown(const Report& report, Place place) {
  if (!place.known()) return "nowhere";
  const Source& source = report.sources->get(place.source);
  return shown({source.path(), place.span.begin, place.span.end}) + " `" +
         std::string(source.slice(place.span)) + "`";
}

bool same(const Report& report, Place place, const FilePlace& known) {
  return place.known() && report.sources->get(place.source).path() == known.path &&
         place.span.begin == known.begin && place.span.end == known.end;
}

bool touches(const Report& report, Place place, const FilePlace& known) {
  return place.known() && report.sources->get(place.source).path() == known.path &&
         place.span.begin < known.end && known.begin < place.span.end;
}

std::string missing_hop(const Report& report, const Finding& finding, const Trail& trail) {
  auto label = finding.related.begin();
  for (const FilePlace& hop : trail.hops) {
    label = std::find_if(label, finding.related.end(),
                         [&](const Label& each) { return touches(report, each.place, hop); });
    if (label == finding.related.end()) return "the chain lacks (in this order) " + shown(hop);
  }
  return {};
}

bool shows_host(const Report& report, const Finding& finding, const FilePlace& literal) {
  const auto at_literal = [&](const Label& label) { return touches(report, label.place, literal); };
  return (finding.location && touches(report, *finding.location, literal)) ||
         std::ranges::any_of(finding.related, at_literal);
}

std::string compare_finding(const Report& report, const Finding& finding, const Project& project,
                            const Expectation& expected) {
  const Trail& trail = expected.marks_host ? project.host : project.port;
  if (finding.rule != expected.rule) return "found " + finding.rule + " instead of " + expected.rule;
  if (finding.severity != expected.severity) return "severity is " + std::string(to_string(finding.severity));
  if (!finding.location) return "the finding has no place";
  if (!same(report, *finding.location, trail.literal)) {
    return "marks " + shown(report, *finding.location) + " instead of " + shown(trail.literal);
  }
  if (!shows_host(report, finding, project.host.literal)) {
    return "the chain does not show the host at " + shown(project.host.literal);
  }
  if (finding.environments != project.environments) return "the environments differ";
  return missing_hop(report, finding, trail);
}

std::string compare_sender(const SenderRow& row, const Project& project, const Expectation& expected,
                           const Plan& plan) {
  if (row.sender.address != project.sender_address)
    return "the sender is " + row.sender.address.value_or("nobody");
  if (row.sender.kind != project.kind) return "its kind is " + std::string(to_string(row.sender.kind));
  if (row.destination.host != plan.host) return "its host is " + row.destination.host.value_or("unknown");
  if (row.destination.port != plan.port)
    return "its port is " + std::to_string(row.destination.port.value_or(0));
  if (row.verdict != expected.verdict) return "the verdict is " + std::string(to_string(row.verdict));
  return {};
}

}  // namespace

std::string compare(const Report& report, const Project& project, const Expectation& expected,
                    const Plan& plan) {
  if (report.senders.size() != 1) return std::to_string(report.senders.size()) + " senders instead of 1";
  if (std::string fault = compare_sender(report.senders.front(), project, expected, plan); !fault.empty())
    return fault;
  const std::size_t wanted = expected.rule.empty() ? 0 : 1;
  if (report.findings.size() != wanted) {
    std::string rules;
    for (const Finding& finding : report.findings) rules += " " + finding.rule + " (" + finding.message + ")";
    return std::to_string(report.findings.size()) + " findings instead of " + std::to_string(wanted) + ":" +
           rules;
  }
  return wanted == 0 ? std::string() : compare_finding(report, report.findings.front(), project, expected);
}

}  // namespace smtplint::generate
