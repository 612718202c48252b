// The examples of frameworks in which no port is written, as settings of a container: a finding says so
// exactly where the program dials 25 by itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/memory_file_system.h"
#include "engine/analyze.h"
#include "engine/deployments/analysis_cache.h"
#include "knowledge/catalogue.h"

namespace smtplint {
namespace {

using knowledge::Framework;
using knowledge::FrameworkExample;

std::string container_with(const FrameworkExample& example) {
  std::string text = "resource \"azurerm_container_group\" \"app\" {\n  container {\n    image = \"" +
                     example.image + "\"\n    environment_variables = {\n";
  for (const auto& [key, value] : example.settings) text += "\"" + key + "\" = \"" + value + "\"\n";
  return text + "    }\n  }\n}\n";
}

std::set<std::string> rules_that_fire(const std::string& text) {
  MemoryFileSystem files;
  files.add("main.tf", text);
  engine::Request request;
  request.subscription.type = "pay-as-you-go";
  request.today = "2026-01-01";
  engine::AnalysisCache cache;
  const auto report = engine::analyze(request, files, knowledge::Catalogue::built_in(), cache);
  EXPECT_TRUE(report.ok());
  std::set<std::string> rules;
  for (const auto& finding : report->findings) rules.insert(std::string(finding.rule));
  return rules;
}

bool leaves_the_port_to_an_environment(const FrameworkExample& example) {
  return example.kind == FrameworkExample::Kind::omitted && example.file.empty() && !example.host.empty();
}

TEST(FrameworkExamples, AreFoundWithoutAPortExactlyWhereItIs25) {
  std::size_t found = 0, silent = 0;
  for (const Framework& framework : knowledge::Catalogue::built_in().frameworks().all()) {
    for (const FrameworkExample& example : framework.examples) {
      if (!leaves_the_port_to_an_environment(example)) continue;
      const std::string text = container_with(example);
      const bool dials_25 = example.port == 25;
      EXPECT_EQ(rules_that_fire(text).contains("SMTP005"), dials_25) << framework.id << ":\n" << text;
      ++(dials_25 ? found : silent);
    }
  }
  EXPECT_GT(found, 40u);
  EXPECT_GT(silent, 20u);
}

}  // namespace
}  // namespace smtplint
