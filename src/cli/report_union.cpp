#include "cli/report_union.h"

#include <iterator>
#include <memory>

namespace smtplint::cli {
namespace {

/// Copies the sources of reports into one store and moves places there.
class SourceMove {
 public:
  SourceMove(const SourceStore& from, SourceStore& to, const std::string& prefix) {
    for (std::uint32_t i = 0; i < from.size(); ++i) {
      const Source& source = from.get(SourceId{i});
      const std::string path = prefix.empty() ? source.path() : prefix + "/" + source.path();
      ids_.push_back(
          to.add(std::make_shared<const Source>(path, std::string(source.text()), source.encoding())));
    }
  }

  void operator()(Place& place) const {
    if (place.known()) place.source = ids_.at(static_cast<std::size_t>(place.source));
  }

  void operator()(Finding& finding) const {
    if (finding.location) (*this)(*finding.location);
    for (Label& label : finding.related) (*this)(label.place);
    for (Fix& fix : finding.fixes) {
      for (Edit& edit : fix.edits) (*this)(edit.place);
    }
  }

  void operator()(SenderRow& row) const { (*this)(row.location); }

 private:
  std::vector<SourceId> ids_;
};

template <typename T>
void append_moved(std::vector<T>& to, std::vector<T> from, const SourceMove& move) {
  for (T& entry : from) move(entry);
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

template <typename T>
void append_files(std::vector<T>& to, std::vector<T> from, const std::string& prefix) {
  for (T& file : from) file.path = prefix + "/" + file.path;
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void add_report(Report& first, const Report& other, const std::string& prefix) {
  auto sources = std::make_shared<SourceStore>();
  const SourceMove from_first(*first.sources, *sources, "");
  for (Finding& finding : first.findings) from_first(finding);
  for (SenderRow& row : first.senders) from_first(row);
  for (Place& secret : first.secrets) from_first(secret);
  const SourceMove from_other(*other.sources, *sources, prefix);
  append_moved(first.findings, other.findings, from_other);
  append_moved(first.senders, other.senders, from_other);
  append_moved(first.secrets, other.secrets, from_other);
  first.suppressed += other.suppressed;
  append_files(first.analysed, other.analysed, prefix);
  append_files(first.not_analysed, other.not_analysed, prefix);
  first.sources = std::move(sources);
}

}  // namespace smtplint::cli
