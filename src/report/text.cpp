#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "report/display.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/grouping.h"
#include "report/place_text.h"
#include "report/style.h"

namespace smtplint::report {
namespace {

/// A place of a finding with its line of source.
struct Frame {
  Place place;
  std::string label;
  Excerpt excerpt;
};

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string list_of(const std::vector<std::string>& names, std::string_view quote) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += quote;
    list += name;
    list += quote;
  }
  return list;
}

std::string_view safety_word(FixSafety safety) {
  switch (safety) {
    case FixSafety::safe:
      return "safe";
    case FixSafety::unsafe:
      return "unsafe";
    case FixSafety::display:
      return "for display only";
  }
  return {};
}

class TextWriter {
 public:
  TextWriter(std::ostream& out, const Report& report, const Options& options)
      : out_(out),
        report_(report),
        options_(options),
        style_(options.colour ? Style::Colour::on : Style::Colour::off),
        mask_(report) {}

  void write(const FindingGroup& group) {
    const Finding& finding = *group.shown;
    const std::vector<Frame> frames = frames_of(group);
    gutter_ = gutter_width(frames);
    role_ = role_of(finding.severity);
    write_title(finding);
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const Rank rank = finding.location && i == 0 ? Rank::primary : Rank::related;
      if (i == 0 || !shows_same_line(frames[i - 1], frames[i])) write_line(frames[i], rank);
      write_mark(frames[i], rank);
    }
    write_remarks(group);
  }

 private:
  enum class Rank { primary, related };

  [[nodiscard]] std::vector<Frame> frames_of(const FindingGroup& group) const {
    std::vector<Frame> frames;
    if (group.shown->location) frames.push_back(frame(*group.shown->location, group.shown->label));
    for (const Label& label : chain_of(group)) {
      if (label.place.known()) frames.push_back(frame(label.place, label.message));
    }
    return frames;
  }

  [[nodiscard]] Frame frame(Place place, const std::string& label) const {
    return {place, label, excerpt_of(*report_.sources, place, mask_)};
  }

  static std::size_t gutter_width(const std::vector<Frame>& frames) {
    std::uint32_t largest = 1;
    for (const Frame& frame : frames) largest = std::max(largest, frame.excerpt.line);
    return std::to_string(largest).size();
  }

  void write_title(const Finding& finding) {
    const std::string title = std::string(to_string(finding.severity)) + "[" + finding.rule + "]";
    out_ << style_.paint(role_, title) << style_.paint(Role::strong, ": " + one_line(finding.message))
         << '\n';
  }

  static bool shows_same_line(const Frame& left, const Frame& right) {
    return left.place.source == right.place.source && left.excerpt.line == right.excerpt.line &&
           left.excerpt.text == right.excerpt.text;
  }

  void write_line(const Frame& frame, Rank rank) {
    const std::string_view arrow = rank == Rank::primary ? "-->" : ":::";
    const std::string number = std::to_string(frame.excerpt.line);
    out_ << spaces(gutter_) << style_.paint(Role::gutter, arrow) << ' '
         << display_place(report_, frame.place, options_) << '\n';
    out_ << style_.paint(Role::gutter, spaces(gutter_) + " |") << '\n';
    out_ << style_.paint(Role::gutter, spaces(gutter_ - number.size()) + number + " |") << ' '
         << frame.excerpt.text << '\n';
  }

  void write_mark(const Frame& frame, Rank rank) {
    const Excerpt& excerpt = frame.excerpt;
    std::string mark(excerpt.mark_width, rank == Rank::primary ? '^' : '-');
    if (!frame.label.empty()) mark += " " + one_line(frame.label);
    if (excerpt.last_line > excerpt.line) mark += " (to line " + std::to_string(excerpt.last_line) + ")";
    out_ << style_.paint(Role::gutter, spaces(gutter_) + " |") << ' ' << spaces(excerpt.mark_begin)
         << style_.paint(rank == Rank::primary ? role_ : Role::related, mark) << '\n';
  }

  void write_remarks(const FindingGroup& group) {
    const Finding& finding = *group.shown;
    for (const Label& label : chain_of(group)) {
      if (!label.place.known()) write_remark("note", label.message);
    }
    const std::vector<std::string> environments = environments_of(group);
    if (!environments.empty()) write_remark("environments", list_of(environments, ""));
    if (const std::string count = count_of_others(group); !count.empty()) {
      write_remark("note", "the same for " + count + ": " + list_of(other_senders(group), "`"));
    }
    for (const std::string& note : finding.notes) write_remark("note", note);
    if (!finding.help.empty()) write_remark("help", finding.help);
    for (const Fix& fix : finding.fixes) {
      write_remark("fix", fix.title + " (" + std::string(safety_word(fix.safety)) + ")");
    }
  }

  /// Line breaks of a remark stay; what follows them is indented.
  void write_remark(std::string_view word, std::string_view text) {
    const std::string lead = "= " + std::string(word) + ": ";
    out_ << spaces(gutter_ + 1) << style_.paint(Role::gutter, "=") << ' '
         << style_.paint(Role::strong, std::string(word) + ":") << ' ';
    while (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
      out_ << one_line(text.substr(0, end)) << '\n' << spaces(gutter_ + 1 + lead.size());
      text.remove_prefix(end + 1);
    }
    out_ << one_line(text) << '\n';
  }

  std::ostream& out_;
  const Report& report_;
  const Options& options_;
  Style style_;
  SecretMask mask_;
  std::size_t gutter_ = 1;
  Role role_ = Role::note;
};

}  // namespace

void write_text(std::ostream& out, const Report& report, const Options& options) {
  TextWriter writer(out, report, options);
  bool first = true;
  for (const FindingGroup& group : group_findings(report)) {
    if (!first) out << '\n';
    first = false;
    writer.write(group);
  }
}

}  // namespace smtplint::report
