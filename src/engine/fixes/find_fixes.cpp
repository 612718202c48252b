#include "engine/fixes/find_fixes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/fixes/secret_lines.h"

namespace smtplint::engine {
namespace {

using knowledge::Phrase;
using rules::Identified;

std::string with_remarks(std::string title, const std::vector<std::string>& remarks) {
  for (std::size_t i = 0; i < remarks.size(); ++i) title += (i == 0 ? "; " : ", and ") + remarks[i];
  return title;
}

/// What one edit of one literal does for all findings that want it.
class FixFinder {
 public:
  FixFinder(std::vector<Identified>& findings, const SourceStore& sources, const std::vector<Place>& secrets,
            const knowledge::PhraseTable& phrases, FixProof& proof)
      : findings_(findings), sources_(sources), secrets_(secrets), phrases_(phrases), proof_(proof) {}

  void run() {
    std::map<std::pair<Place, std::string>, std::vector<Identified*>> by_edit;
    for (Identified& entry : findings_) {
      if (entry.wanted) by_edit[{entry.wanted->place, entry.wanted->value}].push_back(&entry);
    }
    for (const auto& [edit, wanting] : by_edit) find({edit.first, edit.second}, wanting);
  }

 private:
  void find(const Edit& edit, const std::vector<Identified*>& wanting) {
    const bool beside_secret = holds_secret(sources_, edit.place, secrets_);
    const bool ready = std::ranges::all_of(wanting, [](const Identified* entry) {
      return entry->wanted->needs.empty() && !entry->wanted->display_only;
    });
    std::optional<std::string> objection;
    if (ready && !beside_secret) objection = proved(edit);
    for (Identified* entry : wanting) {
      std::vector<std::string> remarks = entry->wanted->needs;
      if (beside_secret) remarks.push_back(phrases_.text(Phrase::fix_beside_credential));
      if (objection) remarks.push_back(*objection);
      FixSafety safety = ready && !objection ? FixSafety::safe : FixSafety::unsafe;
      if (entry->wanted->display_only || beside_secret) safety = FixSafety::display;
      entry->finding.fixes.push_back({with_remarks(entry->wanted->title, remarks), safety, {edit}});
    }
  }

  [[nodiscard]] std::optional<std::string> proved(const Edit& edit) {
    const Fix fix{{}, FixSafety::safe, {edit}};
    const Fix* const fixes[] = {&fix};
    return proof_.objection(fix::joined(fixes), sources_);
  }

  std::vector<Identified>& findings_;
  const SourceStore& sources_;
  const std::vector<Place>& secrets_;
  const knowledge::PhraseTable& phrases_;
  FixProof& proof_;
};

}  // namespace

void find_fixes(std::vector<Identified>& findings, const SourceStore& sources,
                const std::vector<Place>& secrets, const knowledge::PhraseTable& phrases, FixProof& proof) {
  FixFinder(findings, sources, secrets, phrases, proof).run();
}

}  // namespace smtplint::engine
