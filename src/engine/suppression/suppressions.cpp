#include "engine/suppression/suppressions.h"

#include <algorithm>

#include "engine/suppression/comment_lines.h"

namespace smtplint::engine {
namespace {

std::uint32_t line_of(const SourceStore& sources, Place place) {
  return sources.get(place.source).lines().position(place.span.begin, ColumnUnit::utf8).line;
}

/// The day until which something held, where that is over.
std::string expired(const std::optional<std::string>& until, const std::string& today) {
  return until && *until < today ? *until : std::string();
}

}  // namespace

void Suppressions::add_comments(SourceId file, const std::vector<Span>& comments, const Terms& terms) {
  const Source& source = sources_.get(file);
  for (const Span comment : comments) {
    const auto reading = directive_in(source.slice(comment), catalogue_);
    if (!reading) continue;
    const Place place{file, comment};
    if (const auto* malformed = std::get_if<Malformed>(&*reading)) {
      malformed_.push_back({"malformed-suppression", place, malformed->sentence});
      continue;
    }
    const auto& directive = std::get<Directive>(*reading);
    const std::uint32_t line = directive.whole_file ? 0 : line_of_comment(source, comment, comments);
    for (const std::string& rule : directive.rules) {
      entries_.push_back(
          {rule, place, nullptr, line, expired(directive.until, terms.today), terms.enables(rule)});
    }
  }
}

void Suppressions::add_configured(const Terms& terms) {
  if (!terms.configuration->ignore) return;
  for (const IgnoreRule& ignore : *terms.configuration->ignore) {
    entries_.push_back({ignore.rule, ignore.place, &ignore, 0, expired(ignore.until, terms.today),
                        terms.enables(ignore.rule)});
  }
}

bool Suppressions::fits(const IgnoreRule& ignore, const Finding& finding) const {
  const std::string& path = sources_.get(finding.location->source).path();
  if (ignore.path && !ignore.path->covers(path)) return false;
  if (!ignore.address) return true;
  if (!finding.sender || !finding.sender->address) return false;
  const std::string& address = *finding.sender->address;
  return ignore.address->pattern() == address || ignore.address->matches(address);
}

bool Suppressions::fits(const Entry& entry, const Finding& finding) const {
  if (entry.rule != finding.rule || !entry.expired.empty()) return false;
  if (entry.ignore != nullptr) return fits(*entry.ignore, finding);
  if (entry.place.source != finding.location->source) return false;
  return entry.line == 0 || entry.line == line_of(sources_, *finding.location);
}

bool Suppressions::take(const Finding& finding) {
  if (!finding.location) return false;
  bool taken = false;
  for (Entry& entry : entries_) {
    if (!fits(entry, finding)) continue;
    entry.used = true;
    taken = true;
  }
  return taken;
}

std::string Suppressions::unused_rules(Place place) const {
  std::string rules;
  for (const Entry& entry : entries_) {
    if (entry.place != place || entry.used || !entry.enabled || !entry.expired.empty()) continue;
    rules += (rules.empty() ? "`" : ", `") + entry.rule + "`";
  }
  return rules;
}

std::vector<rules::EventFact> Suppressions::events() const {
  std::vector<rules::EventFact> events = malformed_;
  std::vector<Place> seen;
  for (const Entry& entry : entries_) {
    if (std::ranges::find(seen, entry.place) != seen.end() || !entry.place.known()) continue;
    seen.push_back(entry.place);
    if (!entry.expired.empty()) {
      events.push_back({"expired-suppression", entry.place, entry.expired});
    } else if (const std::string rules = unused_rules(entry.place); !rules.empty()) {
      events.push_back({"unused-suppression", entry.place, rules});
    }
  }
  return events;
}

}  // namespace smtplint::engine
