#include "engine/fixes/fix_proof.h"

#include <algorithm>

#include "base/overlay_file_system.h"
#include "base/wording.h"
#include "engine/judging/request_check.h"
#include "engine/languages/language.h"
#include "knowledge/phrases.h"

namespace smtplint::engine {
namespace {

using knowledge::Phrase;

/// What only may be of a language by its name may be a document that any deployment reads.
bool is_code(const std::string& path) {
  return std::ranges::any_of(languages(), [&path](const LanguageRow& row) {
    return row.named_by == NamedBy::name && row.may_claim(path);
  });
}

bool reads(const UnitState& unit, const std::string& path) {
  return !is_code(path) || std::ranges::find(unit.files, path) != unit.files.end();
}

fix::EditSet set_of(const std::vector<Edit>& edits, const std::vector<std::size_t>& chosen) {
  std::vector<Fix> fixes;
  for (const std::size_t index : chosen) fixes.push_back({{}, FixSafety::safe, {edits[index]}});
  std::vector<const Fix*> pointers;
  for (const Fix& fix : fixes) pointers.push_back(&fix);
  return fix::joined(pointers);
}

}  // namespace

std::vector<FixProof::Objection> FixProof::each(const std::vector<Edit>& edits) {
  std::vector<Objection> objections(edits.size());
  if (edits.empty()) return objections;
  const std::vector<std::string> paths = paths_to_analyse(edits);
  const UnitStates before = states(files_, paths);
  const std::vector<Batch> all = batches(edits, before);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool within_budget = i < catalogue_.limits().fix_proofs;
    const UnitStates after = within_budget ? states_with(set_of(edits, all[i].edits), paths) : UnitStates();
    for (const std::size_t index : all[i].edits) {
      objections[index] = within_budget ? compare(before, after, {edits[index]})
                                        : catalogue_.phrases().text(Phrase::fix_not_proved);
    }
  }
  return objections;
}

FixProof::Objection FixProof::together(const fix::EditSet& edits) {
  std::vector<Edit> all;
  for (const auto& [id, list] : edits.by_file) all.insert(all.end(), list.begin(), list.end());
  const std::vector<std::string> paths = paths_to_analyse(all);
  return compare(states(files_, paths), states_with(edits, paths), all);
}

UnitStates FixProof::states(const FileSystem& files, const std::vector<std::string>& paths) const {
  Request request = request_;
  request.paths = paths;
  const auto subscription = check_request(request, files, catalogue_);
  SMTPLINT_ASSERT(subscription.ok());
  SourceStore sources;
  Deployments deployments(request, files, catalogue_, *subscription, sources, cache_, {});
  UnitStates states;
  if (deployments.link_programs()) return states;  // a configuration is wrong, with and without the edits
  for (const OpenedRoot* root : deployments.roots()) {
    const auto run = deployments.run(*root);
    if (!run) continue;  // its configuration is wrong, with and without the edits
    for (const UnitOutcome& unit : run->outcomes) states[key_of(unit)] = state_of(unit, sources);
  }
  return states;
}

UnitStates FixProof::states_with(const fix::EditSet& edits, const std::vector<std::string>& paths) const {
  std::map<std::string, std::string> changed;
  for (const auto& [id, list] : edits.by_file) {
    const Source& source = sources_.get(id);
    changed[source.path()] = fix::edited(source.text(), list);
  }
  return states(OverlayFileSystem(files_, std::move(changed)), paths);
}

/// Only code says by its name which deployments it belongs to; a document may be read by any.
std::vector<std::string> FixProof::paths_to_analyse(const std::vector<Edit>& edits) const {
  std::vector<std::string> paths;
  for (const Edit& edit : edits) {
    const std::string& path = sources_.get(edit.place.source).path();
    if (!is_code(path)) return {};
    paths.push_back(path);
  }
  return paths;
}

std::vector<FixProof::Batch> FixProof::batches(const std::vector<Edit>& edits,
                                               const UnitStates& before) const {
  const Readers readers = readers_of(edits, before);
  std::vector<Batch> batches;
  for (std::size_t index = 0; index < edits.size(); ++index) {
    const std::string& path = sources_.get(edits[index].place.source).path();
    const std::set<std::size_t>& units = readers.at(path);
    const auto free = [&](const Batch& batch) {
      const auto taken = [&batch](std::size_t unit) { return batch.units.contains(unit); };
      return !batch.paths.contains(path) && std::ranges::none_of(units, taken);
    };
    auto batch = std::ranges::find_if(batches, free);
    if (batch == batches.end()) batch = batches.insert(batches.end(), Batch());
    batch->edits.push_back(index);
    batch->paths.insert(path);
    batch->units.insert(units.begin(), units.end());
  }
  return batches;
}

FixProof::Readers FixProof::readers_of(const std::vector<Edit>& edits, const UnitStates& before) const {
  Readers readers;
  for (const Edit& edit : edits) readers[sources_.get(edit.place.source).path()];
  std::size_t number = 0;
  for (const auto& [key, unit] : before) {
    for (auto& [path, units] : readers) {
      if (!is_code(path)) units.insert(number);
    }
    for (const std::string& path : unit.files) {
      const auto edited = readers.find(path);
      if (edited != readers.end()) edited->second.insert(number);
    }
    ++number;
  }
  return readers;
}

FixProof::Objection FixProof::compare(const UnitStates& before, const UnitStates& after,
                                      const std::vector<Edit>& edits) const {
  std::set<LiteralPlace> literals;
  for (const Edit& edit : edits)
    literals.emplace(sources_.get(edit.place.source).path(), edit.place.span.begin);
  const auto concerned = [&](const UnitState& unit) {
    return std::ranges::any_of(literals,
                               [&](const LiteralPlace& literal) { return reads(unit, literal.first); });
  };
  const std::string leaves_finding = catalogue_.phrases().text(Phrase::fix_leaves_finding);
  bool found = false;
  for (const auto& [key, was] : before) {
    if (!concerned(was)) continue;
    const auto is = after.find(key);
    if (is == after.end()) return leaves_finding;
    if (auto objection = compare(was, is->second, literals)) return objection;
    found = found || marks_any(was, literals);
  }
  const bool grown = std::ranges::any_of(
      after, [&](const auto& entry) { return concerned(entry.second) && !before.contains(entry.first); });
  return found && !grown ? std::nullopt : std::optional(leaves_finding);
}

FixProof::Objection FixProof::compare(const UnitState& before, const UnitState& after,
                                      const std::set<LiteralPlace>& literals) const {
  const knowledge::PhraseTable& phrases = catalogue_.phrases();
  if (!lost_all(before, after, literals)) return phrases.text(Phrase::fix_leaves_finding);
  if (const std::string rule = added_finding(before, after); !rule.empty()) {
    return phrases.text(Phrase::fix_adds_finding, quoted(rule));
  }
  for (const auto& [literal, reader] : before.other_readers) {
    if (!literals.contains(literal)) continue;
    return reader.empty() ? phrases.text(Phrase::fix_not_proved)
                          : phrases.text(Phrase::fix_changes_others, quoted(reader));
  }
  if (before.declared != after.declared) return phrases.text(Phrase::fix_changes_resources);
  if (marks_any(before, literals)) return std::nullopt;
  const std::string sender = changed_sender(before, after);
  return sender.empty() ? std::nullopt
                        : std::optional(phrases.text(Phrase::fix_changes_others, quoted(sender)));
}

}  // namespace smtplint::engine
