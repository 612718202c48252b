#include "cli/catalogue_choice.h"

#include <filesystem>

#include "base/disk_file_system.h"
#include "cli/wording.h"
#include "knowledge/load.h"

namespace smtplint::cli {
namespace {

Error all_of(const std::vector<std::string>& problems) {
  std::string message;
  for (const std::string& problem : problems) message += (message.empty() ? "" : "\n") + shown(problem);
  return {message};
}

}  // namespace

Result<CatalogueChoice> CatalogueChoice::open(const std::optional<std::string>& rules_folder) {
  if (rules_folder) return with_folder(*rules_folder);
  CatalogueChoice choice;
  choice.catalogue_ = &knowledge::Catalogue::built_in();
  return choice;
}

Result<CatalogueChoice> CatalogueChoice::with_folder(const std::string& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    return Error{"`--rules`: there is no folder " + backticked(folder)};
  }
  const DiskFileSystem files(std::filesystem::canonical(folder, failed));
  knowledge::LoadedRules loaded = knowledge::load_rules(files, "", folder);
  CatalogueChoice choice;
  choice.bytes_ = std::make_unique<const std::string>(std::move(loaded.image));
  choice.overlay_ = std::make_unique<const knowledge::Image>(*choice.bytes_);
  auto built = knowledge::Catalogue::build(&knowledge::built_in_image(), choice.overlay_.get());
  std::vector<std::string> problems = std::move(loaded.problems);
  problems.insert(problems.end(), built.problems.begin(), built.problems.end());
  if (!problems.empty()) return all_of(problems);
  SMTPLINT_ASSERT(built.catalogue != nullptr);
  choice.own_ = std::move(built.catalogue);
  choice.catalogue_ = choice.own_.get();
  choice.replaced_ = std::move(built.replaced);
  return choice;
}

}  // namespace smtplint::cli
