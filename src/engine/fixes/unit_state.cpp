#include "engine/fixes/unit_state.h"

#include <algorithm>
#include <iterator>

namespace smtplint::engine {
namespace {

void add(std::string& text, std::string_view part) {
  text += part;
  text += '\n';
}

std::string everything_of(const SenderRow& row) {
  std::string text;
  add(text, to_string(row.sender.kind));
  add(text, to_string(row.verdict));
  add(text, row.destination.host.value_or("?"));
  add(text, row.destination.port ? std::to_string(*row.destination.port) : "?");
  add(text, to_string(row.destination.scope));
  add(text, row.destination.provider.value_or("?"));
  for (const UnknownField& field : row.unknown)
    add(text, std::string(to_string(field.field)) + " " + field.reason);
  for (const std::string& reason : row.reasons) add(text, reason);
  add(text, row.subscription.type);
  return text;
}

LiteralPlace literal_of(const Finding& finding, const SourceStore& sources) {
  if (!finding.location) return {};
  return {sources.get(finding.location->source).path(), finding.location->span.begin};
}

std::size_t count_at(const UnitState::KnownFinding& finding, const std::set<LiteralPlace>& literals) {
  const auto marked = [&literals](const LiteralPlace& place) { return literals.contains(place); };
  return static_cast<std::size_t>(std::ranges::count_if(finding.places, marked));
}

}  // namespace

std::vector<std::string> key_of(const UnitOutcome& unit) {
  return {std::string(unit.root->row->name), unit.root->name(), unit.environment};
}

UnitState state_of(const UnitOutcome& unit, const SourceStore& sources) {
  UnitState state;
  state.files = unit.root->files;
  for (const rules::Identified& entry : unit.outcome.rules.findings) {
    UnitState::KnownFinding& known = state.findings[entry.identity];
    const bool first = known.places.empty();
    known.severity = first ? entry.finding.severity : std::max(known.severity, entry.finding.severity);
    known.rule = entry.finding.rule;
    known.places.push_back(literal_of(entry.finding, sources));
  }
  for (const rules::PlacedRow& placed : unit.outcome.rules.senders) {
    state.senders.emplace_back(placed.row.sender.address.value_or(placed.identity),
                               everything_of(placed.row));
  }
  std::ranges::sort(state.senders);
  for (const OtherReader& reader : unit.outcome.other_readers) {
    const LiteralPlace literal{sources.get(reader.literal.source).path(), reader.literal.span.begin};
    state.other_readers.emplace(literal, reader.name);
  }
  state.declared = unit.outcome.declared;
  return state;
}

bool marks_any(const UnitState& state, const std::set<LiteralPlace>& literals) {
  return std::ranges::any_of(state.findings,
                             [&literals](const auto& entry) { return count_at(entry.second, literals) > 0; });
}

bool lost_all(const UnitState& before, const UnitState& after, const std::set<LiteralPlace>& literals) {
  return std::ranges::all_of(before.findings, [&](const auto& entry) {
    const auto is = after.findings.find(entry.first);
    const std::size_t left = is == after.findings.end() ? 0 : is->second.places.size();
    return left + count_at(entry.second, literals) <= entry.second.places.size();
  });
}

std::string added_finding(const UnitState& before, const UnitState& after) {
  for (const auto& [identity, now] : after.findings) {
    const auto was = before.findings.find(identity);
    const bool known = was != before.findings.end() && now.places.size() <= was->second.places.size();
    if (!known || now.severity > was->second.severity) return now.rule;
  }
  return {};
}

std::string changed_sender(const UnitState& before, const UnitState& after) {
  std::vector<std::pair<std::string, std::string>> changed;
  std::ranges::set_symmetric_difference(before.senders, after.senders, std::back_inserter(changed));
  return changed.empty() ? std::string() : changed.front().first;
}

}  // namespace smtplint::engine
