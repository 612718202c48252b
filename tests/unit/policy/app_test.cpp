#include <gtest/gtest.h>

#include <algorithm>

#include "policy/judgement.h"

namespace smtplint::policy {
namespace {

constexpr Truth yes = Truth::yes, no = Truth::no, open = Truth::unknown;

const knowledge::Catalogue& catalogue() { return knowledge::Catalogue::built_in(); }

Identity subscription(std::string type) {
  Identity identity;
  identity.types = {std::move(type)};
  identity.source = SubscriptionSource::command_line;
  return identity;
}

model::Judgement judged(const AppFacts& app, const std::string& type, std::string_view edition = "E11",
                        WorkloadKind kind = WorkloadKind::web_app) {
  Sender sender;
  sender.kind = kind;
  sender.app = app;
  sender.scope = Scope::relay;
  sender.port = 25;
  return judge(sender, subscription(type), {catalogue(), *catalogue().policy().by_id(edition)});
}

struct Case {
  AppFacts app;
  Verdict enterprise;
  Verdict pay_as_you_go;
  bool may_seem_to_work;
};

AppFacts app(Truth can_integrate, Truth integrated, Truth route_all, Truth in_environment = no) {
  AppFacts facts;
  facts.can_integrate = can_integrate;
  facts.integrated = integrated;
  facts.route_all = route_all;
  facts.in_environment = in_environment;
  return facts;
}

AppFacts flex(Truth integrated, Truth route_all) {
  AppFacts facts = app(yes, integrated, route_all);
  facts.ignores_route_all = true;
  return facts;
}

constexpr Verdict allowed = Verdict::allowed, blocked = Verdict::blocked,
                  unsupported = Verdict::unsupported_resource, unknown = Verdict::unknown;

class AppTruthTable : public testing::TestWithParam<Case> {};

TEST_P(AppTruthTable, Holds) {
  const Case& row = GetParam();
  for (const WorkloadKind kind :
       {WorkloadKind::web_app, WorkloadKind::function_app, WorkloadKind::logic_app}) {
    for (const std::string_view edition : {"E7", "E8", "E9", "E10", "E11"}) {
      const auto enterprise = judged(row.app, "enterprise-agreement", edition, kind);
      EXPECT_EQ(enterprise.verdict, row.enterprise) << edition;
      EXPECT_EQ(enterprise.may_seem_to_work, row.may_seem_to_work);
      const auto other = judged(row.app, "pay-as-you-go", edition, kind);
      EXPECT_EQ(other.verdict, row.pay_as_you_go) << edition;
      EXPECT_EQ(other.may_seem_to_work, row.may_seem_to_work);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Integration, AppTruthTable,
                         testing::Values(Case{app(yes, yes, yes), allowed, blocked, false},
                                         Case{app(open, yes, yes), allowed, blocked, false},
                                         Case{app(yes, yes, no), unsupported, unsupported, true},
                                         Case{app(yes, no, yes), unsupported, unsupported, true},
                                         Case{app(yes, no, open), unsupported, unsupported, true},
                                         Case{app(open, no, no), unsupported, unsupported, true},
                                         Case{app(no, no, no), unsupported, unsupported, false},
                                         Case{app(no, open, open), unsupported, unsupported, false},
                                         Case{app(no, yes, yes), unsupported, unsupported, false},
                                         Case{app(yes, open, yes), unknown, blocked, false},
                                         Case{app(yes, yes, open), unknown, blocked, false},
                                         Case{app(open, open, open), unknown, blocked, false},
                                         Case{app(yes, open, no), unsupported, unsupported, true},
                                         Case{flex(yes, no), allowed, blocked, false},
                                         Case{flex(yes, open), allowed, blocked, false},
                                         Case{flex(no, yes), unsupported, unsupported, true},
                                         Case{flex(open, yes), unknown, blocked, false},
                                         Case{app(no, no, no, yes), allowed, blocked, false},
                                         Case{app(yes, no, no, open), unknown, blocked, false},
                                         Case{app(yes, yes, yes, open), allowed, blocked, false}));

TEST(App, SaysThatAnOldNetworkNeedsAChangeWhereItIsAllowed) {
  const auto judgement = judged(app(yes, yes, yes), "mca-enterprise");
  EXPECT_TRUE(std::ranges::any_of(judgement.reasons, [](const std::string& reason) {
    return reason.find("2022-08-01") != std::string::npos;
  }));
  for (const std::string& reason : judged(app(yes, yes, yes), "pay-as-you-go").reasons) {
    EXPECT_EQ(reason.find("2022-08-01"), std::string::npos) << reason;
  }
}

TEST(App, HelpSaysThatIntegratingAloneWillNotDoWhereTheSubscriptionBlocksToo) {
  EXPECT_NE(judged(app(yes, no, no), "csp").way_out.find("will not do"), std::string::npos);
  EXPECT_NE(judged(app(yes, no, no), "enterprise-dev-test").way_out.find("will not do"), std::string::npos);
  EXPECT_EQ(judged(app(yes, no, no), "enterprise-agreement").way_out.find("will not do"), std::string::npos);
}

TEST(App, NamesWhatIsNotKnown) {
  AppFacts facts = app(yes, yes, open);
  facts.reason = "variable `route_all` has no value";
  const auto judgement = judged(facts, "enterprise-agreement");
  ASSERT_EQ(judgement.unknown.size(), 1u);
  EXPECT_EQ(judgement.unknown.front().field, SenderField::network);
  EXPECT_NE(judgement.unknown.front().reason.find("variable `route_all` has no value"), std::string::npos);
  EXPECT_FALSE(judgement.subscription_decides);
}

TEST(App, WasUnsupportedOrUnnamedBeforeIntegrationCounted) {
  for (const std::string_view edition : {"E1", "E5", "E6"}) {
    const auto judgement = judged(app(yes, yes, yes), "enterprise-agreement", edition);
    EXPECT_EQ(judgement.verdict, Verdict::unknown) << edition;
    ASSERT_EQ(judgement.unknown.size(), 1u);
    EXPECT_EQ(judgement.unknown.front().field, SenderField::kind);
  }
  for (const std::string_view edition : {"E2", "E3", "E4"}) {
    const auto judgement = judged(app(yes, yes, yes), "enterprise-agreement", edition);
    EXPECT_EQ(judgement.verdict, Verdict::unsupported_resource) << edition;
    EXPECT_TRUE(judgement.may_seem_to_work);
  }
}

TEST(App, HasNoWayToAPrivateHostWithoutIntegration) {
  Sender sender;
  sender.kind = WorkloadKind::web_app;
  sender.scope = Scope::private_network;
  const Basis basis{catalogue(), catalogue().policy().newest()};
  for (const std::uint16_t port : {25, 587}) {
    sender.port = port;
    sender.app = app(yes, no, no);
    EXPECT_EQ(judge(sender, {}, basis).verdict, Verdict::no_egress);
    EXPECT_EQ(judge(sender, {}, basis).platform, Verdict::allowed);
    sender.app = app(yes, yes, no);
    EXPECT_EQ(judge(sender, {}, basis).verdict, Verdict::allowed) << "private ranges need no route-all";
    sender.app = app(yes, no, no, yes);
    EXPECT_EQ(judge(sender, {}, basis).verdict, Verdict::allowed);
    sender.app = app(yes, open, no);
    EXPECT_EQ(judge(sender, {}, basis).verdict, Verdict::unknown);
    sender.app = app(yes, no, no);
    sender.through_hybrid_connection = yes;
    EXPECT_EQ(judge(sender, {}, basis).verdict, Verdict::allowed);
    sender.through_hybrid_connection = open;
    EXPECT_EQ(judge(sender, {}, basis).verdict, Verdict::unknown);
    sender.through_hybrid_connection = no;
  }
}

}  // namespace
}  // namespace smtplint::policy
