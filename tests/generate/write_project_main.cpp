// Writes the project of one seed to a folder, and prints what an analysis must say of it:
//   generate_project SEED FOLDER
// With a third word, `values`, the settings stand in a resource that Terraform can plan by itself, and the
// two values are printed instead; with `repairable` the port can be repaired.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>
#include <utility>

#include "generate/expectation.h"
#include "generate/language.h"

using namespace smtplint::generate;

int main(int count, char** words) {
  const bool values = count == 4 && std::string_view(words[3]) == "values";
  const bool repair = count == 4 && std::string_view(words[3]) == "repairable";
  if (count != 3 && !values && !repair) {
    std::cerr << "usage: generate_project SEED FOLDER [values|repairable]\n";
    return 2;
  }
  Plan plan = draw_plan(std::strtoull(words[1], nullptr, 10), terraform_language().sizes());
  if (repair) plan = repairable(std::move(plan), terraform_language().sizes());
  if (values) plan.sends = false;
  const Project project = write(terraform_language(), plan);
  for (const auto& [path, text] : project.files) {
    const std::filesystem::path file = std::filesystem::path(words[2]) / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  if (values) {
    std::cout << plan.host << ' ' << plan.port << '\n';
    return 0;
  }
  const Expectation expected = expect(plan, project);
  std::cout << describe(terraform_language(), plan) << "sender: " << project.sender_address
            << "\nexpected: " << to_string(expected.verdict) << ' ' << expected.rule << '\n';
}
