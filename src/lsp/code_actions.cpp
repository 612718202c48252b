#include "lsp/code_actions.h"

#include <algorithm>

#include "engine/suppression/suppression_edit.h"

namespace smtplint::lsp {
namespace {

/// What the user is to replace: a suppression without a reason says nothing to the next reader.
constexpr std::string_view reason_to_fill_in = "say why this may stay";

class Actions {
 public:
  Actions(const Analysed& analysed, const Selection& selection, const View& view)
      : report_(analysed.report),
        places_(*analysed.report.sources, &analysed.changes, view.client.unit),
        selection_(selection),
        view_(view) {}

  void add(const Finding& finding) {
    if (!touches(finding)) return;
    for (const Fix& fix : finding.fixes) {
      if (fix.safety != FixSafety::display) add_fix(finding, fix);
    }
    if (finding.location && is_selected(*finding.location)) add_suppression(finding);
  }

  [[nodiscard]] Json finish() { return std::move(actions_); }

 private:
  [[nodiscard]] bool is_selected(Place place) const {
    if (!place.known() || places_.path(place) != selection_.path) return false;
    const auto range = places_.range(place);
    return range && range->meets(selection_.range);
  }

  [[nodiscard]] bool touches(const Finding& finding) const {
    return (finding.location && is_selected(*finding.location)) ||
           std::ranges::any_of(finding.related,
                               [this](const Label& label) { return is_selected(label.place); });
  }

  void add_fix(const Finding& finding, const Fix& fix) {
    const bool safe = fix.safety == FixSafety::safe;
    add_action(finding, fix.title + (safe ? "" : " (check what else has to change)"), fix.edits, safe);
  }

  void add_suppression(const Finding& finding) {
    const auto edit = engine::suppression_edit(*report_.sources, *finding.location, finding.rule,
                                               reason_to_fill_in, view_.catalogue);
    if (edit) add_action(finding, "ignore " + finding.rule + " on this line", {*edit}, false);
  }

  void add_action(const Finding& finding, const std::string& words, const std::vector<Edit>& edits,
                  bool preferred) {
    auto change = workspace_edit(edits);
    if (!change) return;
    Json action{
        {"title", "smtplint (" + finding.rule + "): " + words}, {"kind", "quickfix"}, {"edit", *change}};
    if (std::ranges::find(actions_, action) != actions_.end()) return;
    preferred = preferred && view_.client.preferred_actions && !has_preferred_;
    if (preferred) action["isPreferred"] = true;
    has_preferred_ = has_preferred_ || preferred;
    actions_.push_back(std::move(action));
  }

  /// Nothing where one of the places is no longer there.
  [[nodiscard]] std::optional<Json> workspace_edit(const std::vector<Edit>& edits) const {
    std::map<std::string, Json> by_path;
    for (const Edit& edit : edits) {
      const auto range = places_.range(edit.place);
      if (!range) return std::nullopt;
      by_path[places_.path(edit.place)].push_back({{"range", range->json()}, {"newText", edit.text}});
    }
    Json changes = Json::object();
    Json documents = Json::array();
    for (const auto& [path, list] : by_path) {
      changes[view_.uri(path)] = list;
      documents.push_back(
          {{"textDocument", {{"uri", view_.uri(path)}, {"version", nullptr}}}, {"edits", list}});
    }
    if (view_.client.document_changes) return Json{{"documentChanges", documents}};
    return Json{{"changes", changes}};
  }

  const Report& report_;
  PlaceWriter places_;
  const Selection& selection_;
  const View& view_;
  Json actions_ = Json::array();
  bool has_preferred_ = false;
};

}  // namespace

Json code_actions(const Analysed& analysed, const Selection& selection, const View& view) {
  Actions actions(analysed, selection, view);
  for (const Finding& finding : analysed.report.findings) actions.add(finding);
  return actions.finish();
}

}  // namespace smtplint::lsp
