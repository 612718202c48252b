#pragma once

#include <optional>
#include <string>

#include "knowledge/vocabulary.h"
#include "model/judgement.h"
#include "rules/context.h"
#include "rules/fact_value.h"

namespace smtplint::rules {

/// What a rule of a security group or firewall says of mail on port 25.
struct RuleView {
  const Context& context;
  const model::JudgedRule& rule;
  Truth names_port_25 = Truth::no;  ///< alone, in a list, or in a range of at most 100 ports
  bool in_some_cases = false;       ///< it names it in some of its alternatives only
  Truth towards_internet = Truth::no;
  std::optional<model::Mark> port;  ///< what names port 25: the `25`, or the range
  std::string name;
  Place place;
};

[[nodiscard]] RuleView view_of(const Context& context, const model::JudgedRule& rule);
[[nodiscard]] FactValue network_rule_fact(knowledge::Fact fact, const RuleView& rule);

}  // namespace smtplint::rules
