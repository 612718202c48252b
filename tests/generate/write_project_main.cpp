// Writes the project of one seed to a folder, and prints what an analysis must say of it:
//   generate_project SEED FOLDER
// It is written in Terraform; `bicep` or `arm` as third word writes it in that language. With `values`, the
// settings stand in a resource that Terraform can plan by itself, and the two values are printed instead;
// with `repairable` the port can be repaired. With `text` as last word the settings stand in a text.
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
  const bool in_text = count > 3 && std::string_view(words[count - 1]) == "text";
  if (in_text) --count;
  const bool values = count == 4 && std::string_view(words[3]) == "values";
  const bool repair = count == 4 && std::string_view(words[3]) == "repairable";
  const Language* language = &terraform_language();
  for (const Language* other : {&bicep_language(), &arm_language()})
    if (count == 4 && other->name == words[3]) language = other;
  const bool named = language != &terraform_language();
  if (count != 3 && !values && !repair && !named) {
    std::cerr << "usage: generate_project SEED FOLDER [values|repairable|bicep|arm] [text]\n";
    return 2;
  }
  const std::uint64_t seed = std::strtoull(words[1], nullptr, 10);
  Plan plan = in_text ? draw_document_plan(seed, language->sizes()) : draw_plan(seed, language->sizes());
  if (repair) plan = repairable(std::move(plan), terraform_language().sizes());
  if (values) plan.sends = false;
  const Project project = write(*language, plan);
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
  std::cout << describe(*language, plan) << "sender: " << project.sender_address.value_or("nobody")
            << "\nexpected: " << to_string(expected.verdict) << ' ' << expected.rule << '\n';
}
