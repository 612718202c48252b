#include "engine/deployments/outcome_cache.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace smtplint::engine {
namespace {

template <typename Action>
void for_each_place(Finding& finding, const Action& action) {
  if (finding.location) action(*finding.location);
  for (Label& label : finding.related) action(label.place);
  for (Fix& fix : finding.fixes) {
    for (Edit& edit : fix.edits) action(edit.place);
  }
}

template <typename Action>
void for_each_place(DeploymentOutcome& outcome, const Action& action) {
  for (rules::Identified& entry : outcome.rules.findings) {
    for_each_place(entry.finding, action);
    if (entry.wanted) action(entry.wanted->place);
  }
  for (rules::PlacedRow& entry : outcome.rules.senders) {
    action(entry.row.location);
    for (Place& place : entry.places) action(place);
  }
  for (Place& place : outcome.secrets) action(place);
  for (OtherReader& reader : outcome.other_readers) action(reader.literal);
}

/// `new_ids` by the ids that the places have now.
void rename_sources(DeploymentOutcome& outcome, const std::map<SourceId, SourceId>& new_ids) {
  for_each_place(outcome, [&new_ids](Place& place) {
    if (place.known()) place.source = new_ids.at(place.source);
  });
}

/// The text of a file as the analysis has it, or would have it; nullptr where it is none.
std::shared_ptr<const Source> source_of(const std::string& path, const FileSystem& files,
                                        std::uint64_t file_bytes, const SourceStore& sources) {
  if (auto known = sources.shared(path)) return known;
  auto bytes = files.read(path, file_bytes);
  if (!bytes) return nullptr;
  auto decoded = decode_source(path, std::move(bytes).value());
  return decoded ? std::move(decoded).value() : nullptr;
}

bool same_text(const Source& left, const Source& right) {
  return &left == &right || (left.encoding() == right.encoding() && left.text() == right.text());
}

std::set<std::string> all_files(const std::vector<std::string>& files_of, DeploymentOutcome& outcome,
                                const SourceStore& sources) {
  std::set<std::string> paths(files_of.begin(), files_of.end());
  paths.insert(outcome.files_read.begin(), outcome.files_read.end());
  paths.insert(outcome.templates_read.begin(), outcome.templates_read.end());
  for (const LeftOut& file : outcome.left_out) paths.insert(file.path);
  for_each_place(outcome, [&](const Place& place) {
    if (place.known()) paths.insert(sources.get(place.source).path());
  });
  return paths;
}

}  // namespace

bool OutcomeCache::still_holds(const Entry& entry, const FileSystem& files, std::uint64_t file_bytes,
                               const SourceStore& sources) {
  return std::ranges::all_of(entry.files, [&](const File& file) {
    const auto now = source_of(file.source->path(), files, file_bytes, sources);
    return now != nullptr && same_text(*now, *file.source);
  });
}

DeploymentOutcome OutcomeCache::in_terms_of(SourceStore& sources, const Entry& entry) {
  std::map<SourceId, SourceId> ids;
  for (std::size_t i = 0; i < entry.files.size(); ++i) {
    if (entry.files[i].was_a_source) ids[static_cast<SourceId>(i)] = sources.add(entry.files[i].source);
  }
  DeploymentOutcome outcome = entry.outcome;
  rename_sources(outcome, ids);
  return outcome;
}

std::optional<DeploymentOutcome> OutcomeCache::find(const std::string& key, const FileSystem& files,
                                                    std::uint64_t file_bytes, SourceStore& sources) {
  const auto [first, last] = by_key_.equal_range(key);
  const auto known = std::find_if(
      first, last, [&](const auto& entry) { return still_holds(*entry.second, files, file_bytes, sources); });
  if (known == last) {
    ++made_;
    return std::nullopt;
  }
  ++found_;
  const Entries::iterator entry = known->second;
  by_use_.splice(by_use_.begin(), by_use_, entry);
  by_key_.insert(by_key_.extract(known));  // behind the others of its key
  return in_terms_of(sources, *entry);
}

void OutcomeCache::drop(std::multimap<std::string_view, Entries::iterator>::iterator entry) {
  const auto dropped = entry->second;
  by_key_.erase(entry);
  by_use_.erase(dropped);
}

void OutcomeCache::keep(const std::string& key, const std::vector<std::string>& files_of,
                        const DeploymentOutcome& outcome, const FileSystem& files, std::uint64_t file_bytes,
                        const SourceStore& sources) {
  Entry entry{key, {}, outcome};
  std::map<SourceId, SourceId> ids;
  for (const std::string& path : all_files(files_of, entry.outcome, sources)) {
    auto source = source_of(path, files, file_bytes, sources);
    if (source == nullptr) return;  // nothing tells whether it is still what it was
    const auto id = sources.id_of(path);
    if (id) ids[*id] = static_cast<SourceId>(entry.files.size());
    entry.files.push_back({std::move(source), id.has_value()});
  }
  rename_sources(entry.outcome, ids);
  if (by_key_.count(key) == states_of_one) drop(by_key_.find(key));
  by_use_.push_front(std::move(entry));
  by_key_.emplace(by_use_.front().key, by_use_.begin());
  if (by_use_.size() <= largest_count_) return;
  const auto oldest = std::prev(by_use_.end());
  const auto [first, last] = by_key_.equal_range(oldest->key);
  drop(std::find_if(first, last, [oldest](const auto& known) { return known.second == oldest; }));
}

}  // namespace smtplint::engine
