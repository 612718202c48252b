#include "docs/condition_words.h"

#include "docs/markdown.h"
#include "knowledge/vocabulary.h"

namespace smtplint::docs {
namespace {

using knowledge::ConditionTree;
using knowledge::Fact;
using knowledge::Predicate;

/// The fact as the subject of a sentence; of a flag, the sentence.
std::string_view words_of(Fact fact) {
  switch (fact) {
    case Fact::verdict:
      return "the verdict";
    case Fact::platform_verdict:
      return "the verdict of the platform, before the network is asked,";
    case Fact::port_origin:
      return "the origin of the port";
    case Fact::port:
      return "the port";
    case Fact::scope:
      return "the reach of the destination";
    case Fact::provider_known:
      return "the host belongs to a known provider";
    case Fact::provider_demands_login:
      return "the provider demands a login";
    case Fact::subscription_known:
      return "the type of the subscription is known";
    case Fact::subscription_decides:
      return "the verdict hangs on the subscription alone";
    case Fact::may_seem_to_work:
      return "port 25 is not supported here and may seem to work";
    case Fact::login:
      return "the login in the settings";
    case Fact::environment_complete:
      return "every setting of the sender is known";
    case Fact::plaintext_on_port:
      return "the TLS setting means plaintext on this port";
    case Fact::delivery_stated:
      return "a setting says how the mail server delivers";
    case Fact::host_known:
      return "the host is known";
    case Fact::kind_known:
      return "the kind of compute is known";
    case Fact::integration_known:
      return "it is known whether the app sends through a network";
    case Fact::submission_port_known:
      return "the provider answers on a submission port";
    case Fact::sovereign_cloud:
      return "the deployment is in Azure China or Azure Government";
    case Fact::through_firewall:
      return "the mail leaves through an Azure Firewall";
    case Fact::stop:
      return "what stops the mail on its way";
    case Fact::network_decides:
      return "the network stops the mail, and the platform would not";
    case Fact::stop_written:
      return "somebody wrote what stops it";
    case Fact::application_rule_names_port:
      return "a firewall on the way has an application rule for the port";
    case Fact::exemption_bypassed:
      return "an exemption is declared, and the way is one that it does not cover";
    case Fact::outlet_may_exist:
      return "something in the deployment may still give a way out";
    case Fact::sending_kind:
      return "the kind of compute that sends";
    case Fact::rule_layer:
      return "the place of the rule";
    case Fact::direction:
      return "the direction of the rule";
    case Fact::access:
      return "the access that the rule gives";
    case Fact::names_port_25:
      return "the rule names port 25, alone, in a list or in a range of at most 100 ports";
    case Fact::towards_internet:
      return "the rule is about the internet, everything or a public prefix";
    case Fact::rule_blocked:
      return "the verdict of the subscription on what the rule allows";
    case Fact::undeclared_senders:
      return "the number of senders on port 25 whose verdict hangs on an unknown subscription";
    case Fact::undeclared_towards_public:
      return "one of those sends to a known relay or to recipients";
    case Fact::event:
      return "what happened";
    case Fact::reason:
      return "why the value is not known";
  }
  return {};
}

std::string predicate_words(const Predicate& predicate) {
  const std::string words(words_of(predicate.fact));
  const std::string listed = joined(code(predicate.words), " or ");
  const bool flag = knowledge::info(predicate.fact).type == knowledge::FactType::flag;
  switch (predicate.test) {
    case Predicate::Test::is:
    case Predicate::Test::in:
      if (flag)
        return predicate.words.front() == "true" ? words : "it is certain that this is not so: " + words;
      return words + " is " + listed;
    case Predicate::Test::at_least:
      return words + " is at least " + std::to_string(predicate.number);
    case Predicate::Test::known:
      return predicate.words.front() == "true" ? words + " is known" : words + " is not known";
  }
  return {};
}

/// Conditions are nested as deep as their files, which are of bounded depth.
std::string lines_of(const ConditionTree& condition, const std::string& indent) {
  if (condition.kind == ConditionTree::Kind::predicate)
    return indent + "- " + predicate_words(condition.predicate) + "\n";
  const std::string_view title = condition.kind == ConditionTree::Kind::all   ? "all of these hold:"
                                 : condition.kind == ConditionTree::Kind::any ? "one of these holds:"
                                                                              : "none of these holds:";
  std::string text = indent + "- " + std::string(title) + "\n";
  for (const ConditionTree& child : condition.children) text += lines_of(child, indent + "  ");
  return text;
}

}  // namespace

std::string condition_words(const ConditionTree& condition) { return lines_of(condition, ""); }

}  // namespace smtplint::docs
