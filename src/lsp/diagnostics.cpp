#include "lsp/diagnostics.h"

#include "report/grouping.h"
#include "report/rule_link.h"

namespace smtplint::lsp {
namespace {

using ByPath = std::map<std::string, Json>;

int severity_number(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::note:
    case Severity::off:
      break;
  }
  return 3;
}

class Writer {
 public:
  Writer(const Report& report, const PlaceWriter& places, const View& view)
      : report_(report), places_(places), view_(view) {}

  void add(const report::FindingGroup& group, ByPath& result) const {
    const Finding& finding = *group.shown;
    if (!finding.location) return;
    const auto range = places_.range(*finding.location);
    if (!range) return;
    Json& list = result[places_.path(*finding.location)];
    list.push_back({{"range", range->json()},
                    {"severity", severity_number(finding.severity)},
                    {"code", finding.rule},
                    {"source", "smtplint"},
                    {"message", message(group)}});
    if (view_.client.related_information) list.back()["relatedInformation"] = related(group);
    if (const std::string link = rule_link(finding); view_.client.code_description && !link.empty()) {
      list.back()["codeDescription"] = {{"href", link}};
    }
  }

 private:
  /// A client that shows no chain gets its first step that leads elsewhere.
  [[nodiscard]] std::string message(const report::FindingGroup& group) const {
    std::string text = group.shown->message;
    if (const std::string others = report::count_of_others(group); !others.empty())
      text += " (and " + others + ")";
    if (view_.client.related_information) return text;
    for (const Label& label : report::chain_of(group)) {
      if (!label.place.known() || label.place.source == group.shown->location->source) continue;
      return text + " (via " + places_.words(label.place) + ": " + label.message + ")";
    }
    return text;
  }

  [[nodiscard]] Json related(const report::FindingGroup& group) const {
    Json list = Json::array();
    for (const Label& label : report::chain_of(group)) {
      if (auto where = places_.location(label.place, view_.uri)) {
        list.push_back({{"location", std::move(*where)}, {"message", label.message}});
      }
    }
    return list;
  }

  [[nodiscard]] std::string rule_link(const Finding& finding) const {
    const RuleInfo* rule = report_.rule(finding.rule);
    if (rule == nullptr) return {};
    report::Options options;
    options.docs_url = view_.docs_url;
    return report::rule_link(*rule, options);
  }

  const Report& report_;
  const PlaceWriter& places_;
  const View& view_;
};

void add_syntax_errors(const Report& report, const View& view, ByPath& result) {
  const PlaceWriter places(*report.sources, nullptr, view.client.unit);
  const Writer writer(report, places, view);
  for (const report::FindingGroup& group : report::group_findings(report)) {
    if (is_syntax_error(report, *group.shown)) writer.add(group, result);
  }
}

}  // namespace

std::map<std::string, Json> diagnostics_of(const Analysed& analysed, const View& view) {
  ByPath result;
  const PlaceWriter places(*analysed.report.sources, &analysed.changes, view.client.unit);
  const Writer writer(analysed.report, places, view);
  for (const report::FindingGroup& group : report::group_findings(analysed.report)) writer.add(group, result);
  if (analysed.broken) add_syntax_errors(*analysed.broken, view, result);
  return result;
}

}  // namespace smtplint::lsp
