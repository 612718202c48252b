#pragma once

#include "knowledge/vocabulary.h"
#include "model/judgement.h"
#include "rules/context.h"
#include "rules/fact_value.h"

namespace smtplint::rules {

/// One way of sending, with everything that facts and messages about it need.
struct SenderView {
  const Context& context;
  const model::Mailer& mailer;
  const model::HostChoice& host;
  const model::PortChoice& port;
  const model::Judgement& judgement;

  /// nullptr where no compute is linked.
  [[nodiscard]] const model::Workload* workload() const;
  /// nullptr where the host belongs to no known relay.
  [[nodiscard]] const knowledge::Provider* provider() const;
  /// The address of who sends, else the document that says so.
  [[nodiscard]] std::string name() const;
  [[nodiscard]] WorkloadKind kind() const;
};

[[nodiscard]] SenderView view_of(const Context& context, const model::Mailer& mailer,
                                 const model::Combination& combination);
[[nodiscard]] FactValue sender_fact(knowledge::Fact fact, const SenderView& sender);

}  // namespace smtplint::rules
