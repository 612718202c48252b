#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diagnostic/report.h"
#include "diagnostic/vocabulary.h"
#include "model/mailer.h"
#include "model/network_path.h"

/// What was decided of the model; made by `policy/` and `network/`, read by `rules/`.
namespace smtplint::model {

/// The verdict on one way of sending: one host and one port of a mailer.
struct Judgement {
  Verdict verdict = Verdict::unknown;   ///< as reports say it
  Verdict platform = Verdict::unknown;  ///< before the network is asked
  SubscriptionRow subscription;
  bool subscription_decides = false;  ///< the verdict hangs on a subscription type that is not known
  bool may_seem_to_work = false;      ///< not supported, but it may work for a while
  bool kind_known = true;             ///< else it is blocked on every kind that it may be
  bool integration_known = true;      ///< of an app; else it is blocked with and without, where it is blocked
  bool sovereign_cloud = false;       ///< Azure China, Azure Government: other pages hold there
  std::vector<std::string> reasons;   ///< sentences; what the verdict rests on
  std::vector<UnknownField> unknown;
  std::vector<std::string> type_notes;  ///< sentences: who else says what of the type, how to settle it
  std::string rule;     ///< the policy's sentence for this case: "pay-as-you-go subscriptions cannot ..."
  std::string way_out;  ///< sentences for help; empty where there is none but a relay
  std::string source;   ///< address of the page that says so
  std::vector<std::string> allowed_types;  ///< names of subscription types that could send so
  NetworkPath path;
  bool exemption_bypassed = false;  ///< an exemption is declared, and the path is one that it does not cover
};

/// One host with one port of a mailer; choices that contradict each other are left out.
struct Combination {
  std::size_t host = 0;  ///< index in `Mailer::hosts`
  std::size_t port = 0;  ///< index in `Mailer::ports`
  Judgement judgement;
};

struct JudgedMailer {
  Id<Mailer> mailer;
  std::vector<Combination> combinations;  ///< at least one
};

/// An allow rule of a security group or firewall, with what the subscription that it belongs to says of
/// port 25.
struct JudgedRule {
  enum class Layer { security_group, firewall };
  Layer layer = Layer::security_group;
  std::string owner;  ///< address of the group, policy or firewall
  Existence existence;
  const SecurityRule* security_rule = nullptr;
  const FirewallRule* firewall_rule = nullptr;
  /// As if a virtual machine sent to a public host on port 25; the same for all rules of an owner.
  std::shared_ptr<const Judgement> judgement;
};

}  // namespace smtplint::model
