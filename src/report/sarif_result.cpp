#include "report/sarif_result.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/assert.h"
#include "report/line_hash.h"
#include "report/place_text.h"
#include "report/sarif_location.h"
#include "report/sarif_rule.h"

namespace smtplint::report {
namespace {

using Json = nlohmann::ordered_json;

/// Steps of the chain that the message links to; GitHub shows a related place only where the message names
/// it.
constexpr std::size_t linked_steps = 10;

std::vector<Label> placed(std::vector<Label> chain) {
  std::erase_if(chain, [](const Label& label) { return !label.place.known(); });
  return chain;
}

std::string result_text(const FindingGroup& group, const std::vector<Label>& chain) {
  std::string text = sarif_sentence(group.shown->message);
  if (const std::string count = count_of_others(group); !count.empty())
    text += " The same for " + count + ".";
  for (std::size_t i = 0; i < chain.size() && i < linked_steps; ++i) {
    const std::string& message = chain[i].message;
    text += i == 0 ? " Chain: [" : ", [";
    text += sarif_link_text(message.empty() ? "step" : message) + "](" + std::to_string(i + 1) + ")";
  }
  if (!chain.empty()) text += ".";
  return text;
}

Json logical_locations(const FindingGroup& group) {
  Json locations = Json::array();
  const auto add = [&locations](const Finding& finding) {
    if (!finding.sender || !finding.sender->address) return;
    locations.push_back({{"fullyQualifiedName", *finding.sender->address}, {"kind", "resource"}});
  };
  add(*group.shown);
  for (const Finding* other : group.others) add(*other);
  return locations;
}

std::vector<std::string> hashes_of(const Source& source) {
  constexpr std::string_view bom = "\xef\xbb\xbf";
  if (source.encoding() == Encoding::utf8) return line_hashes(source.text());
  if (source.encoding() == Encoding::utf8_with_bom)
    return line_hashes(std::string(bom) + std::string(source.text()));
  return {};  // what GitHub hashes of UTF-16 is no text
}

}  // namespace

SarifResults::SarifResults(const Report& report) : report_(report), mask_(report) {
  for (const RuleInfo& rule : report.rules) rule_indexes_.emplace(rule.id, rule_indexes_.size());
}

std::size_t SarifResults::rule_index(const std::string& id) const {
  const auto entry = rule_indexes_.find(id);
  SMTPLINT_ASSERT(entry != rule_indexes_.end());
  return entry->second;
}

Json SarifResults::result(const FindingGroup& group) {
  const Finding& finding = *group.shown;
  const std::vector<Label> chain = placed(chain_of(group));
  Json location = {{"physicalLocation", physical_location(report_, *finding.location, mask_)}};
  if (Json logical = logical_locations(group); !logical.empty())
    location["logicalLocations"] = std::move(logical);
  Json result = {{"ruleId", finding.rule},
                 {"ruleIndex", rule_index(finding.rule)},
                 {"level", sarif_level(finding.severity)},
                 {"kind", "fail"},
                 {"message", {{"text", result_text(group, chain)}}},
                 {"locations", Json::array({std::move(location)})}};
  if (!chain.empty()) {
    result["relatedLocations"] = related(chain);
    result["codeFlows"] = Json::array({code_flow(finding)});
  }
  result["partialFingerprints"] = fingerprints(finding);
  if (Json list = fixes(finding); !list.empty()) result["fixes"] = std::move(list);
  return result;
}

Json SarifResults::related(const std::vector<Label>& chain) const {
  Json list = Json::array();
  for (const Label& label : chain) {
    Json location = {{"id", list.size() + 1},
                     {"physicalLocation", physical_location(report_, label.place, mask_)}};
    if (!label.message.empty()) location["message"] = sarif_message(label.message);
    list.push_back(std::move(location));
  }
  return list;
}

Json SarifResults::code_flow(const Finding& finding) const {
  const std::vector<Label> chain = placed(finding.related);
  Json steps = Json::array();
  steps.push_back(flow_step(*finding.location, finding.label, 1, "essential"));
  for (const Label& label : chain) {
    const bool last = &label == &chain.back();
    steps.push_back(
        flow_step(label.place, label.message, steps.size() + 1, last ? "essential" : "important"));
  }
  return {{"threadFlows", Json::array({{{"locations", std::move(steps)}}})}};
}

Json SarifResults::flow_step(Place place, const std::string& text, std::size_t order,
                             std::string_view importance) const {
  Json location = {{"physicalLocation", physical_location(report_, place, mask_)}};
  if (!text.empty()) location["message"] = sarif_message(text);
  return {{"location", std::move(location)}, {"executionOrder", order}, {"importance", importance}};
}

Json SarifResults::fixes(const Finding& finding) const {
  Json list = Json::array();
  for (const Fix& fix : finding.fixes) {
    if (fix.safety == FixSafety::display) continue;
    std::map<SourceId, Json> by_file;
    for (const Edit& edit : fix.edits) by_file[edit.place.source].push_back(replacement(edit));
    Json changes = Json::array();
    for (auto& [source, replacements] : by_file) {
      changes.push_back({{"artifactLocation", artifact_location(report_.sources->get(source).path())},
                         {"replacements", std::move(replacements)}});
    }
    list.push_back({{"description", sarif_message(fix.title)}, {"artifactChanges", std::move(changes)}});
  }
  return list;
}

Json SarifResults::replacement(const Edit& edit) const {
  return {{"deletedRegion", region(report_, edit.place)}, {"insertedContent", {{"text", edit.text}}}};
}

Json SarifResults::fingerprints(const Finding& finding) {
  const SourceId source = finding.location->source;
  auto [entry, fresh] = line_hashes_.try_emplace(source);
  if (fresh) entry->second = hashes_of(report_.sources->get(source));
  const std::uint32_t line = range_of(report_, *finding.location, ColumnUnit::utf16).begin.line;
  Json fingerprints = Json::object();
  if (line <= entry->second.size()) fingerprints["primaryLocationLineHash"] = entry->second[line - 1];
  fingerprints["smtplint/v1"] = finding.fingerprint;
  return fingerprints;
}

}  // namespace smtplint::report
