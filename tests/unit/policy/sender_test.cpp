#include "policy/sender.h"

#include <gtest/gtest.h>

#include "value/store.h"

namespace smtplint::policy {
namespace {

const knowledge::Catalogue& catalogue() { return knowledge::Catalogue::built_in(); }

class SenderTest : public testing::Test {
 protected:
  model::Workload app() {
    model::Workload workload;
    workload.kind = WorkloadKind::web_app;
    workload.can_integrate = Truth::yes;
    return workload;
  }
  AppFacts facts(const model::Workload& workload) { return app_facts(workload, catalogue().reasons()); }

  ValueStore store;
};

TEST_F(SenderTest, ASubnetThatIsWrittenIntegratesTheApp) {
  model::Workload workload = app();
  EXPECT_EQ(facts(workload).integrated, Truth::no) << "absent";
  workload.integration_subnet = store.null();
  EXPECT_EQ(facts(workload).integrated, Truth::no);
  workload.integration_subnet = store.string("");
  EXPECT_EQ(facts(workload).integrated, Truth::no);
  workload.integration_subnet = store.reference("azurerm_subnet.apps", "id");
  EXPECT_EQ(facts(workload).integrated, Truth::yes);
  workload.integration_subnet = store.unknown(ReasonKind::no_value, "var.subnet_id");
  EXPECT_EQ(facts(workload).integrated, Truth::unknown);
  EXPECT_EQ(facts(workload).reason, "variable `subnet_id` has no value");
}

TEST_F(SenderTest, RouteAllIsAFlagInAnySpelling) {
  model::Workload workload = app();
  EXPECT_EQ(facts(workload).route_all, Truth::unknown) << "absent: no default says what counts";
  workload.route_all = store.boolean(true);
  EXPECT_EQ(facts(workload).route_all, Truth::yes);
  workload.route_all = store.string("1");
  EXPECT_EQ(facts(workload).route_all, Truth::yes);
  workload.route_all = store.string("False");
  EXPECT_EQ(facts(workload).route_all, Truth::no);
  workload.route_all = store.string("maybe");
  EXPECT_EQ(facts(workload).route_all, Truth::unknown);
}

TEST_F(SenderTest, WithoutComputeAVirtualMachineIsAssumed) {
  const model::Model model;
  model::Mailer mailer;
  model::HostChoice host;
  host.name = "smtp.sendgrid.net";
  host.scope = Scope::relay;
  model::PortChoice port;
  port.number = 25;
  const Sender sender = sender_of(model, mailer, host, port, catalogue());
  EXPECT_EQ(sender.kind, WorkloadKind::virtual_machine);
  EXPECT_EQ(sender.port, 25);
  EXPECT_TRUE(sender.host_known);
}

TEST_F(SenderTest, HybridConnectionNeedsTheSameHostAndPort) {
  model::Model model;
  model.workloads.push_back(app());
  model.workloads.back().hybrid_connections.push_back(
      {{}, {}, store.string("Mail.contoso.local"), store.string("25")});
  model::Mailer mailer;
  mailer.workload = model::Id<model::Workload>(0);
  model::HostChoice host;
  model::PortChoice port;
  const auto through = [&] {
    return sender_of(model, mailer, host, port, catalogue()).through_hybrid_connection;
  };
  host.name = "mail.contoso.local";
  port.number = 25;
  EXPECT_EQ(through(), Truth::yes);
  port.number = 587;
  EXPECT_EQ(through(), Truth::no);
  port.number.reset();
  EXPECT_EQ(through(), Truth::unknown);
  host.name = "smtp.sendgrid.net";
  EXPECT_EQ(through(), Truth::no);
  model.workloads.back().hybrid_connections.back().existence.truth = Truth::unknown;
  host.name = "mail.contoso.local";
  port.number = 25;
  EXPECT_EQ(through(), Truth::unknown);
}

TEST_F(SenderTest, TheNetworksSubscriptionDecidesForAnIntegratedApp) {
  model::Model model;
  model.subscriptions.resize(2);
  const model::Id<model::Subscription> own(0), hub(1);
  const knowledge::ComputeKinds& kinds = catalogue().compute_kinds();
  model.networks.emplace_back().subscription = hub;
  model.subnets.emplace_back().network = model::Id<model::VirtualNetwork>(0);
  model::Workload workload = app();
  workload.subscription = own;
  EXPECT_EQ(deciding_subscription(model, workload, kinds), own);
  workload.subnet = model::Id<model::Subnet>(0);
  EXPECT_EQ(deciding_subscription(model, workload, kinds), hub);
  workload.kind = WorkloadKind::virtual_machine;
  EXPECT_EQ(deciding_subscription(model, workload, kinds), own) << "a machine's own";
  workload.kind = WorkloadKind::function_app;
  workload.subnet = {};
  workload.integration_subnet = store.string("/subscriptions/0/resourceGroups/hub/providers/x/subnets/apps");
  EXPECT_FALSE(deciding_subscription(model, workload, kinds).valid()) << "a network outside the deployment";
}

TEST(Reasons, EveryKindHasAWordThatTheTableKnows) {
  for (const ReasonKind kind :
       {ReasonKind::no_value, ReasonKind::secret, ReasonKind::data_source, ReasonKind::runtime_only,
        ReasonKind::remote_module, ReasonKind::missing_file, ReasonKind::unsupported_function,
        ReasonKind::evaluation_error, ReasonKind::limit, ReasonKind::conflict}) {
    EXPECT_FALSE(catalogue().reasons().sentence(to_string(kind), "var.x").empty());
  }
}

}  // namespace
}  // namespace smtplint::policy
