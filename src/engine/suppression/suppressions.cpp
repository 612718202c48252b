#include "engine/suppression/suppressions.h"

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
  const std::vector<std::uint32_t> lines = lines_of_comments(source, comments);
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto reading = directive_in(source.slice(comments[i]), catalogue_);
    if (!reading) continue;
    const Place place{file, comments[i]};
    if (const auto* malformed = std::get_if<Malformed>(&*reading)) {
      malformed_.push_back({"malformed-suppression", place, malformed->sentence});
      continue;
    }
    const auto& directive = std::get<Directive>(*reading);
    for (const std::string& rule : directive.rules) {
      comments_.emplace(Subject(file, directive.whole_file ? 0 : lines[i], rule), entries_.size());
      entries_.push_back({rule, place, nullptr, expired(directive.until, terms.today), terms.enables(rule)});
    }
  }
}

void Suppressions::add_configured(const Terms& terms) {
  if (!terms.configuration->ignore) return;
  for (const IgnoreRule& ignore : *terms.configuration->ignore) {
    configured_.push_back(entries_.size());
    entries_.push_back(
        {ignore.rule, ignore.place, &ignore, expired(ignore.until, terms.today), terms.enables(ignore.rule)});
  }
}

bool Suppressions::use_comments(const Subject& subject) {
  bool used = false;
  const auto [begin, end] = comments_.equal_range(subject);
  for (auto one = begin; one != end; ++one) {
    Entry& entry = entries_[one->second];
    entry.used = entry.used || entry.expired.empty();
    used = used || entry.expired.empty();
  }
  return used;
}

bool Suppressions::fits(const IgnoreRule& ignore, const Finding& finding) const {
  const std::string& path = sources_.get(finding.location->source).path();
  if (ignore.path && !ignore.path->covers(path)) return false;
  if (!ignore.address) return true;
  if (!finding.sender || !finding.sender->address) return false;
  const std::string& address = *finding.sender->address;
  return ignore.address->pattern() == address || ignore.address->matches(address);
}

bool Suppressions::take(const Finding& finding) {
  if (!finding.location) return false;
  const SourceId file = finding.location->source;
  const bool by_line = use_comments({file, line_of(sources_, *finding.location), finding.rule});
  const bool by_file = use_comments({file, 0, finding.rule});
  bool taken = by_line || by_file;
  for (const std::size_t index : configured_) {
    Entry& entry = entries_[index];
    if (entry.rule != finding.rule || !entry.expired.empty() || !fits(*entry.ignore, finding)) continue;
    entry.used = true;
    taken = true;
  }
  return taken;
}

std::vector<rules::EventFact> Suppressions::events() const {
  std::vector<rules::EventFact> events = malformed_;
  for (std::size_t first = 0; first < entries_.size();) {
    const Place place = entries_[first].place;
    const std::string& day = entries_[first].expired;
    std::string unused;
    for (; first < entries_.size() && entries_[first].place == place; ++first) {
      const Entry& entry = entries_[first];
      const std::string rule = "`" + entry.rule + "`";
      if (!entry.used && entry.enabled && unused.find(rule) == std::string::npos)
        unused += (unused.empty() ? "" : ", ") + rule;
    }
    if (!place.known()) continue;
    if (!day.empty()) {
      events.push_back({"expired-suppression", place, day});
    } else if (!unused.empty()) {
      events.push_back({"unused-suppression", place, unused});
    }
  }
  return events;
}

}  // namespace smtplint::engine
