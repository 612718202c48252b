#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/span.h"
#include "diagnostic/vocabulary.h"

namespace smtplint {

/// What every output says about a rule; filled from `rules/checks/`.
struct RuleInfo {
  std::string id;                       ///< `SMTP` and three digits
  std::string name;                     ///< `direct-port-25-blocked`
  std::string summary;                  ///< one sentence: what it reports
  std::string explanation;              ///< Markdown: why it matters and what to do
  Severity severity = Severity::error;  ///< the default
  std::vector<std::string> references;  ///< addresses of sources, the best first
};

/// A place with a few words: one step of a chain.
struct Label {
  Place place;
  std::string message;
};

enum class FixSafety { safe, unsafe, display };

struct Edit {
  Place place;
  std::string text;
};

struct Fix {
  std::string title;
  FixSafety safety = FixSafety::display;
  std::vector<Edit> edits;  ///< sorted, not overlapping
};

struct SenderRef {
  std::optional<std::string> address{};
  WorkloadKind kind = WorkloadKind::unknown;
};

struct DestinationRow {
  std::optional<std::string> host{};
  std::optional<std::uint16_t> port{};
  Scope scope = Scope::unknown;
  std::optional<std::string> provider{};
};

struct SubscriptionRow {
  std::string type = "unknown";  ///< canonical id
  SubscriptionSource source = SubscriptionSource::none;
};

struct Finding {
  std::string rule;  ///< id, in `Report::rules`
  Severity severity = Severity::error;
  std::optional<Verdict> verdict;
  std::string message;
  std::string help;                ///< the way out
  std::vector<std::string> notes;  ///< the policy and its source; text output only
  std::optional<Place> location;
  std::string label;  ///< a few words at the marked place: `this port`
  std::vector<Label> related;
  std::optional<SenderRef> sender;
  std::optional<DestinationRow> destination;
  std::optional<SubscriptionRow> subscription;
  std::vector<std::string> environments;
  std::vector<Fix> fixes;
  std::string fingerprint;
};

struct UnknownField {
  SenderField field = SenderField::host;
  std::string reason;
};

struct SenderRow {
  SenderRef sender;
  Verdict verdict = Verdict::unknown;
  DestinationRow destination;
  std::vector<UnknownField> unknown;
  std::vector<std::string> reasons;
  std::vector<std::string> environments;
  SubscriptionRow subscription;
  Place location;
};

struct AnalysedFile {
  std::string path;      ///< from the workspace
  std::string frontend;  ///< empty where a byte search proved that nothing can matter
};

struct SkippedFile {
  std::string path;
  std::string reason;
};

/// Everything that outputs need, each list in the order of its places. The sources must outlive it.
struct Report {
  std::string tool_version;
  std::string policy_edition;
  std::vector<RuleInfo> rules;  ///< all enabled rules, by id
  std::vector<Finding> findings;
  std::size_t suppressed = 0;  ///< findings that the user has taken out
  std::vector<SenderRow> senders;
  std::vector<AnalysedFile> analysed;
  std::vector<SkippedFile> not_analysed;
  std::vector<Place> secrets;  ///< texts that no output may show
  std::shared_ptr<const SourceStore> sources;

  [[nodiscard]] const RuleInfo* rule(const std::string& id) const;
};

}  // namespace smtplint
