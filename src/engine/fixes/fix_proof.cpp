#include "engine/fixes/fix_proof.h"

#include <algorithm>

#include "base/overlay_file_system.h"
#include "engine/request_check.h"
#include "knowledge/phrases.h"

namespace smtplint::engine {
namespace {

using knowledge::Phrase;

std::string quoted(const std::string& name) { return "`" + name + "`"; }

}  // namespace

UnitStates FixProof::states(const FileSystem& files, const Paths& paths) const {
  Request request = request_;
  request.paths = paths;
  const auto subscription = check_request(request, catalogue_);
  SMTPLINT_ASSERT(subscription.ok());
  SourceStore sources;
  Deployments deployments(request, files, catalogue_, *subscription, sources);
  UnitStates states;
  for (const OpenedRoot& root : deployments.workspace().roots()) {
    std::vector<Deployments::Excluded> excluded;
    const auto outcomes = deployments.run(root, excluded);
    if (!outcomes) continue;  // its configuration is wrong, with and without the edits
    for (const UnitOutcome& unit : *outcomes) states[key_of(unit)] = state_of(unit, sources);
  }
  return states;
}

const UnitStates& FixProof::states_before(const Paths& paths) {
  const auto known = before_.find(paths);
  if (known != before_.end()) return known->second;
  return before_.emplace(paths, states(files_, paths)).first->second;
}

std::optional<std::string> FixProof::objection(const fix::EditSet& edits, const SourceStore& sources) {
  Paths paths;
  std::map<std::string, std::string> changed;
  std::set<LiteralPlace> literals;
  for (const auto& [id, list] : edits.by_file) {
    const Source& source = sources.get(id);
    paths.push_back(source.path());
    changed[source.path()] = fix::edited(source.text(), list);
    for (const Edit& edit : list) literals.emplace(source.path(), edit.place.span.begin);
  }
  std::ranges::sort(paths);
  const OverlayFileSystem overlay(files_, std::move(changed));
  return compare(states_before(paths), states(overlay, paths), literals);
}

std::optional<std::string> FixProof::compare(const UnitStates& before, const UnitStates& after,
                                             const std::set<LiteralPlace>& literals) const {
  for (const auto& [key, was] : before) {
    const auto is = after.find(key);
    if (is == after.end()) return catalogue_.phrases().text(Phrase::fix_leaves_finding);
    if (auto objection = compare(was, is->second, literals)) return objection;
  }
  for (const auto& [key, is] : after) {
    if (!before.contains(key)) return catalogue_.phrases().text(Phrase::fix_leaves_finding);
  }
  return std::nullopt;
}

std::optional<std::string> FixProof::compare(const UnitState& before, const UnitState& after,
                                             const std::set<LiteralPlace>& literals) const {
  const knowledge::PhraseTable& phrases = catalogue_.phrases();
  if (!lost_all(before, after, literals)) return phrases.text(Phrase::fix_leaves_finding);
  if (const std::string rule = added_finding(before, after); !rule.empty()) {
    return phrases.text(Phrase::fix_adds_finding, quoted(rule));
  }
  if (marks_any(before, literals)) return std::nullopt;
  const std::string sender = changed_sender(before, after);
  return sender.empty() ? std::nullopt
                        : std::optional(phrases.text(Phrase::fix_changes_others, quoted(sender)));
}

}  // namespace smtplint::engine
