#include "policy/judgement.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace smtplint::policy {
namespace {

const knowledge::Catalogue& catalogue() { return knowledge::Catalogue::built_in(); }

Basis newest() { return {catalogue(), catalogue().policy().newest()}; }

Identity subscription(std::string type, SubscriptionSource source = SubscriptionSource::command_line) {
  Identity identity;
  identity.types = {std::move(type)};
  identity.source = source;
  return identity;
}

Sender sender(WorkloadKind kind, Scope scope, std::optional<std::uint16_t> port) {
  Sender result;
  result.kind = kind;
  result.scope = scope;
  result.host_known = scope != Scope::unknown;
  result.port = port;
  return result;
}

Sender machine() { return sender(WorkloadKind::virtual_machine, Scope::public_host, 25); }

bool says(const model::Judgement& judgement, std::string_view words) {
  return std::ranges::any_of(judgement.reasons, [words](const std::string& reason) {
    return reason.find(words) != std::string::npos;
  });
}

TEST(Judgement, AsksTheDestinationBeforeTheKind) {
  for (const WorkloadKind kind :
       {WorkloadKind::virtual_machine, WorkloadKind::other_paas, WorkloadKind::unknown}) {
    EXPECT_EQ(judge(sender(kind, Scope::local, 25), {}, newest()).verdict, Verdict::allowed);
    EXPECT_EQ(judge(sender(kind, Scope::private_network, 25), {}, newest()).verdict, Verdict::allowed);
    EXPECT_EQ(judge(sender(kind, Scope::relay, 587), {}, newest()).verdict, Verdict::allowed);
    EXPECT_EQ(judge(sender(kind, Scope::unknown, 465), {}, newest()).verdict, Verdict::allowed);
  }
}

TEST(Judgement, LeavesAContainerGroupToAPrivateHostOpen) {
  const auto kind = WorkloadKind::container_group;
  EXPECT_EQ(
      judge(sender(kind, Scope::private_network, 25), subscription("enterprise-agreement"), newest()).verdict,
      Verdict::unknown);
  EXPECT_EQ(judge(sender(kind, Scope::private_network, std::nullopt), {}, newest()).verdict,
            Verdict::unknown);
  EXPECT_EQ(judge(sender(kind, Scope::private_network, 587), {}, newest()).verdict, Verdict::allowed);
  EXPECT_EQ(judge(sender(kind, Scope::local, 25), {}, newest()).verdict, Verdict::allowed);
}

struct KindRow {
  WorkloadKind kind;
  Verdict enterprise;
  Verdict csp;
};

class Kinds : public testing::TestWithParam<KindRow> {};

TEST_P(Kinds, AreJudgedOnAnySubscription) {
  const auto towards = sender(GetParam().kind, Scope::relay, 25);
  EXPECT_EQ(judge(towards, subscription("enterprise-agreement"), newest()).verdict, GetParam().enterprise);
  EXPECT_EQ(judge(towards, subscription("csp"), newest()).verdict, GetParam().csp);
}

INSTANTIATE_TEST_SUITE_P(
    Newest, Kinds,
    testing::Values(
        KindRow{WorkloadKind::virtual_machine, Verdict::allowed, Verdict::blocked},
        KindRow{WorkloadKind::scale_set, Verdict::allowed, Verdict::blocked},
        KindRow{WorkloadKind::kubernetes, Verdict::allowed, Verdict::blocked},
        KindRow{WorkloadKind::container_app, Verdict::unsupported_resource, Verdict::unsupported_resource},
        KindRow{WorkloadKind::container_group, Verdict::unsupported_resource, Verdict::unsupported_resource},
        KindRow{WorkloadKind::api_management, Verdict::unsupported_resource, Verdict::unsupported_resource},
        KindRow{WorkloadKind::other_paas, Verdict::unsupported_resource, Verdict::unsupported_resource},
        KindRow{WorkloadKind::unknown, Verdict::unknown, Verdict::blocked}));

TEST(Judgement, KeepsWhatMaySeemToWork) {
  Sender towards = sender(WorkloadKind::other_paas, Scope::relay, 25);
  EXPECT_FALSE(judge(towards, {}, newest()).may_seem_to_work);
  towards.may_seem_to_work = true;
  EXPECT_TRUE(judge(towards, {}, newest()).may_seem_to_work);
  EXPECT_EQ(judge(towards, {}, newest()).verdict, Verdict::unsupported_resource);
}

TEST(Judgement, UndeclaredSubscriptionDecides) {
  const auto judgement = judge(machine(), {}, newest());
  EXPECT_EQ(judgement.verdict, Verdict::unknown);
  EXPECT_TRUE(judgement.subscription_decides);
  EXPECT_EQ(judgement.subscription.type, "unknown");
  EXPECT_EQ(
      judgement.allowed_types,
      (std::vector<std::string>{"Enterprise Agreement", "Microsoft Customer Agreement for enterprise"}));
  ASSERT_EQ(judgement.unknown.size(), 1u);
  EXPECT_EQ(judgement.unknown.front().field, SenderField::subscription);
}

TEST(Judgement, SubscriptionDoesNotMatterToWhatIsNeverSupported) {
  const auto judgement = judge(sender(WorkloadKind::container_group, Scope::relay, 25), {}, newest());
  EXPECT_EQ(judgement.verdict, Verdict::unsupported_resource);
  EXPECT_FALSE(judgement.subscription_decides);
  EXPECT_TRUE(judgement.unknown.empty());
}

TEST(Judgement, UnknownHostKeepsThePlatformsVerdict) {
  const auto towards = sender(WorkloadKind::virtual_machine, Scope::unknown, 25);
  const auto blocked = judge(towards, subscription("free-trial"), newest());
  EXPECT_EQ(blocked.verdict, Verdict::unknown);
  EXPECT_EQ(blocked.platform, Verdict::blocked);
  EXPECT_EQ(judge(towards, subscription("enterprise-agreement"), newest()).verdict, Verdict::allowed);
}

TEST(Judgement, UnknownPortIsOpenUnlessEveryPortIsAllowed) {
  const auto towards = sender(WorkloadKind::virtual_machine, Scope::relay, std::nullopt);
  const auto open = judge(towards, subscription("free-trial"), newest());
  EXPECT_EQ(open.verdict, Verdict::unknown);
  EXPECT_EQ(open.platform, Verdict::unknown) << "no finding rests on it";
  EXPECT_FALSE(judge(towards, {}, newest()).subscription_decides);
  EXPECT_EQ(judge(towards, subscription("enterprise-agreement"), newest()).verdict, Verdict::allowed);
}

TEST(Judgement, HybridConnectionComesFirst) {
  Sender towards = sender(WorkloadKind::web_app, Scope::public_host, 25);
  towards.app.can_integrate = Truth::no;
  towards.through_hybrid_connection = Truth::yes;
  EXPECT_EQ(judge(towards, subscription("csp"), newest()).verdict, Verdict::allowed);
  towards.through_hybrid_connection = Truth::unknown;
  const auto open = judge(towards, subscription("csp"), newest());
  EXPECT_EQ(open.verdict, Verdict::unknown);
  EXPECT_EQ(open.platform, Verdict::unknown);
}

TEST(Exemption, HoldsForEveryTypeAndKindThatTheSubscriptionDecides) {
  for (const knowledge::SubscriptionType& type : catalogue().subscriptions().types()) {
    Identity identity = subscription(type.id);
    identity.exempt = true;
    const auto judgement = judge(machine(), identity, newest());
    EXPECT_EQ(judgement.verdict, Verdict::allowed) << type.id;
    const auto& rule = catalogue().policy().newest().rule_for(type.id);
    const bool void_today = rule.after_cutoff == knowledge::PolicyRule::blocked;
    EXPECT_EQ(says(judgement, "no longer grants"), void_today) << type.id;
  }
  Identity undeclared;
  undeclared.exempt = true;
  EXPECT_EQ(judge(machine(), undeclared, newest()).verdict, Verdict::allowed);
  EXPECT_EQ(judge(sender(WorkloadKind::container_app, Scope::relay, 25), undeclared, newest()).verdict,
            Verdict::unsupported_resource);
}

TEST(Exemption, DoesNotCoverTheWayThroughAFirewall) {
  Identity identity = subscription("csp");
  identity.exempt = true;
  using Layer = model::JudgedRule::Layer;
  EXPECT_EQ(judge_rule(Layer::security_group, model::Cloud::global, identity, newest()).platform,
            Verdict::allowed);
  EXPECT_EQ(judge_rule(Layer::firewall, model::Cloud::global, identity, newest()).platform, Verdict::blocked);
}

TEST(SovereignCloud, AnswersOnlyToWhatTheUserDeclares) {
  for (const model::Cloud cloud : {model::Cloud::china, model::Cloud::us_government}) {
    Sender towards = machine();
    towards.cloud = cloud;
    const auto by_code = judge(towards, subscription("pay-as-you-go", SubscriptionSource::code), newest());
    EXPECT_EQ(by_code.verdict, Verdict::unknown);
    EXPECT_TRUE(by_code.subscription_decides);
    EXPECT_TRUE(by_code.sovereign_cloud);
    const auto declared = judge(towards, subscription("enterprise-dev-test"), newest());
    EXPECT_EQ(declared.verdict, Verdict::blocked_exemption_possible);
    EXPECT_EQ(declared.way_out.find("portal"), std::string::npos)
        << "the portal of that cloud has other paths";
    EXPECT_EQ(declared.way_out.find("deallocate"), std::string::npos);
    EXPECT_FALSE(declared.way_out.empty());
    EXPECT_EQ(judge(towards, subscription("enterprise-agreement"), newest()).verdict, Verdict::allowed);
  }
}

TEST(Help, NamesTheDiagnosticAndWhatFollows) {
  const auto machine_help = judge(machine(), subscription("enterprise-dev-test"), newest());
  EXPECT_NE(machine_help.way_out.find("Diagnose and solve problems"), std::string::npos);
  EXPECT_NE(machine_help.way_out.find("deallocate"), std::string::npos);
  const auto cluster = judge(sender(WorkloadKind::kubernetes, Scope::relay, 25),
                             subscription("enterprise-dev-test"), newest());
  EXPECT_NE(cluster.way_out.find("stop and start the cluster"), std::string::npos);
  EXPECT_TRUE(says(cluster, "judged as its nodes"));
  const Basis first{catalogue(), *catalogue().policy().by_id("E1")};
  EXPECT_NE(judge(machine(), subscription("pay-as-you-go"), first).way_out.find("support case"),
            std::string::npos);
  EXPECT_NE(judge(machine(), subscription("enterprise-agreement"), newest()).way_out.find("no longer names"),
            std::string::npos);
}

}  // namespace
}  // namespace smtplint::policy
