#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The recurring words of messages; their text stands in `rules/platform/phrases.yaml`.
enum class Phrase {
  condition_overridable,
  condition_unlinked,
  condition_only_compute,
  condition_bare_port,
  condition_placeholder_host,
  condition_perhaps_private_host,
  condition_script_branch,
  if_host_is_outside,
  some_values_are_fine,
  only_if,
  step_literal,
  step_table,
  step_fallback,
  step_assignment,
  step_variable,
  step_local,
  step_argument,
  step_output,
  step_attribute,
  step_element,
  step_call,
  step_expression,
  step_file,
  step_document,
  host_is_defined_here,
  sent_by,
  link_service,
  link_image,
  link_deployment,
  link_configured,
  link_only_compute,
  also_sent_by,
  leaves_open,
  rule_of,
  unknown_host,
  mail_exchangers,
  policy_source,
  no_port_written,
  no_host_written,
  nothing_analysed,
  several_values,
  the_program,
  tls_by_starttls,
  tls_from_the_start,
  advice_in_brackets,
  fix_needs_login,
  fix_needs_starttls,
  fix_needs_implicit_tls,
  fix_of_a_part,
  fix_beside_credential,
  fix_changes_others,
  fix_changes_resources,
  fix_leaves_finding,
  fix_adds_finding,
  fix_not_proved,
};
inline constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::fix_not_proved) + 1;

/// Every phrase has a text; `{}` in it stands for the subject.
class PhraseTable {
 public:
  static constexpr std::string_view id = "phrases";
  [[nodiscard]] static PhraseTable read(Reader& reader);

  [[nodiscard]] std::string text(Phrase phrase, std::string_view subject = {}) const;

 private:
  std::array<std::string, phrase_count> texts_;
};

}  // namespace smtplint::knowledge
