#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "report/formats.h"
#include "report/order.h"
#include "report/place_text.h"

namespace smtplint::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string_view spelling(FixSafety safety) {
  switch (safety) {
    case FixSafety::safe:
      return "safe";
    case FixSafety::unsafe:
      return "unsafe";
    case FixSafety::display:
      return "display";
  }
  return {};
}

class JsonWriter {
 public:
  JsonWriter(const Report& report, const Options& options) : report_(report), options_(options) {}

  [[nodiscard]] Json document() const {
    Json document = {{"version", schema_version},
                     {"tool",
                      {{"name", "smtplint"},
                       {"version", report_.tool_version},
                       {"policyEdition", report_.policy_edition}}},
                     {"findings", Json::array()},
                     {"senders", Json::array()},
                     {"analysed", Json::array()},
                     {"notAnalysed", Json::array()}};
    for (const Finding* finding : ordered_findings(report_)) document["findings"].push_back(entry(*finding));
    for (const SenderRow* row : ordered_senders(report_)) document["senders"].push_back(entry(*row));
    for (const AnalysedFile* file : ordered_analysed(report_)) {
      const Json frontend = file->frontend.empty() ? Json(nullptr) : Json(file->frontend);
      document["analysed"].push_back({{"path", path(file->path)}, {"frontend", frontend}});
    }
    for (const SkippedFile* file : ordered_not_analysed(report_)) {
      document["notAnalysed"].push_back({{"path", path(file->path)}, {"reason", file->reason}});
    }
    return document;
  }

 private:
  [[nodiscard]] std::string path(std::string_view from_workspace) const {
    return display_path(from_workspace, options_);
  }

  [[nodiscard]] Json location(Place place) const {
    if (!place.known()) return nullptr;
    const Range range = range_of(report_, place, ColumnUnit::unicode_scalar);
    return {{"path", path(range.path)},
            {"line", range.begin.line},
            {"column", range.begin.column},
            {"endLine", range.end.line},
            {"endColumn", range.end.column}};
  }

  static Json sender(const SenderRef& sender) {
    return {{"address", or_null(sender.address)}, {"kind", to_string(sender.kind)}};
  }

  static Json destination(const DestinationRow& destination) {
    return {{"host", or_null(destination.host)},
            {"port", or_null(destination.port)},
            {"scope", to_string(destination.scope)},
            {"provider", or_null(destination.provider)}};
  }

  static Json subscription(const SubscriptionRow& subscription) {
    return {{"type", subscription.type}, {"source", to_string(subscription.source)}};
  }

  [[nodiscard]] Json fix(const Fix& fix) const {
    Json edits = Json::array();
    for (const Edit& edit : fix.edits)
      edits.push_back({{"location", location(edit.place)}, {"text", edit.text}});
    return {{"title", fix.title}, {"safety", spelling(fix.safety)}, {"edits", edits}};
  }

  [[nodiscard]] Json entry(const Finding& finding) const {
    const RuleInfo* rule = report_.rule(finding.rule);
    SMTPLINT_ASSERT(rule != nullptr);
    Json related = Json::array();
    for (const Label& label : finding.related) {
      related.push_back({{"message", label.message}, {"location", location(label.place)}});
    }
    Json fixes = Json::array();
    for (const Fix& each : finding.fixes) fixes.push_back(fix(each));
    return {{"rule", finding.rule},
            {"name", rule->name},
            {"severity", to_string(finding.severity)},
            {"verdict", finding.verdict ? Json(to_string(*finding.verdict)) : Json(nullptr)},
            {"message", finding.message},
            {"help", finding.help},
            {"location", location(finding.location.value_or(Place{}))},
            {"related", related},
            {"sender", finding.sender ? sender(*finding.sender) : Json(nullptr)},
            {"destination", finding.destination ? destination(*finding.destination) : Json(nullptr)},
            {"subscription", finding.subscription ? subscription(*finding.subscription) : Json(nullptr)},
            {"environments", finding.environments},
            {"fixes", fixes},
            {"fingerprint", finding.fingerprint}};
  }

  [[nodiscard]] Json entry(const SenderRow& row) const {
    Json unknown = Json::array();
    for (const UnknownField& field : row.unknown) {
      unknown.push_back({{"field", to_string(field.field)}, {"reason", field.reason}});
    }
    return {{"address", or_null(row.sender.address)},
            {"kind", to_string(row.sender.kind)},
            {"verdict", to_string(row.verdict)},
            {"destination", destination(row.destination)},
            {"unknown", unknown},
            {"reasons", row.reasons},
            {"environments", row.environments},
            {"subscription", subscription(row.subscription)},
            {"location", location(row.location)}};
  }

  const Report& report_;
  const Options& options_;
};

}  // namespace

void write_json(std::ostream& out, const Report& report, const Options& options) {
  constexpr int indent = 2;
  out << JsonWriter(report, options).document().dump(indent, ' ', false, Json::error_handler_t::replace)
      << '\n';
}

}  // namespace smtplint::report
