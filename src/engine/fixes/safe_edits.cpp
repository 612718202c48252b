#include "engine/fixes/safe_edits.h"

#include <algorithm>
#include <limits>

#include "engine/deployments/analysis_cache.h"
#include "engine/fixes/fix_proof.h"
#include "fix/unified_diff.h"

namespace smtplint::engine {
namespace {

std::vector<const Fix*> safe_fixes(const Report& report) {
  std::vector<const Fix*> fixes;
  for (const Finding& finding : report.findings) {
    for (const Fix& fix : finding.fixes) {
      if (fix.safety == FixSafety::safe) fixes.push_back(&fix);
    }
  }
  return fixes;
}

std::vector<Span> secrets_in(const Report& report, SourceId source) {
  std::vector<Span> spans;
  for (const Place& secret : report.secrets) {
    if (secret.source == source) spans.push_back(secret.span);
  }
  return spans;
}

}  // namespace

fix::EditSet safe_edits(const Report& report, const Request& request, const FileSystem& files,
                        const knowledge::Catalogue& catalogue) {
  const std::vector<const Fix*> fixes = safe_fixes(report);
  fix::EditSet all = fix::joined(fixes);
  AnalysisCache cache;
  FixProof proof(request, files, catalogue, *report.sources, cache);
  // Each is proved alone. Together they may still disturb each other; then they are added one by one.
  if (fixes.size() < 2 || !proof.together(all)) return all;
  std::vector<const Fix*> kept;
  for (const Fix* fix : fixes) {
    kept.push_back(fix);
    if (proof.together(fix::joined(kept))) kept.pop_back();
  }
  return fix::joined(kept);
}

Result<std::map<std::string, std::string>> edited_files(const Report& report, const fix::EditSet& edits,
                                                        const FileSystem& files) {
  std::map<std::string, std::string> changed;
  for (const auto& [id, list] : edits.by_file) {
    const Source& source = report.sources->get(id);
    const auto original = files.read(source.path(), std::numeric_limits<std::uint64_t>::max());
    if (!original) return original.error();
    auto bytes = encode_source(source, *original, fix::edited(source.text(), list));
    if (!bytes)
      return Error{"`" + source.path() + "` has changed meanwhile or is no whole text; nothing was written"};
    changed[source.path()] = std::move(*bytes);
  }
  return changed;
}

EditDiff diff_of(const Report& report, const fix::EditSet& edits) {
  std::map<std::string, SourceId> by_path;
  for (const auto& [id, list] : edits.by_file) by_path.emplace(report.sources->get(id).path(), id);
  EditDiff diff;
  for (const auto& [path, id] : by_path) {
    const auto part =
        fix::unified_diff(report.sources->get(id), edits.by_file.at(id), secrets_in(report, id));
    if (part) {
      diff.text += *part;
    } else {
      diff.left_out.push_back(path);
    }
  }
  return diff;
}

}  // namespace smtplint::engine
