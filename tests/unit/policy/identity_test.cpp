#include "policy/identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "policy/judgement.h"
#include "value/store.h"

namespace smtplint::policy {
namespace {

using model::SubscriptionEvidence;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const knowledge::Catalogue& catalogue() { return knowledge::Catalogue::built_in(); }

class IdentityTest : public testing::Test {
 protected:
  SubscriptionEvidence evidence(SubscriptionEvidence::Kind kind, std::string_view text) {
    return {kind, store.string(text), {}};
  }
  SubscriptionEvidence quota(std::string_view id) {
    return evidence(SubscriptionEvidence::Kind::quota_id, id);
  }
  SubscriptionEvidence scope(std::string_view path) {
    return evidence(SubscriptionEvidence::Kind::billing_scope, path);
  }
  SubscriptionEvidence workload(std::string_view word) {
    return evidence(SubscriptionEvidence::Kind::workload, word);
  }

  static Identity by_code(const std::vector<SubscriptionEvidence>& evidence) {
    return identify({}, evidence, catalogue());
  }
  static Identity by_info(std::string_view json) {
    const auto info = parse_subscription_info(json);
    EXPECT_TRUE(info.ok()) << json;
    SubscriptionRequest request;
    if (info) request.info = *info;
    return identify(request, {}, catalogue());
  }
  static Verdict verdict(const Identity& identity) {
    Sender sender;
    sender.kind = WorkloadKind::virtual_machine;
    sender.scope = Scope::public_host;
    sender.port = 25;
    return judge(sender, identity, {catalogue(), catalogue().policy().newest()}).verdict;
  }

