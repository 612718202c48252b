#include "policy/subscription_info.h"

#include <nlohmann/json.hpp>

namespace smtplint::policy {
namespace {

using nlohmann::json;

constexpr std::size_t largest_text = 1u << 20u;
/// What lies deeper is left out; nothing that counts does.
constexpr int deepest = 8;

/// Texts at the top of the document or, as the APIs have them, under `properties`.
class Fields {
 public:
  explicit Fields(const json& document) : document_(document) {}

  [[nodiscard]] Result<std::string> text(const char* key) const {
    const json* found = member(document_, key);
    const json* properties = member(document_, "properties");
    if (found == nullptr && properties != nullptr) found = member(*properties, key);
    return scalar(found, key);
  }

  [[nodiscard]] Result<std::string> text(const char* group, const char* key) const {
    const json* parent = member(document_, group);
    const json* properties = member(document_, "properties");
    if (parent == nullptr && properties != nullptr) parent = member(*properties, group);
    return scalar(parent == nullptr ? nullptr : member(*parent, key), key);
  }

 private:
  static const json* member(const json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }

  static Result<std::string> scalar(const json* value, const char* key) {
    if (value == nullptr || value->is_null()) return std::string();
    if (!value->is_string())
      return Error{"`" + std::string(key) + "` is not a string in the subscription information"};
    return value->get<std::string>();
  }

  const json& document_;
};

}  // namespace

Result<SubscriptionInfo> parse_subscription_info(std::string_view text) {
  if (text.size() > largest_text) return Error{"the subscription information is larger than 1 MiB"};
  const auto shallow = [](int depth, json::parse_event_t, const json&) { return depth <= deepest; };
  const json document = json::parse(text, shallow, false);
  if (document.is_discarded()) return Error{"the subscription information is not JSON"};
  if (!document.is_object()) return Error{"the subscription information is not one JSON object"};
  const Fields fields(document);
  SubscriptionInfo info;
  const std::pair<std::string*, Result<std::string>> read[] = {
      {&info.quota_id, fields.text("subscriptionPolicies", "quotaId")},
      {&info.agreement, fields.text("billingAccountAgreementType")},
      {&info.account_type, fields.text("billingAccountType")},
      {&info.account_sub_type, fields.text("billingAccountSubType")},
      {&info.sku, fields.text("skuId")},
  };
  for (const auto& [target, value] : read) {
    if (!value) return value.error();
    *target = *value;
  }
  if (info.quota_id.empty() && info.agreement.empty()) {
    return Error{
        "the subscription information has neither `subscriptionPolicies.quotaId` nor "
        "`billingAccountAgreementType`; "
        "give the answer of the \"get subscription\" call or of its billing property"};
  }
  return info;
}

}  // namespace smtplint::policy
