#include <gtest/gtest.h>

#include <string>

#include "frontend/config/config.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {
namespace {

/// A name that a pattern fits.
std::string sample(std::string pattern) {
  for (std::size_t star = pattern.find('*'); star != std::string::npos; star = pattern.find('*')) {
    pattern.replace(star, 1, "shop");
  }
  return pattern;
}

void expect_to_be_looked_at(const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    // Entries of a ConfigMap, which are never files.
    if (pattern.starts_with("service.email")) continue;
    EXPECT_TRUE(config::file_names().contain("src/" + sample(pattern))) << pattern;
  }
}

TEST(ConfigurationFileNames, AreAmongThoseThatAreLookedAt) {
  for (const auto& kind : knowledge::Catalogue::built_in().configuration_files().kinds()) {
    expect_to_be_looked_at(kind.names);
    expect_to_be_looked_at(kind.profiles);
  }
  EXPECT_FALSE(config::file_names().contain("src/main.cpp"));
}

}  // namespace
}  // namespace smtplint::engine
