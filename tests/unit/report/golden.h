#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace smtplint::report {

/// Compares with tests/unit/report/golden/NAME. `SMTPLINT_UPDATE=1` writes the file anew instead: read the
/// difference before it is committed.
inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(SMTPLINT_SOURCE_DIR) + "/tests/unit/report/golden/" + name;
  const char* update = std::getenv("SMTPLINT_UPDATE");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing";
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(actual, expected.str()) << "run again with SMTPLINT_UPDATE=1 if this is meant";
}

}  // namespace smtplint::report
