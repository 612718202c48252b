#pragma once

#include <map>
#include <optional>
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
  as_subscription,         ///< the subscription decides
  with_integration,        ///< only through VNet integration and route-all; else unsupported
  unsupported,             ///< never
  unsupported_may_work,    ///< not supported, but it may seem to work
  unknown,
};

struct TypeRule {
  PolicyRule before_cutoff = PolicyRule::blocked;  ///< subscriptions created before 2017-11-15
  PolicyRule after_cutoff = PolicyRule::blocked;
  bool conflict_before_cutoff = false;  ///< Microsoft's pages contradict each other: unknown
  std::string way_out;  ///< how an exemption is asked for; empty where none is offered
};

/// One edition of Microsoft's page: `rules/policy/`.
struct Edition {
  std::string id;     ///< `E11`
  std::string date;   ///< valid from, `YYYY-MM-DD`
  std::string title;
  bool only_by_name = false;  ///< never chosen by date
  std::map<std::string, TypeRule> types;  ///< by subscription type; the entry `other` stands for the rest
  std::map<WorkloadKind, KindRule> kinds;
  std::string page;  ///< address of the page
  std::vector<std::string> sources;
};

class PolicyTable {
 public:
  static PolicyTable read(const std::vector<Node>& files, Problems& problems);

  [[nodiscard]] const std::vector<Edition>& editions() const { return editions_; }  ///< by date
  [[nodiscard]] const Edition& newest() const { return editions_.back(); }
  [[nodiscard]] const Edition* by_id(std::string_view id) const;
  /// The newest that is not after the date (`YYYY-MM-DD`); nullptr before the first.
  [[nodiscard]] const Edition* as_of(std::string_view date) const;

 private:
  std::vector<Edition> editions_;
};

}  // namespace smtplint::knowledge
