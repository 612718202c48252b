#include "engine/opened_workspace.h"

#include <algorithm>

#include "engine/azure_signs.h"

namespace smtplint::engine {

OpenedWorkspace::OpenedWorkspace(const Request& request, const FileSystem& files,
                                 const knowledge::Catalogue& catalogue, SourceStore& sources)
    : files_(files),
      catalogue_(catalogue),
      sources_(sources),
      listing_(list_workspace(files, catalogue.signs().skip_folders)),
      filter_(request.paths),
      signs_(catalogue.signs().mail) {
  for (const LanguageRow& row : languages()) open(row, request);
}

void OpenedWorkspace::open(const LanguageRow& row, const Request& request) {
  std::vector<std::string> claimed;
  std::ranges::copy_if(listing_.paths, std::back_inserter(claimed), row.claims);
  if (claimed.empty()) return;
  languages_.push_back(
      row.open({files_, sources_, std::move(claimed), catalogue_.limits(), request, catalogue_}));
  Language* language = languages_.back().get();
  has_input_ = has_input_ || row.named_by == NamedBy::name || !language->roots().empty();
  for (std::size_t root = 0; root < language->roots().size(); ++root) {
    std::vector<std::string> belonging = language->files_of(root);
    if (!filter_.takes_any(belonging)) continue;
    const bool signs = is_worth_a_look(row, belonging, request);
    roots_.push_back({&row, language, root, std::move(belonging), signs});
  }
}

bool OpenedWorkspace::is_worth_a_look(const LanguageRow& row, const std::vector<std::string>& paths,
                                      const Request& request) {
  if (!shows_signs(paths)) return false;
  if (!row.runs_anywhere) return true;
  if (!in_azure_) in_azure_ = runs_in_azure(request, listing_, files_, catalogue_);
  return *in_azure_;
}

bool OpenedWorkspace::shows_signs(const std::vector<std::string>& paths) const {
  return std::ranges::any_of(paths, [this](const std::string& path) {
    if (const Source* source = sources_.find(path)) return signs_.found_in(source->text());
    const auto bytes = files_.read(path, catalogue_.limits().file_bytes);
    return !bytes || signs_.found_in(*bytes);
  });
}

}  // namespace smtplint::engine
