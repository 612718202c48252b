// Runs one stage over all Terraform files of a folder, so that its time can be taken from outside:
//   bench_stages parse|evaluate FOLDER
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk_file_system.h"
#include "engine/languages/language.h"
#include "engine/workspace/workspace.h"
#include "knowledge/catalogue.h"
#include "syntax/hcl/tree.h"
#include "syntax/json/tree.h"
#include "syntax/parse_cache.h"

namespace smtplint {
namespace {

std::vector<std::string> claimed_files(const DiskFileSystem& files, const engine::LanguageRow& language) {
  std::vector<std::string> paths;
  for (std::string& path : engine::list_workspace(files, {".git", ".terraform"}).paths) {
    if (engine::is_claimed_by(language, path)) paths.push_back(std::move(path));
  }
  return paths;
}

std::size_t parse(const DiskFileSystem& files, const engine::LanguageRow& language) {
  std::size_t errors = 0;
  for (const std::string& path : claimed_files(files, language)) {
    const Result<std::string> text = files.read(path, UINT32_MAX);
    if (!text) continue;
    errors += path.ends_with(".json") ? json::parse(*text)->errors().size()
                                      : hcl::parse_file(*text)->errors().size();
  }
  return errors;
}

/// Every property of every resource, of every root in every environment.
std::size_t evaluate(const DiskFileSystem& files, const engine::LanguageRow& row) {
  SourceStore sources;
  const engine::Request request;
  ParseCache cache;
  const knowledge::Catalogue& catalogue = knowledge::Catalogue::built_in();
  const auto language =
      row.open({files, sources, claimed_files(files, row), catalogue.limits(), request, cache, catalogue});
  std::size_t values = 0;
  for (std::size_t root = 0; root < language->roots().size(); ++root) {
    for (const std::string& environment : language->roots()[root].environments) {
      ValueStore store;
      for (const Resource& resource : language->evaluate({root, environment}, store).resources) {
        for (const std::string_view name : resource.properties->names()) {
          values += resource.properties->get(name).is_absent() ? 0 : 1;
        }
      }
    }
  }
  return values;
}

}  // namespace
}  // namespace smtplint

int main(int count, char** words) {
  const std::string_view stage = count == 3 ? words[1] : "";
  if (stage != "parse" && stage != "evaluate") {
    std::cerr << "usage: bench_stages parse|evaluate FOLDER\n";
    return 2;
  }
  const smtplint::DiskFileSystem files(std::filesystem::canonical(words[2]));
  const smtplint::engine::LanguageRow& language = smtplint::engine::languages().front();
  const std::size_t seen =
      stage == "parse" ? smtplint::parse(files, language) : smtplint::evaluate(files, language);
  std::cout << seen << (stage == "parse" ? " syntax errors\n" : " values\n");
}
