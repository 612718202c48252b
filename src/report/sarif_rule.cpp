#include "report/sarif_rule.h"

#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.h"
#include "report/rule_link.h"
#include "report/sarif_location.h"

namespace smtplint::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_description = 1024;  ///< what GitHub takes

/// `direct-port-25-blocked` as `DirectPort25Blocked`.
std::string pascal_case(std::string_view name) {
  std::string result;
  bool starts_word = true;
  for (const char byte : name) {
    if (byte == '-') {
      starts_word = true;
      continue;
    }
    const bool lower = byte >= 'a' && byte <= 'z';
    result += starts_word && lower ? static_cast<char>(byte - 'a' + 'A') : byte;
    starts_word = false;
  }
  return result;
}

std::string first_paragraph(std::string_view text) { return std::string(text.substr(0, text.find("\n\n"))); }

std::string shortened(std::string text) {
  if (text.size() <= longest_description) return text;
  std::size_t end = longest_description - 4;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) --end;
  text.resize(end);
  return text + "...";
}

Json description(std::string_view text) { return {{"text", shortened(sarif_sentence(text))}}; }

}  // namespace

std::string_view sarif_level(Severity severity) {
  return severity == Severity::off ? std::string_view("none") : to_string(severity);
}

Json sarif_rule(const RuleInfo& rule, const Options& options) {
  const std::string& explanation = rule.explanation.empty() ? rule.summary : rule.explanation;
  Json result = {{"id", rule.id},
                 {"name", pascal_case(rule.name)},
                 {"shortDescription", description(rule.summary)},
                 {"fullDescription", description(first_paragraph(explanation))},
                 {"help", {{"text", sarif_sentence(explanation)}, {"markdown", explanation}}}};
  if (const std::string link = rule_link(rule, options); !link.empty()) result["helpUri"] = link;
  result["defaultConfiguration"] = {{"level", sarif_level(rule.severity)}};
  const std::string_view problem =
      rule.severity == Severity::note ? "recommendation" : to_string(rule.severity);
  result["properties"] = {
      {"precision", "high"}, {"problem.severity", problem}, {"tags", {"reliability", "azure", "smtp"}}};
  return result;
}

}  // namespace smtplint::report
