#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "policy/judgement.h"

namespace smtplint::policy {
namespace {

constexpr std::array<std::string_view, 11> editions = {"E1", "E2", "E3", "E4",  "E5", "E6",
                                                       "E7", "E8", "E9", "E10", "E11"};

/// One letter for each edition. A: allowed, P: blocked until an exemption is granted, X: blocked, U: unknown.
struct Row {
  std::string_view type;
  std::string_view after;   ///< created after 2017-11-15, or without a date
  std::string_view before;  ///< created before it
};

constexpr Row matrix[] = {
    {"enterprise-agreement", "AAAAAAAAAAA", "AAAAAAAAAAA"},
    {"enterprise-dev-test", "UUUUUUPPPPP", "UUUUUUUUUUU"},
    {"mca-enterprise", "UUUUUUXAAAA", "UUUUUUUAAAA"},
    {"mca-enterprise-dev-test", "UUUUUUXPPPP", "UUUUUUUUUUU"},
    {"mca-individual", "UUUUUUXXXXX", "UUUUUUUUUUU"},
    {"pay-as-you-go", "PPPPPPXXXXX", "AAAAAUUUUUU"},
    {"pay-as-you-go-dev-test", "UUUUUUXXXXX", "UUUUUUUUUUU"},
    {"csp", "PPPPPPXXXXX", "UUUUUUUUUUU"},
    {"msdn", "XXXXXXXXXXX", "AAAAAUUUUUU"},
    {"visual-studio", "UXXXXXXXXXX", "UAAAAUUUUUU"},
    {"azure-pass", "XXXXXXXXXXX", "AAAAAUUUUUU"},
    {"azure-in-open", "XXXXXXXXXXX", "AAAAAUUUUUU"},
    {"education", "XXXXXXXXXXX", "AAAAAUUUUUU"},
    {"students", "UXXXXXXXXXX", "UAAAAUUUUUU"},
    {"free-trial", "XXXXXXXXXXX", "AAAAAUUUUUU"},
    {"bizspark", "XXXUUUXXXXX", "AAAUUUUUUUU"},
    {"bizspark-plus", "UUUPPPXXXXX", "UUUAAUUUUUU"},
    {"partner-network", "PPPPPPXXXXX", "AAAAAUUUUUU"},
    {"sponsorship", "UXXPPPXXXXX", "UAAAAUUUUUU"},
    {"other", "UUUUUUXXXXX", "UUUUUUUUUUU"},
};

const knowledge::Catalogue& catalogue() { return knowledge::Catalogue::built_in(); }

Sender machine() {
  Sender sender;
  sender.kind = WorkloadKind::virtual_machine;
  sender.scope = Scope::public_host;
  sender.port = 25;
  return sender;
}

Identity declared(std::string_view type, std::string_view created) {
  Identity identity;
  identity.types = {std::string(type)};
  identity.source = SubscriptionSource::command_line;
  identity.created = created;
  return identity;
}

char letter(Verdict verdict) {
  switch (verdict) {
    case Verdict::allowed:
      return 'A';
    case Verdict::blocked:
      return 'X';
    case Verdict::blocked_exemption_possible:
      return 'P';
    default:
      return 'U';
  }
}

std::string verdicts(std::string_view type, std::string_view created) {
  std::string letters;
  for (const std::string_view id : editions) {
    const knowledge::Edition* edition = catalogue().policy().by_id(id);
    if (edition == nullptr) return "no edition " + std::string(id);
    const auto judgement = judge(machine(), declared(type, created), {catalogue(), *edition});
    EXPECT_EQ(judgement.verdict, judgement.platform) << type << " " << id;
    EXPECT_EQ(judgement.source, edition->page);
    EXPECT_FALSE(judgement.rule.empty()) << type << " " << id;
    EXPECT_EQ(judgement.unknown.empty(), judgement.verdict != Verdict::unknown) << type << " " << id;
    EXPECT_FALSE(judgement.subscription_decides) << "the type is known: " << type << " " << id;
    letters += letter(judgement.verdict);
  }
  return letters;
}

class PolicyMatrix : public testing::TestWithParam<Row> {};

TEST_P(PolicyMatrix, HoldsForSubscriptionsSinceTheCutoff) {
  EXPECT_EQ(verdicts(GetParam().type, ""), GetParam().after) << "without a date it counts as new";
  EXPECT_EQ(verdicts(GetParam().type, "2017-11-15"), GetParam().after) << "the day itself is new";
  EXPECT_EQ(verdicts(GetParam().type, "2024-02-29"), GetParam().after);
}

TEST_P(PolicyMatrix, HoldsForSubscriptionsFromBeforeTheCutoff) {
  EXPECT_EQ(verdicts(GetParam().type, "2017-11-14"), GetParam().before);
  EXPECT_EQ(verdicts(GetParam().type, "2012-01-01"), GetParam().before);
}

INSTANTIATE_TEST_SUITE_P(AllTypes, PolicyMatrix, testing::ValuesIn(matrix));

TEST(PolicyMatrixTable, CoversEveryTypeAndEdition) {
  EXPECT_EQ(catalogue().policy().editions().size(), editions.size());
  for (const knowledge::SubscriptionType& type : catalogue().subscriptions().types()) {
    const bool listed = std::ranges::any_of(matrix, [&type](const Row& row) { return row.type == type.id; });
    EXPECT_TRUE(listed || type.id == "unknown") << type.id;
  }
}

TEST(PolicyEditions, AreChosenByDate) {
  const knowledge::PolicyTable& policy = catalogue().policy();
  const std::pair<std::string_view, std::string_view> first_days[] = {
      {"2018-11-21", "E1"}, {"2019-08-22", "E2"},  {"2020-05-05", "E3"},  {"2020-12-08", "E4"},
      {"2021-01-06", "E5"}, {"2021-04-28", "E6"},  {"2022-08-17", "E7"},  {"2023-01-01", "E8"},
      {"2023-12-20", "E9"}, {"2025-07-28", "E11"}, {"2031-01-01", "E11"},
  };
  for (const auto& [date, id] : first_days) {
    const knowledge::Edition* edition = policy.as_of(date);
    ASSERT_NE(edition, nullptr) << date;
    EXPECT_EQ(edition->id, id) << date;
  }
  EXPECT_EQ(policy.as_of("2018-11-20"), nullptr);
  EXPECT_EQ(policy.as_of("2019-08-21")->id, "E1");
  EXPECT_EQ(policy.newest().id, "E11");
  ASSERT_NE(policy.by_id("E10"), nullptr);
  EXPECT_TRUE(policy.by_id("E10")->only_by_name);
  EXPECT_EQ(policy.by_id("e4")->id, "E4");
  EXPECT_EQ(policy.by_id("E12"), nullptr);
}

TEST(PolicyConflict, IsSaidAndIsNoQuestionOfTheType) {
  const auto judgement =
      judge(machine(), declared("pay-as-you-go", "2016-05-01"), {catalogue(), catalogue().policy().newest()});
  EXPECT_EQ(judgement.verdict, Verdict::unknown);
  ASSERT_EQ(judgement.unknown.size(), 1u);
  EXPECT_EQ(judgement.unknown.front().field, SenderField::subscription);
  EXPECT_NE(judgement.unknown.front().reason.find("contradict"), std::string::npos);
  EXPECT_NE(judgement.unknown.front().reason.find("2017-11-15"), std::string::npos);
  EXPECT_EQ(judgement.subscription.type, "pay-as-you-go");
}

}  // namespace
}  // namespace smtplint::policy
