#include <nlohmann/json.hpp>
#include <ostream>

#include "report/formats.h"
#include "report/grouping.h"
#include "report/order.h"
#include "report/sarif_location.h"
#include "report/sarif_result.h"
#include "report/sarif_rule.h"

namespace smtplint::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

Json driver(const Report& report, const Options& options) {
  Json driver = {
      {"name", "smtplint"}, {"version", report.tool_version}, {"semanticVersion", report.tool_version}};
  if (!options.information_url.empty()) driver["informationUri"] = options.information_url;
  driver["rules"] = Json::array();
  for (const RuleInfo& rule : report.rules) driver["rules"].push_back(sarif_rule(rule, options));
  return driver;
}

Json notification(const Finding& finding, const SarifResults& results) {
  return {{"message", sarif_message(finding.message)},
          {"level", sarif_level(finding.severity)},
          {"associatedRule", {{"id", finding.rule}, {"index", results.rule_index(finding.rule)}}}};
}

Json notification(const SkippedFile& file) {
  const Json location = {{"physicalLocation", {{"artifactLocation", artifact_location(file.path)}}}};
  return {{"message", sarif_message("'" + file.path + "' was not analysed: " + file.reason)},
          {"level", "note"},
          {"locations", Json::array({location})}};
}

Json run(const Report& report, const Options& options) {
  SarifResults results(report);
  Json entries = Json::array();
  Json notifications = Json::array();
  for (const FindingGroup& group : group_findings(report)) {
    if (group.shown->location) {
      entries.push_back(results.result(group));
    } else {
      notifications.push_back(notification(*group.shown, results));
    }
  }
  for (const SkippedFile* file : ordered_not_analysed(report)) notifications.push_back(notification(*file));
  const Json root = {{"description", {{"text", "The workspace: the root of the repository."}}}};
  return {{"tool", {{"driver", driver(report, options)}}},
          {"automationDetails", {{"id", "smtplint/"}}},
          {"invocations", Json::array({{{"executionSuccessful", true},
                                        {"toolExecutionNotifications", std::move(notifications)}}})},
          {"originalUriBaseIds", {{sarif_source_root, root}}},
          {"columnKind", "utf16CodeUnits"},
          {"results", std::move(entries)}};
}

}  // namespace

void write_sarif(std::ostream& out, const Report& report, const Options& options) {
  constexpr int indent = 2;
  Json document = {{"$schema", schema}, {"version", "2.1.0"}, {"runs", Json::array()}};
  document["runs"].push_back(run(report, options));
  out << document.dump(indent, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace smtplint::report
