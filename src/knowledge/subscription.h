#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/pattern.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A type of subscription: `rules/subscriptions/`.
struct SubscriptionType {
  std::string id;    ///< `pay-as-you-go`
  std::string name;  ///< `Pay-As-You-Go`, as people write it
  std::vector<std::string> aliases;
  std::vector<std::string> offers;     ///< `MS-AZR-0003P`
  std::vector<std::string> quota_ids;  ///< `PayAsYouGo_2014-09-01`
  std::vector<std::string> sources;
};

/// What a quota id says: one type, or several between which only more knowledge decides.
struct QuotaId {
  std::string id;
  std::vector<std::string> types;
  std::string note;  ///< how to settle an ambiguous one; empty where it is not
};

/// Conditions over the billing property, or over a billing scope's path, and the types that they give.
struct AgreementRule {
  std::string agreement;         ///< `EnterpriseAgreement`; empty: any
  std::string account_type;      ///< `Enterprise`; empty: any
  std::string account_sub_type;  ///< `Professional`; empty: any
  std::string sku;               ///< `0001`; empty: any
  std::string quota_id;          ///< empty: any
  Pattern scope;                 ///< over a billing scope, holes and references in it as they are written
  std::string workload;          ///< `Production`, `DevTest`; empty: any
  std::vector<std::string> types;
  std::string note;  ///< how to settle an ambiguous one
};

class SubscriptionTable {
 public:
  static SubscriptionTable read(const std::vector<Node>& files, Problems& problems);

  [[nodiscard]] const std::vector<SubscriptionType>& types() const { return types_; }
  [[nodiscard]] const std::vector<QuotaId>& quota_ids() const { return quota_ids_; }
  /// The first that holds counts.
  [[nodiscard]] const std::vector<AgreementRule>& agreements() const { return agreements_; }
  /// What counts where a billing scope stands without a workload.
  [[nodiscard]] const std::string& default_workload() const { return default_workload_; }
  /// By id, alias or an offer id that belongs to one type alone, without case; nullptr if there is none.
  [[nodiscard]] const SubscriptionType* find(std::string_view word) const;
  /// Without case; nullptr if no type has it.
  [[nodiscard]] const QuotaId* quota_id(std::string_view id) const;
  /// The types that have an offer id, without case.
  [[nodiscard]] std::vector<std::string> types_of_offer(std::string_view offer) const;
  /// The type whose id or alias is spelled most alike; nullptr if none is near.
  [[nodiscard]] const SubscriptionType* nearest(std::string_view word) const;

 private:
  friend class SubscriptionReader;

  std::vector<SubscriptionType> types_;
  std::vector<QuotaId> quota_ids_;
  std::vector<AgreementRule> agreements_;
  std::string default_workload_;
};

}  // namespace smtplint::knowledge
