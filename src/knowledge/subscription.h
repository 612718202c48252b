#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A subscription type of the contract: `rules/subscriptions/`.
struct SubscriptionType {
  std::string id;    ///< `pay-as-you-go`
  std::string name;  ///< `Pay-As-You-Go`, as people write it
  std::vector<std::string> aliases;
  std::vector<std::string> offers;  ///< `MS-AZR-0003P`
  std::vector<std::string> sources;
};

/// What a quota id says: one type, or several between which only more knowledge decides.
struct QuotaId {
  std::string id;
  std::vector<std::string> types;
  std::string note;  ///< how to settle an ambiguous one; empty where it is not
  std::vector<std::string> sources;
};

/// Conditions over the billing property, or over a billing scope's path, and the types that they give.
struct AgreementRule {
  std::string agreement;      ///< `EnterpriseAgreement`; empty: any
  std::string account_type;   ///< `Enterprise`; empty: any
  std::string sku;            ///< `0001`; empty: any
  std::string quota_id;       ///< empty: any
  std::string scope_pattern;  ///< RE2 over a billing scope; empty where the rule is about the other fields
  std::string workload;       ///< `Production`, `DevTest`; empty: any
  std::vector<std::string> types;
  std::string note;
};

class SubscriptionTable {
 public:
  static SubscriptionTable read(const std::vector<Node>& files, Problems& problems);

  [[nodiscard]] const std::vector<SubscriptionType>& types() const { return types_; }
  [[nodiscard]] const std::vector<QuotaId>& quota_ids() const { return quota_ids_; }
  [[nodiscard]] const std::vector<AgreementRule>& agreements() const { return agreements_; }
  /// By id, alias or offer id, without case; nullptr if there is none.
  [[nodiscard]] const SubscriptionType* find(std::string_view word) const;
  [[nodiscard]] const SubscriptionType* nearest(std::string_view word) const;

 private:
  std::vector<SubscriptionType> types_;
  std::vector<QuotaId> quota_ids_;
  std::vector<AgreementRule> agreements_;
};

}  // namespace smtplint::knowledge
