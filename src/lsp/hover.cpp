#include "lsp/hover.h"

#include <algorithm>

#include "report/grouping.h"

namespace smtplint::lsp {
namespace {

/// Text for people, with or without Markdown.
class Page {
 public:
  explicit Page(bool markdown) : markdown_(markdown) {}

  [[nodiscard]] std::string code(std::string_view word) const { return "`" + std::string(word) + "`"; }
  void paragraph(const std::string& text) { text_ += (text_.empty() ? "" : "\n\n") + text; }
  void heading(const std::string& text) { paragraph(markdown_ ? "**" + text + "**" : text); }
  void item(const std::string& text) { text_ += "\n- " + text; }
  void begin_list(const std::string& text) { paragraph(text + "\n"); }

  [[nodiscard]] Json json() const {
    return {{"kind", markdown_ ? "markdown" : "plaintext"}, {"value", text_}};
  }

 private:
  bool markdown_;
  std::string text_;
};

std::string value_text(const DestinationRow& destination) {
  const std::string host = destination.host.value_or("a host that is not known");
  return host + ":" + (destination.port ? std::to_string(*destination.port) : "a port that is not known");
}

std::string sender_text(const SenderRef& sender) {
  return sender.address ? *sender.address : std::string(to_string(sender.kind));
}

class Hover {
 public:
  Hover(const Analysed& analysed, const Selection& selection, const View& view)
      : analysed_(analysed),
        places_(*analysed.report.sources, &analysed.changes, view.client.unit),
        selection_(selection),
        page_(view.client.markdown_hover) {}

  [[nodiscard]] Json answer() {
    for (const report::FindingGroup& group : report::group_findings(analysed_.report)) {
      if (const auto place = selected_place(*group.shown)) return about(group, *place);
    }
    for (const SenderRow& row : analysed_.report.senders) {
      if (is_selected(row.location)) return about(row);
    }
    return nullptr;
  }

 private:
  [[nodiscard]] bool is_selected(Place place) const {
    if (!place.known() || places_.path(place) != selection_.path) return false;
    const auto range = places_.range(place);
    return range && range->begin.line == range->end.line && range->meets(selection_.range);
  }

  /// The marked place, or else one of its chain.
  [[nodiscard]] std::optional<Place> selected_place(const Finding& finding) const {
    if (finding.location && is_selected(*finding.location)) return finding.location;
    const auto label =
        std::ranges::find_if(finding.related, [this](const Label& one) { return is_selected(one.place); });
    return label == finding.related.end() ? std::nullopt : std::optional(label->place);
  }

  [[nodiscard]] Json about(const report::FindingGroup& group, Place place) {
    const Finding& finding = *group.shown;
    const RuleInfo* rule = analysed_.report.rule(finding.rule);
    page_.heading(std::string(to_string(finding.severity)) + " " + finding.rule +
                  (rule != nullptr ? " " + rule->name : ""));
    page_.paragraph(finding.message);
    page_.begin_list("What was found:");
    if (finding.destination) page_.item("value: " + page_.code(value_text(*finding.destination)));
    if (finding.sender) page_.item("sender: " + page_.code(sender_text(*finding.sender)));
    if (finding.verdict) page_.item("verdict: " + page_.code(to_string(*finding.verdict)));
    if (finding.subscription) add_subscription(*finding.subscription);
    for (const std::string& note : finding.notes) page_.item(note);
    add_chain(group);
    if (!finding.help.empty()) page_.paragraph("Way out: " + finding.help);
    return result(place);
  }

  [[nodiscard]] Json about(const SenderRow& row) {
    page_.heading("mail to " + value_text(row.destination));
    page_.begin_list("What was found:");
    page_.item("sender: " + page_.code(sender_text(row.sender)));
    page_.item("verdict: " + page_.code(to_string(row.verdict)));
    add_subscription(row.subscription);
    for (const std::string& reason : row.reasons) page_.item(reason);
    for (const UnknownField& field : row.unknown) {
      page_.item("not known: " + std::string(to_string(field.field)) + ", " + field.reason);
    }
    return result(row.location);
  }

  void add_subscription(const SubscriptionRow& row) {
    page_.item("subscription: " + page_.code(row.type) + " (source: " + std::string(to_string(row.source)) +
               ")");
  }

  void add_chain(const report::FindingGroup& group) {
    const std::vector<Label> chain = report::chain_of(group);
    if (chain.empty()) return;
    page_.begin_list("Where it comes from and goes to:");
    for (const Label& label : chain) {
      if (label.place.known()) page_.item(page_.code(places_.words(label.place)) + " " + label.message);
    }
  }

  [[nodiscard]] Json result(Place place) const {
    return {{"contents", page_.json()}, {"range", places_.range(place)->json()}};
  }

  const Analysed& analysed_;
  PlaceWriter places_;
  const Selection& selection_;
  Page page_;
};

}  // namespace

Json hover(const Analysed& analysed, const Selection& selection, const View& view) {
  return Hover(analysed, selection, view).answer();
}

}  // namespace smtplint::lsp
