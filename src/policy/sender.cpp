#include "policy/sender.h"

#include <algorithm>
#include <charconv>

#include "base/letter_case.h"
#include "value/agreement.h"

namespace smtplint::policy {
namespace {

using model::Workload;

Truth text_given(const Text& text) {
  if (!text.has_holes()) return truth(!text.chars.empty());
  const bool only_holes =
      std::ranges::all_of(text.pieces, [](const Piece& piece) { return piece.kind == PieceKind::hole; });
  return only_holes ? Truth::unknown : Truth::yes;
}

/// Whether anything is written: a subnet, an environment.
Truth given(Value written) {
  return agreed(written, [](Value value) {
    if (value.is_unset()) return Truth::no;
    if (value.is_unknown()) return Truth::unknown;
    return value.is(ValueType::string) ? text_given(value.text()) : Truth::yes;
  });
}

Truth flag(Value written) {
  return agreed(written, [](Value value) {
    if (value.is(ValueType::boolean)) return truth(value.boolean());
    if (!value.is(ValueType::string) || !value.wholly_known()) return Truth::unknown;
    const std::string_view text = value.text().chars;
    if (text == "1" || equal_ignoring_case(text, "true")) return Truth::yes;
    if (text == "0" || equal_ignoring_case(text, "false")) return Truth::no;
    return Truth::unknown;
  });
}

std::string reason_of(Value value, const knowledge::ReasonTable& reasons) {
  if (!value.is_unknown()) return {};
  return reasons.sentence(to_string(value.reason().kind), value.reason().name);
}

/// Whether a host or port that a hybrid connection names is the one asked for.
Truth same_host(Value value, const std::optional<std::string>& host) {
  if (value.is_unset()) return Truth::no;
  if (!host || !value.is(ValueType::string) || !value.wholly_known()) return Truth::unknown;
  return truth(equal_ignoring_case(value.text().chars, *host));
}

std::optional<std::uint16_t> port_number(Value value) {
  std::string text;
  if (value.is(ValueType::number)) {
    text = to_text(value.number());
  } else if (value.is(ValueType::string) && value.wholly_known()) {
    text = value.text().chars;
  }
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Truth same_port(Value value, const std::optional<std::uint16_t>& port) {
  if (value.is_unset()) return Truth::no;
  const std::optional<std::uint16_t> number = port_number(value);
  return port && number ? truth(*port == *number) : Truth::unknown;
}

Truth leads_to(const Workload& workload, const model::HostChoice& host, const model::PortChoice& port) {
  Truth result = Truth::no;
  for (const model::HybridConnection& connection : workload.hybrid_connections) {
    result = result | (connection.existence.truth & same_host(connection.host, host.name) &
                       same_port(connection.port, port.number));
  }
  return result;
}

}  // namespace

Truth AppFacts::through_network() const {
  const Truth routed = integrated & (ignores_route_all ? Truth::yes : route_all);
  // An app that is integrated has a plan that can be, or it would not be deployed.
  const Truth possible = can_integrate == Truth::unknown ? Truth::yes : can_integrate;
  return in_environment | (routed & possible);
}

AppFacts app_facts(const Workload& workload, const knowledge::ReasonTable& reasons) {
  AppFacts facts;
  facts.can_integrate = workload.can_integrate;
  facts.integrated = given(workload.integration_subnet);
  facts.route_all = flag(workload.route_all);
  facts.ignores_route_all = workload.ignores_route_all;
  facts.in_environment = given(workload.hosting_environment);
  for (const Value value : {workload.integration_subnet, workload.route_all, workload.hosting_environment}) {
    if (facts.reason.empty()) facts.reason = reason_of(value, reasons);
  }
  return facts;
}

Sender sender_of(const model::Model& model, const model::Mailer& mailer, const model::HostChoice& host,
                 const model::PortChoice& port, const knowledge::Catalogue& catalogue) {
  Sender sender;
  sender.kind = model.unlinked_kind;
  sender.scope = host.scope;
  sender.host_known = host.scope != Scope::unknown;
  sender.port = port.number;
  if (!mailer.workload.valid()) return sender;
  const Workload& workload = model[mailer.workload];
  sender.kind = workload.kind;
  sender.may_seem_to_work = workload.may_seem_to_work;
  if (workload.subscription.valid()) sender.cloud = model[workload.subscription].cloud;
  if (!catalogue.compute_kinds()[workload.kind].by_integration()) return sender;
  sender.app = app_facts(workload, catalogue.reasons());
  sender.through_hybrid_connection = leads_to(workload, host, port);
  return sender;
}

model::Id<model::Subscription> deciding_subscription(const model::Model& model, const Workload& workload,
                                                     const knowledge::ComputeKinds& kinds) {
  if (!kinds[workload.kind].by_integration()) return workload.subscription;
  if (workload.subnet.valid()) {
    const model::Id<model::VirtualNetwork> network = model[workload.subnet].network;
    return network.valid() ? model[network].subscription : model::Id<model::Subscription>();
  }
  // A subnet that is written and not in the model may belong to any subscription.
  const bool elsewhere = workload.integration_subnet.is(ValueType::string);
  return elsewhere ? model::Id<model::Subscription>() : workload.subscription;
}

}  // namespace smtplint::policy
