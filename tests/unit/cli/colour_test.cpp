#include "cli/colour.h"

#include <gtest/gtest.h>

namespace smtplint::cli {
namespace {

using Environment = std::map<std::string, std::string>;

bool automatic(bool attached, Environment environment) {
  return wants_colour(ColourChoice::automatic, {attached, std::move(environment)});
}

TEST(Colour, TerminalsOnly) {
  EXPECT_TRUE(automatic(true, {}));
  EXPECT_FALSE(automatic(false, {}));
}

TEST(Colour, OptionBeatsEverything) {
  EXPECT_TRUE(wants_colour(ColourChoice::always, {false, {{"NO_COLOR", "1"}}}));
  EXPECT_FALSE(wants_colour(ColourChoice::never, {true, {{"FORCE_COLOR", "1"}}}));
}

TEST(Colour, NoColorBeatsForceColor) {
  EXPECT_FALSE(automatic(true, {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}));
  EXPECT_FALSE(automatic(true, {{"SMTPLINT_NO_COLOR", "1"}}));
  EXPECT_TRUE(automatic(true, {{"NO_COLOR", ""}}));
}

TEST(Colour, ForceColorBeatsTheTerminal) {
  EXPECT_TRUE(automatic(false, {{"FORCE_COLOR", "1"}, {"TERM", "dumb"}}));
  EXPECT_TRUE(automatic(false, {{"CLICOLOR_FORCE", "1"}}));
  EXPECT_FALSE(automatic(false, {{"FORCE_COLOR", "0"}}));
  EXPECT_FALSE(automatic(false, {{"CLICOLOR_FORCE", ""}}));
}

TEST(Colour, DumbTerminalsAndClicolorTurnItOff) {
  EXPECT_FALSE(automatic(true, {{"TERM", "dumb"}}));
  EXPECT_FALSE(automatic(true, {{"CLICOLOR", "0"}}));
  EXPECT_TRUE(automatic(true, {{"CLICOLOR", "1"}, {"TERM", "xterm"}}));
}

}  // namespace
}  // namespace smtplint::cli
