// Turns rules/ into the image that the program is linked with, or says what is wrong in it.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/disk_file_system.h"
#include "knowledge/catalogue.h"
#include "knowledge/load.h"

namespace smtplint::knowledge {
namespace {

int print(const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) std::fprintf(stderr, "%s\n", problem.c_str());
  return problems.empty() ? 0 : 1;
}

int compile(const std::filesystem::path& folder, const std::string& output) {
  const DiskFileSystem files(std::filesystem::absolute(folder));
  const LoadedRules loaded = load_rules(files, "", folder.filename().string());
  const Image image(loaded.image);
  std::vector<std::string> problems = loaded.problems;
  const Catalogue::Built built = Catalogue::build(&image, nullptr);
  problems.insert(problems.end(), built.problems.begin(), built.problems.end());
  if (!problems.empty()) return print(problems);
  std::ofstream stream(output, std::ios::binary | std::ios::trunc);
  stream.write(loaded.image.data(), static_cast<std::streamsize>(loaded.image.size()));
  stream.close();
  return stream ? 0 : print({output + ": cannot be written"});
}

}  // namespace
}  // namespace smtplint::knowledge

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: compile_rules RULES_FOLDER OUTPUT\n");
    return 2;
  }
  return smtplint::knowledge::compile(arguments[1], arguments[2]);
}
