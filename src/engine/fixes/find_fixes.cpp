#include "engine/fixes/find_fixes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/path.h"
#include "engine/fixes/secret_lines.h"

namespace smtplint::engine {
namespace {

using knowledge::Phrase;
using rules::Identified;

std::string with_remarks(std::string title, const std::vector<std::string>& remarks) {
  for (std::size_t i = 0; i < remarks.size(); ++i) title += (i == 0 ? "; " : ", and ") + remarks[i];
  return title;
}

/// The edits that findings want; one edit of one literal may serve several.
class FixFinder {
 public:
  FixFinder(std::vector<Identified>& findings, const SourceStore& sources, const std::vector<Place>& secrets,
            const knowledge::PhraseTable& phrases, FixProof& proof)
      : findings_(findings), sources_(sources), secrets_(secrets), phrases_(phrases), proof_(proof) {}

  void run() {
    for (Identified& entry : findings_) {
      if (entry.wanted) by_edit_[{entry.wanted->place, entry.wanted->value}].push_back(&entry);
    }
    std::vector<Edit> ready;
    for (const auto& [key, wanting] : by_edit_) {
      const Edit edit{key.first, key.second};
      if (is_ready(wanting) && !holds_secret(sources_, edit.place, secrets_)) ready.push_back(edit);
    }
    const std::vector<FixProof::Objection> objections = proof_.each(ready);
    std::map<Key, FixProof::Objection> objection_of;
    for (std::size_t i = 0; i < ready.size(); ++i)
      objection_of[{ready[i].place, ready[i].text}] = objections[i];
    for (const auto& [key, wanting] : by_edit_) {
      const auto proved = objection_of.find(key);
      const bool safe = proved != objection_of.end() && !proved->second;
      add({key.first, key.second}, safe, proved == objection_of.end() ? std::nullopt : proved->second,
          wanting);
    }
  }

 private:
  using Key = std::pair<Place, std::string>;
  using Wanting = std::vector<Identified*>;

  static bool is_ready(const Wanting& wanting) {
    return std::ranges::all_of(wanting, [](const Identified* entry) {
      return entry->wanted->needs.empty() && !entry->wanted->display_only;
    });
  }

  void add(const Edit& edit, bool safe, const FixProof::Objection& objection, const Wanting& wanting) {
    const bool outside = !normal_path(sources_.get(edit.place.source).path());
    const bool beside_secret = holds_secret(sources_, edit.place, secrets_);
    for (Identified* entry : wanting) {
      std::vector<std::string> remarks = entry->wanted->needs;
      if (beside_secret) remarks.push_back(phrases_.text(Phrase::fix_beside_credential));
      if (objection) remarks.push_back(*objection);
      FixSafety safety = safe ? FixSafety::safe : FixSafety::unsafe;
      if (entry->wanted->display_only || beside_secret || outside) safety = FixSafety::display;
      entry->finding.fixes.push_back({with_remarks(entry->wanted->title, remarks), safety, {edit}});
    }
  }

  std::vector<Identified>& findings_;
  const SourceStore& sources_;
  const std::vector<Place>& secrets_;
  const knowledge::PhraseTable& phrases_;
  FixProof& proof_;
  std::map<Key, Wanting> by_edit_;
};

}  // namespace

void find_fixes(std::vector<Identified>& findings, const SourceStore& sources,
                const std::vector<Place>& secrets, const knowledge::PhraseTable& phrases, FixProof& proof) {
  FixFinder(findings, sources, secrets, phrases, proof).run();
}

}  // namespace smtplint::engine
