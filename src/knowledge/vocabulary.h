#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace smtplint::knowledge {

/// What a check is about. `rules/` calls the check once for each such thing.
enum class Subject { sender, network_rule, deployment, event, text, mta, path, change };

/// What conditions may ask. Each belongs to one subject and has one type, so that the compiler checks every
/// use; `src/rules/` answers those of one subject in one complete table. What cannot be told is not known.
enum class Fact {
  // sender
  verdict,                 ///< word: a `Verdict`
  platform_verdict,        ///< word: before the network is asked
  port_origin,             ///< word: written, framework-default, only-answer, none
  port,                    ///< number
  scope,                   ///< word: a `Scope`
  provider_known,          ///< flag
  provider_demands_login,  ///< flag
  subscription_known,      ///< flag
  subscription_decides,    ///< flag: the verdict hangs on the subscription alone
  may_seem_to_work,        ///< flag: the platform does not support it, but it may work for a while
  login,                   ///< word: on, off, absent
  environment_complete,    ///< flag
  plaintext_on_port,       ///< flag
  delivery_stated,         ///< flag: a setting says how a mail server delivers; it is not only installed
  host_known,              ///< flag
  submission_port_known,   ///< flag: the provider answers on a submission port
  kind_known,              ///< flag: the kind of compute
  integration_known,       ///< flag: false for an app of which it is open whether it sends through a network
  through_firewall,        ///< flag: it leaves through an Azure Firewall
  sovereign_cloud,         ///< flag: Azure China, Azure Government
  // path
  stop,                         ///< word: what stops the flow for certain
  network_decides,              ///< flag: the platform does not block it already
  stop_written,                 ///< flag: somebody wrote what stops it
  application_rule_names_port,  ///< flag: a firewall on the way has an application rule for the port
  exemption_bypassed,           ///< flag: an exemption is declared and does not cover this path
  outlet_may_exist,             ///< flag: no way out is written, but something in the model may be one
  sending_kind,                 ///< word: a `WorkloadKind`
  // network_rule
  rule_layer,        ///< word: security-group, firewall
  direction,         ///< word: outbound, inbound
  access,            ///< word: allow, deny
  names_port_25,     ///< flag: alone, in a list, or in a range of at most 100 ports
  towards_internet,  ///< flag: Internet, `*` or a public prefix
  rule_blocked,      ///< word: the verdict of the subscription for this rule
  rule_not_exempt,   ///< flag: an exemption is declared, and does not cover the rule's layer
  // deployment
  undeclared_senders,         ///< number: senders on port 25 whose verdict hangs on an unknown subscription
  undeclared_towards_public,  ///< flag: one of them goes to a known relay or to recipients
  undeclared_elsewhere,       ///< flag: they are in Azure China or Azure Government
  // event
  event,   ///< word: what the analysis met: a syntax error, a limit, an unused suppression
  reason,  ///< word of `reason_words`: why the value of `unresolved-value` is not known
};

/// The facts of one subject stand together.
struct FactRange {
  Fact first, last;
};
inline constexpr FactRange facts_of_sender{Fact::verdict, Fact::sovereign_cloud};
inline constexpr FactRange facts_of_path{Fact::stop, Fact::sending_kind};
inline constexpr FactRange facts_of_network_rule{Fact::rule_layer, Fact::rule_not_exempt};
inline constexpr FactRange facts_of_deployment{Fact::undeclared_senders, Fact::undeclared_elsewhere};

enum class FactType { word, number, flag };

/// What messages may name, in braces.
enum class Placeholder {
  destination,
  host,
  port,
  kind,
  framework,
  subscription,
  provider,
  submission_port,
  submission_tls,
  advice,
  rule_name,
  detail,
  count,
  access_list,
  verdict,
  way_out,
  stop,
};

struct FactInfo {
  Fact fact;
  std::string_view name;
  Subject subject;
  std::string_view phrase;  ///< the subject of a sentence; of a flag, the sentence
  FactType type;
  std::span<const std::string_view> words;  ///< of a word fact
};

[[nodiscard]] std::span<const FactInfo> facts();
[[nodiscard]] const FactInfo* fact_named(std::string_view name);
[[nodiscard]] const FactInfo& info(Fact fact);
[[nodiscard]] std::span<const std::pair<std::string_view, Subject>> subjects();
[[nodiscard]] std::string_view to_string(Subject subject);

struct PlaceholderInfo {
  Placeholder placeholder;
  std::string_view name;
  std::span<const Subject> subjects;  ///< of the checks whose messages may name it
};

[[nodiscard]] std::span<const PlaceholderInfo> placeholders();
[[nodiscard]] const PlaceholderInfo* placeholder_named(std::string_view name);
[[nodiscard]] std::string_view to_string(Placeholder placeholder);

}  // namespace smtplint::knowledge
