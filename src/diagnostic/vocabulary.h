#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// The words that reports promise to their readers: one enum each, with its spelling.
namespace smtplint {

enum class Severity { off, note, warning, error };

enum class Verdict {
  allowed,
  blocked,
  blocked_exemption_possible,
  unsupported_resource,
  denied_by_network,
  no_egress,
  unknown,
};

enum class WorkloadKind {
  virtual_machine,
  scale_set,
  web_app,
  function_app,
  logic_app,
  container_app,
  container_group,
  kubernetes,
  api_management,
  other_paas,
  unknown,
};

enum class Scope { local, private_network, relay, recipient_mx, public_host, unknown };

/// The fields of a sender that may stand in its `unknown` list.
enum class SenderField { host, port, tls, authentication, kind, subscription, network };

enum class SubscriptionSource { none, subscription_info, code, configuration, command_line };

[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::string_view to_string(WorkloadKind kind);
[[nodiscard]] std::string_view to_string(Scope scope);
[[nodiscard]] std::string_view to_string(SenderField field);
[[nodiscard]] std::string_view to_string(SubscriptionSource source);

[[nodiscard]] std::optional<Severity> severity_from(std::string_view word);
[[nodiscard]] std::optional<WorkloadKind> workload_kind_from(std::string_view word);

/// All spellings, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> severity_words();
[[nodiscard]] std::vector<std::string_view> verdict_words();
[[nodiscard]] std::vector<std::string_view> scope_words();
[[nodiscard]] std::vector<std::string_view> workload_kind_words();

}  // namespace smtplint
