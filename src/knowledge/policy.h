#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// What an edition says of a subscription type.
enum class PolicyRule {
  allowed,
  exemptable,
  blocked,
  not_named,  ///< the edition is silent: unknown
};

/// What an edition says of a kind of compute, given that the subscription allows port 25.
enum class KindRule {
  as_subscription,       ///< the subscription decides
  with_integration,      ///< only through VNet integration and route-all; else unsupported
  unsupported,           ///< never
  unsupported_may_work,  ///< not supported, but it may seem to work
  unknown,
};

struct TypeRule {
  PolicyRule before_cutoff = PolicyRule::not_named;  ///< subscriptions created before `Edition::cutoff`
  PolicyRule after_cutoff = PolicyRule::not_named;
  bool conflict_before_cutoff = false;  ///< Microsoft's pages contradict each other: unknown
  std::string way_out;  ///< sentences: what can be done about a block; empty where nothing is offered
};

/// One edition of Microsoft's page: `rules/policy/`.
struct Edition {
  std::string id;    ///< `E11`
  std::string date;  ///< valid from, `YYYY-MM-DD`
  std::string title;
  std::string cutoff;         ///< `YYYY-MM-DD`; subscriptions created before it are judged by `before_cutoff`
  bool only_by_name = false;  ///< never chosen by date
  std::map<std::string, TypeRule, std::less<>> types;  ///< by subscription type; `other` stands for the rest
  std::map<WorkloadKind, KindRule> kinds;              ///< every kind but `unknown`
  std::map<WorkloadKind, std::string> follow_up;       ///< sentences: what to do once an exemption is granted
  std::string support;  ///< whom to ask where mail is blocked though it should not be; may be empty
  std::string page;     ///< address of the page
  std::vector<std::string> sources;

  /// Of a type, else of `other`; not named where the edition has neither.
  [[nodiscard]] const TypeRule& rule_for(std::string_view type) const;
  [[nodiscard]] KindRule rule_for(WorkloadKind kind) const;
};

class PolicyTable {
 public:
  static PolicyTable read(const std::vector<Node>& files, Problems& problems);

  [[nodiscard]] const std::vector<Edition>& editions() const { return editions_; }  ///< by date
  /// The newest that may be chosen by date. There is one in every catalogue without problems.
  [[nodiscard]] const Edition& newest() const;
  [[nodiscard]] const Edition* by_id(std::string_view id) const;  ///< without case
  /// The newest that is not after the date (`YYYY-MM-DD`); nullptr before the first.
  [[nodiscard]] const Edition* as_of(std::string_view date) const;

 private:
  std::vector<Edition> editions_;
};

}  // namespace smtplint::knowledge
