// Writes the pages that come from the catalogue, or says which of those that lie there differ.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "docs/configuration_pages.h"
#include "docs/coverage_page.h"
#include "docs/hook_manifest.h"
#include "docs/rule_pages.h"

namespace smtplint::docs {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

/// Pages of rules that are no more.
std::vector<fs::path> left_over(const fs::path& folder, const Pages& pages) {
  std::vector<fs::path> files;
  if (!fs::exists(folder / "rules")) return files;
  for (const auto& entry : fs::directory_iterator(folder / "rules")) {
    if (!pages.contains("rules/" + entry.path().filename().string())) files.push_back(entry.path());
  }
  return files;
}

int check(const fs::path& folder, const Pages& pages) {
  int faults = 0;
  for (const auto& [path, text] : pages) {
    if (text_of(folder / path) == text) continue;
    std::printf("%s is not what the tables say; ./dev docs writes it\n",
                ("docs" / fs::path(path)).lexically_normal().c_str());
    ++faults;
  }
  for (const fs::path& file : left_over(folder, pages)) {
    std::printf("%s is about a rule that does not exist; ./dev docs removes it\n", file.c_str());
    ++faults;
  }
  std::printf("%zu pages, %d differ\n", pages.size(), faults);
  return faults == 0 ? 0 : 1;
}

int write(const fs::path& folder, const Pages& pages) {
  for (const fs::path& file : left_over(folder, pages)) fs::remove(file);
  for (const auto& [path, text] : pages) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream stream(folder / path, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.close();
    if (stream) continue;
    std::fprintf(stderr, "%s cannot be written\n", path.c_str());
    return 1;
  }
  return 0;
}

Result<Pages> all_pages(const knowledge::Catalogue& catalogue) {
  auto pages = rule_pages(catalogue);
  if (!pages) return pages.error();
  const auto coverage = coverage_page(catalogue);
  if (!coverage) return coverage.error();
  Pages all = std::move(pages).value();
  all["coverage.md"] = *coverage;
  all.merge(configuration_pages(catalogue));
  all.merge(hook_manifest());
  return all;
}

int run(const fs::path& folder, bool only_check) {
  const auto pages = all_pages(knowledge::Catalogue::built_in());
  if (pages) return only_check ? check(folder, *pages) : write(folder, *pages);
  std::fprintf(stderr, "%s\n", pages.error().message.c_str());
  return 1;
}

}  // namespace
}  // namespace smtplint::docs

int main(int count, char** arguments) {
  const bool only_check = count == 3 && std::string(arguments[1]) == "--check";
  if (count != 2 && !only_check) {
    std::fprintf(stderr, "usage: generate_docs [--check] DOCS_FOLDER\n");
    return 2;
  }
  return smtplint::docs::run(arguments[count - 1], only_check);
}