  ValueStore store;
  static constexpr std::string_view enrollment =
      "/providers/Microsoft.Billing/billingAccounts/1234567/enrollmentAccounts/654321";
  static constexpr std::string_view invoice_section =
      "/providers/Microsoft.Billing/billingAccounts/"
      "5e98e158-c20c-49ac-99a1-1b7b2c1b1b1b:6a0c4f59_2019-05-31/billingProfiles/ABCD-EFGH/invoiceSections/"
      "QRST";
  static constexpr std::string_view customer =
      "/providers/microsoft.billing/BillingAccounts/5e98e158-c20c-49ac:6a0c_2019-05-31/customers/2281f543";
};

TEST_F(IdentityTest, NothingIsKnownWithoutEvidence) {
  const Identity identity = by_code({});
  EXPECT_THAT(identity.types, IsEmpty());
  EXPECT_EQ(identity.source, SubscriptionSource::none);
  EXPECT_EQ(identity.type(), "unknown");
}

TEST_F(IdentityTest, BillingScopeAndWorkloadTellTheType) {
  EXPECT_THAT(by_code({scope(enrollment)}).types, ElementsAre("enterprise-agreement"))
      << "production by default";
  EXPECT_THAT(by_code({scope(enrollment), workload("Production")}).types,
              ElementsAre("enterprise-agreement"));
  EXPECT_THAT(by_code({scope(enrollment), workload("devtest")}).types, ElementsAre("enterprise-dev-test"));
  EXPECT_THAT(by_code({scope(customer)}).types, ElementsAre("csp")) << "without case";
  EXPECT_EQ(by_code({scope(enrollment)}).source, SubscriptionSource::code);
}

TEST_F(IdentityTest, UnknownWorkloadLeavesBothOpen) {
  const Value value = store.unknown(ReasonKind::no_value, "var.workload");
  const Identity identity = by_code({scope(enrollment), {SubscriptionEvidence::Kind::workload, value, {}}});
  EXPECT_THAT(identity.types, UnorderedElementsAre("enterprise-agreement", "enterprise-dev-test"));
  EXPECT_EQ(verdict(identity), Verdict::unknown);
}

TEST_F(IdentityTest, CustomerAgreementScopeAloneIsOpen) {
  const Identity identity = by_code({scope(invoice_section)});
  EXPECT_THAT(identity.types, UnorderedElementsAre("mca-enterprise", "mca-individual"));
  EXPECT_EQ(verdict(identity), Verdict::unknown);
  EXPECT_THAT(identity.notes, ElementsAre(HasSubstr("declare the type")));
}

TEST_F(IdentityTest, ScopeFromADataSourceShowsItsKind) {
  const auto kind = SubscriptionEvidence::Kind::billing_scope;
  const std::string name = "module.vending.data.azurerm_billing_mpa_account_scope.main";
  EXPECT_THAT(by_code({{kind, store.unknown(ReasonKind::data_source, name), {}}}).types, ElementsAre("csp"));
  const Value other = store.unknown(ReasonKind::no_value, "var.scope");
  EXPECT_THAT(by_code({{kind, other, {}}}).types, IsEmpty());
}

TEST_F(IdentityTest, EverySingleQuotaIdTellsItsType) {
  for (const knowledge::QuotaId& each : catalogue().subscriptions().quota_ids()) {
    const Identity identity = by_code({quota(each.id)});
    EXPECT_THAT(identity.types, testing::UnorderedElementsAreArray(each.types)) << each.id;
    EXPECT_EQ(identity.notes.empty(), each.types.size() == 1) << each.id;
  }
  EXPECT_THAT(by_code({quota("payasyougo_2014-09-01")}).types, ElementsAre("pay-as-you-go"));
}

TEST_F(IdentityTest, EnterpriseAgreementQuotaAloneIsOpen) {
  const Identity identity = by_code({quota("EnterpriseAgreement_2014-09-01")});
  EXPECT_EQ(identity.type(), "unknown");
  EXPECT_EQ(verdict(identity), Verdict::unknown);
  EXPECT_THAT(identity.notes, ElementsAre(HasSubstr("billing property")));
}

TEST_F(IdentityTest, DevTestQuotaAloneIsBlockedWithHelp) {
  const Identity identity = by_code({quota("MSDNDevTest_2014-09-01")});
  Sender sender;
  sender.kind = WorkloadKind::virtual_machine;
  sender.scope = Scope::relay;
  sender.port = 25;
  const auto judgement = judge(sender, identity, {catalogue(), catalogue().policy().newest()});
  EXPECT_EQ(judgement.verdict, Verdict::blocked);
  EXPECT_FALSE(judgement.subscription_decides);
  EXPECT_THAT(judgement.way_out, HasSubstr("if it is Enterprise Dev/Test or"));
  EXPECT_THAT(judgement.way_out, HasSubstr("the block can be lifted"));
}

TEST_F(IdentityTest, ConsistentSourcesInTheCodeNarrowEachOther) {
  const Identity identity = by_code({scope(enrollment), quota("EnterpriseAgreement_2014-09-01")});
  EXPECT_THAT(identity.types, ElementsAre("enterprise-agreement"));
  EXPECT_THAT(identity.notes, IsEmpty());
}

TEST_F(IdentityTest, ContradictingSourcesInTheCodeLeaveItOpen) {
  const Identity identity = by_code({scope(enrollment), quota("PayAsYouGo_2014-09-01")});
  EXPECT_THAT(identity.types, IsEmpty());
  EXPECT_THAT(identity.notes,
              ElementsAre(testing::AllOf(HasSubstr("contradictory"), HasSubstr("Pay-As-You-Go"),
                                         HasSubstr("Enterprise Agreement"))));
  EXPECT_EQ(verdict(identity), Verdict::unknown);
}

TEST_F(IdentityTest, UnlistedQuotaIdIsSaid) {
  const Identity identity = by_code({quota("AzureForStudentsStarter_2018-01-01")});
  EXPECT_EQ(identity.type(), "unknown");
  EXPECT_THAT(identity.notes, ElementsAre(HasSubstr("`AzureForStudentsStarter_2018-01-01`")));
}

TEST_F(IdentityTest, OfferTellsTheTypeUnlessSeveralShareIt) {
  const auto offer = [this](std::string_view id) {
    return by_code({evidence(SubscriptionEvidence::Kind::offer, id)}).types;
  };
  EXPECT_THAT(offer("MS-AZR-0003P"), ElementsAre("pay-as-you-go"));
  EXPECT_THAT(offer("ms-azr-0148p"), ElementsAre("enterprise-dev-test"));
  EXPECT_THAT(offer("MS-AZR-0017G"), UnorderedElementsAre("mca-enterprise", "mca-individual"));
  EXPECT_THAT(offer("MS-AZR-9999P"), IsEmpty());
}

TEST_F(IdentityTest, TheCommandLineBeatsTheInformationWhichBeatsTheCode) {
  SubscriptionRequest request;
  const std::vector<SubscriptionEvidence> code = {quota("PayAsYouGo_2014-09-01")};
  request.info.emplace().quota_id = "CSP_2015-05-01";
  const Identity by_info = identify(request, code, catalogue());
  EXPECT_THAT(by_info.types, ElementsAre("csp"));
  EXPECT_EQ(by_info.source, SubscriptionSource::subscription_info);
  EXPECT_THAT(by_info.notes, ElementsAre(testing::AllOf(HasSubstr("the subscription information says Cloud"),
                                                        HasSubstr("the code says Pay-As-You-Go"))));
  request.type = "enterprise-agreement";
  const Identity by_line = identify(request, code, catalogue());
  EXPECT_THAT(by_line.types, ElementsAre("enterprise-agreement"));
  EXPECT_EQ(by_line.source, SubscriptionSource::command_line);
  EXPECT_EQ(by_line.notes.size(), 2u);
  request.configured = std::exchange(request.type, std::nullopt);
  const Identity info_first = identify(request, code, catalogue());
  EXPECT_THAT(info_first.types, ElementsAre("csp")) << "the information beats the configuration";
}

TEST_F(IdentityTest, AgreeingSourcesSayNothing) {
  SubscriptionRequest request;
  request.type = "mca-enterprise";
  const Identity identity =
      identify(request, std::vector{quota("EnterpriseAgreement_2014-09-01")}, catalogue());
  EXPECT_THAT(identity.types, ElementsAre("mca-enterprise"));
  EXPECT_THAT(identity.notes, IsEmpty());
}

TEST_F(IdentityTest, DeclaringItUnknownBeatsTheCode) {
  SubscriptionRequest request;
  request.type = "unknown";
  const Identity identity = identify(request, std::vector{quota("CSP_2015-05-01")}, catalogue());
  EXPECT_THAT(identity.types, IsEmpty());
  EXPECT_EQ(identity.source, SubscriptionSource::command_line);
}

struct InfoRow {
  const char* json;
  std::vector<std::string> types;
  Verdict verdict;
};

class InfoTest : public IdentityTest, public testing::WithParamInterface<InfoRow> {};

TEST_P(InfoTest, TellsTheType) {
  const Identity identity = by_info(GetParam().json);
  EXPECT_THAT(identity.types, testing::UnorderedElementsAreArray(GetParam().types)) << GetParam().json;
  EXPECT_EQ(verdict(identity), GetParam().verdict);
  EXPECT_EQ(identity.notes.empty(), GetParam().types.size() == 1) << "what is open is said";
}

INSTANTIATE_TEST_SUITE_P(
    Agreements, InfoTest,
    testing::Values(
        InfoRow{R"({"subscriptionPolicies": {"quotaId": "PayAsYouGo_2014-09-01"}})",
                {"pay-as-you-go"},
                Verdict::blocked},
        InfoRow{R"({"subscriptionPolicies": {"quotaId": "Nothing_2014-09-01"}})", {}, Verdict::unknown},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "MicrosoftPartnerAgreement"}})",
                {"csp"},
                Verdict::blocked},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "MicrosoftCustomerAgreement",
                                   "billingAccountType": "Enterprise", "skuId": "0001"}})",
                {"mca-enterprise"},
                Verdict::allowed},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "MicrosoftCustomerAgreement",
                                   "billingAccountType": "Enterprise", "skuId": "0002"}})",
                {"mca-enterprise-dev-test"},
                Verdict::blocked_exemption_possible},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "MicrosoftCustomerAgreement",
                                   "billingAccountType": "Individual"}})",
                {"mca-individual"},
                Verdict::blocked},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "MicrosoftCustomerAgreement"}})",
                {"mca-enterprise", "mca-enterprise-dev-test", "mca-individual"},
                Verdict::unknown},
        InfoRow{R"({"billingAccountAgreementType": "EnterpriseAgreement",
                    "subscriptionPolicies": {"quotaId": "EnterpriseAgreement_2014-09-01"}})",
                {"enterprise-agreement"},
                Verdict::allowed},
        InfoRow{R"({"billingAccountAgreementType": "EnterpriseAgreement",
                    "subscriptionPolicies": {"quotaId": "MSDNDevTest_2014-09-01"}})",
                {"enterprise-dev-test"},
                Verdict::blocked_exemption_possible},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "EnterpriseAgreement"}})",
                {"enterprise-agreement", "enterprise-dev-test"},
                Verdict::unknown},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "MicrosoftOnlineServicesProgram"}})",
                {"pay-as-you-go", "pay-as-you-go-dev-test", "msdn", "visual-studio", "azure-pass",
                 "azure-in-open", "education", "students", "free-trial", "bizspark", "bizspark-plus",
                 "partner-network", "sponsorship"},
                Verdict::blocked},
        InfoRow{R"({"properties": {"billingAccountAgreementType": "Other"}})", {}, Verdict::unknown},
        InfoRow{R"({"billingAccountAgreementType": "MicrosoftOnlineServicesProgram",
                    "subscriptionPolicies": {"quotaId": "FreeTrial_2014-09-01"}})",
                {"free-trial"},
                Verdict::blocked}));

TEST(SubscriptionInfoTest, RefusesWhatIsNoSubscription) {
  for (const char* text :
       {"", "{", "[]", "25", "{}", R"({"subscriptionPolicies": {}})",
        R"({"subscriptionPolicies": {"quotaId": 25}})", R"({"subscriptionPolicies": "x"})"}) {
    const auto info = parse_subscription_info(text);
    ASSERT_FALSE(info.ok()) << text;
    EXPECT_THAT(info.error().message, HasSubstr("subscription information")) << text;
  }
  EXPECT_FALSE(parse_subscription_info(std::string(1u << 20u, '[')).ok());
  EXPECT_FALSE(parse_subscription_info(std::string((1u << 20u) + 1, ' ')).ok());
}

}  // namespace
}  // namespace smtplint::policy
