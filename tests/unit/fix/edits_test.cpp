#include "fix/edits.h"

#include <gtest/gtest.h>

#include <memory>

namespace smtplint::fix {
namespace {

constexpr SourceId file{0};

Fix fix_of(std::uint32_t begin, std::uint32_t end, const std::string& text, SourceId source = file) {
  return {"", FixSafety::safe, {{{source, {begin, end}}, text}}};
}

TEST(Edits, AreJoinedInOrderEachOnce) {
  const Fix late = fix_of(8, 10, "587");
  const Fix early = fix_of(0, 2, "465");
  const Fix again = fix_of(8, 10, "587");
  const Fix elsewhere = fix_of(8, 10, "25", SourceId{1});
  const Fix* const fixes[] = {&late, &early, &again, &elsewhere};
  const EditSet set = joined(fixes);
  EXPECT_EQ(set.refused, 0u);
  ASSERT_EQ(set.by_file.at(file).size(), 2u);
  EXPECT_EQ(edited("25      25!", set.by_file.at(file)), "465      587!");
}

TEST(Edits, ThatContradictEarlierOnesAreRefusedAsAWhole) {
  const Fix first = fix_of(2, 4, "587");
  const Fix other = fix_of(3, 6, "465");
  Fix both = fix_of(8, 9, "x");
  both.edits.push_back({{file, {2, 4}}, "465"});
  const Fix* const fixes[] = {&first, &other, &both};
  const EditSet set = joined(fixes);
  EXPECT_EQ(set.refused, 2u);
  EXPECT_EQ(edited("a 25 bcdef", set.by_file.at(file)), "a 587 bcdef");
}

TEST(Edits, InsertWhereTheSpanIsEmpty) {
  const Fix insertion = fix_of(0, 0, "# x\n");
  const Fix* const fixes[] = {&insertion};
  EXPECT_EQ(edited("a\n", joined(fixes).by_file.at(file)), "# x\na\n");
}

}  // namespace
}  // namespace smtplint::fix
