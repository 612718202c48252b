#include "lsp/analysed.h"

#include <set>

#include "base/disk_file_system.h"
#include "base/overlay_file_system.h"
#include "engine/workspace/module_cache.h"

namespace smtplint::lsp {
namespace {

using Texts = std::map<std::string, std::string>;

std::set<std::string> paths_with_syntax_errors(const Report& report) {
  std::set<std::string> paths;
  for (const Finding& finding : report.findings) {
    if (!finding.location || !is_syntax_error(report, finding)) continue;
    paths.insert(report.sources->get(finding.location->source).path());
  }
  return paths;
}

Texts shown_texts(const Snapshot& snapshot) {
  Texts texts;
  for (const OpenText& open : snapshot.open) texts[open.path] = *open.text;
  return texts;
}

/// The texts with the last good one in place of each that does not parse; nothing where there is none.
std::optional<Texts> last_good_texts(const Snapshot& snapshot, const std::set<std::string>& broken) {
  Texts texts = shown_texts(snapshot);
  bool replaced = false;
  for (const OpenText& open : snapshot.open) {
    if (!broken.contains(open.path) || open.parsed == nullptr) continue;
    texts[open.path] = *open.parsed;
    replaced = true;
  }
  return replaced ? std::optional(std::move(texts)) : std::nullopt;
}

std::map<std::string, TextChange> changes_since(const Report& report, const Snapshot& snapshot) {
  std::map<std::string, TextChange> changes;
  for (const OpenText& open : snapshot.open) {
    const Source* source = report.sources->find(open.path);
    if (source == nullptr || source->text() == *open.text) continue;
    changes.try_emplace(open.path, source->text(), open.text);
  }
  return changes;
}

class Run {
 public:
  Run(const Snapshot& snapshot, const knowledge::Catalogue& catalogue, engine::AnalysisCache& cache,
      std::stop_token stop)
      : snapshot_(snapshot),
        catalogue_(catalogue),
        cache_(cache),
        stop_(std::move(stop)),
        disk_(snapshot.root),
        files_(disk_, snapshot.root, snapshot.module_folder) {}

  [[nodiscard]] Result<Report> over(Texts texts) const {
    const OverlayFileSystem files(files_.files(), std::move(texts));
    engine::Request request = snapshot_.request;
    request.module_cache = files_.cache();
    return engine::analyze(request, files, catalogue_, cache_, stop_);
  }

 private:
  const Snapshot& snapshot_;
  const knowledge::Catalogue& catalogue_;
  engine::AnalysisCache& cache_;
  std::stop_token stop_;
  DiskFileSystem disk_;
  engine::FilesWithModuleCache files_;
};

}  // namespace

bool is_syntax_error(const Report& report, const Finding& finding) {
  const RuleInfo* rule = report.rule(finding.rule);
  return rule != nullptr && rule->name == "syntax-error";
}

std::optional<Analysed> analyse(const Snapshot& snapshot, const knowledge::Catalogue& catalogue,
                                engine::AnalysisCache& cache, std::stop_token stop) {
  Analysed result;
  result.root = snapshot.root;
  result.generation = snapshot.generation;
  result.has_fixes = snapshot.request.fixes;
  result.report.sources = std::make_shared<const SourceStore>();
  const Run run(snapshot, catalogue, cache, stop);
  auto now = run.over(shown_texts(snapshot));
  if (stop.stop_requested()) return std::nullopt;
  if (!now) {
    result.error = now.error().message;
    return result;
  }
  const std::set<std::string> broken = paths_with_syntax_errors(*now);
  for (const OpenText& open : snapshot.open) {
    if (!broken.contains(open.path)) result.parsed.push_back(open);
  }
  result.report = std::move(now).value();
  if (auto texts = last_good_texts(snapshot, broken)) {
    auto before = run.over(std::move(*texts));
    if (stop.stop_requested()) return std::nullopt;
    if (before) {
      result.broken = std::move(result.report);
      result.report = std::move(before).value();
    }
  }
  result.changes = changes_since(result.report, snapshot);
  return result;
}

}  // namespace smtplint::lsp
