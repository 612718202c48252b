#include "engine/languages/limits.h"

#include <gtest/gtest.h>

#include "knowledge/catalogue.h"

namespace smtplint::engine {
namespace {

TEST(Limits, ParsersHaveThoseOfTheRulesByDefaultToo) {
  const syntax::ParseLimits usual, given = parse_limits(knowledge::Catalogue::built_in().limits());
  EXPECT_EQ(usual.deepest, given.deepest);
  EXPECT_EQ(usual.progress_per_kilobyte, given.progress_per_kilobyte);
}

TEST(Limits, OfAnEvaluationHoldForWhatItParses) {
  knowledge::Limits limits;
  limits.nesting = 7;
  limits.parse_progress_per_kilobyte = 11;
  EXPECT_EQ(parse_limits(limits).deepest, 7u);
  EXPECT_EQ(evaluation_limits(limits).parsing().deepest, 7u);
  EXPECT_EQ(evaluation_limits(limits).parsing().progress_per_kilobyte, 11u);
}

}  // namespace
}  // namespace smtplint::engine
