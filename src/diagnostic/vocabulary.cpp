#include "diagnostic/vocabulary.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace smtplint {
namespace {

template <typename E>
struct Word {
  E value;
  std::string_view spelling;
};

constexpr auto severities = std::to_array<Word<Severity>>({
    {Severity::off, "off"},
    {Severity::note, "note"},
    {Severity::warning, "warning"},
    {Severity::error, "error"},
});

constexpr auto verdicts = std::to_array<Word<Verdict>>({
    {Verdict::allowed, "allowed"},
    {Verdict::blocked, "blocked"},
    {Verdict::blocked_exemption_possible, "blocked-exemption-possible"},
    {Verdict::unsupported_resource, "unsupported-resource"},
    {Verdict::denied_by_network, "denied-by-network"},
    {Verdict::no_egress, "no-egress"},
    {Verdict::unknown, "unknown"},
});

constexpr auto workload_kinds = std::to_array<Word<WorkloadKind>>({
    {WorkloadKind::virtual_machine, "virtual-machine"},
    {WorkloadKind::scale_set, "scale-set"},
    {WorkloadKind::web_app, "web-app"},
    {WorkloadKind::function_app, "function-app"},
    {WorkloadKind::logic_app, "logic-app"},
    {WorkloadKind::container_app, "container-app"},
    {WorkloadKind::container_group, "container-group"},
    {WorkloadKind::kubernetes, "kubernetes"},
    {WorkloadKind::api_management, "api-management"},
    {WorkloadKind::other_paas, "other-paas"},
    {WorkloadKind::unknown, "unknown"},
});

constexpr auto scopes = std::to_array<Word<Scope>>({
    {Scope::local, "local"},
    {Scope::private_network, "private"},
    {Scope::relay, "relay"},
    {Scope::recipient_mx, "recipient-mx"},
    {Scope::public_host, "public"},
    {Scope::unknown, "unknown"},
});

constexpr auto sender_fields = std::to_array<Word<SenderField>>({
    {SenderField::host, "host"},
    {SenderField::port, "port"},
    {SenderField::tls, "tls"},
    {SenderField::authentication, "authentication"},
    {SenderField::kind, "kind"},
    {SenderField::subscription, "subscription"},
    {SenderField::network, "network"},
});

constexpr auto subscription_sources = std::to_array<Word<SubscriptionSource>>({
    {SubscriptionSource::none, "none"},
    {SubscriptionSource::subscription_info, "subscription-info"},
    {SubscriptionSource::code, "code"},
    {SubscriptionSource::configuration, "configuration"},
    {SubscriptionSource::command_line, "command-line"},
});

template <typename E, std::size_t N>
std::string_view spelling(const std::array<Word<E>, N>& words, E value) {
  const auto word = std::ranges::find(words, value, &Word<E>::value);
  SMTPLINT_ASSERT(word != words.end());
  return word->spelling;
}

template <typename E, std::size_t N>
std::optional<E> value_of(const std::array<Word<E>, N>& words, std::string_view spelling) {
  const auto word = std::ranges::find(words, spelling, &Word<E>::spelling);
  return word == words.end() ? std::nullopt : std::optional<E>(word->value);
}

template <typename E, std::size_t N>
std::vector<std::string_view> spellings(const std::array<Word<E>, N>& words) {
  std::vector<std::string_view> all;
  for (const Word<E>& word : words) all.push_back(word.spelling);
  return all;
}

}  // namespace

std::string_view to_string(Severity severity) { return spelling(severities, severity); }
std::string_view to_string(Verdict verdict) { return spelling(verdicts, verdict); }
std::string_view to_string(WorkloadKind kind) { return spelling(workload_kinds, kind); }
std::string_view to_string(Scope scope) { return spelling(scopes, scope); }
std::string_view to_string(SenderField field) { return spelling(sender_fields, field); }
std::string_view to_string(SubscriptionSource source) { return spelling(subscription_sources, source); }

std::optional<Severity> severity_from(std::string_view word) { return value_of(severities, word); }
std::optional<WorkloadKind> workload_kind_from(std::string_view word) {
  return value_of(workload_kinds, word);
}

std::vector<std::string_view> severity_words() { return spellings(severities); }
std::vector<std::string_view> verdict_words() { return spellings(verdicts); }
std::vector<std::string_view> scope_words() { return spellings(scopes); }
std::vector<std::string_view> workload_kind_words() { return spellings(workload_kinds); }

}  // namespace smtplint
