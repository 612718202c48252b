#pragma once

#include <string>
#include <vector>

#include "diagnostic/report.h"
#include "knowledge/condition_tree.h"
#include "knowledge/reader.h"
#include "knowledge/vocabulary.h"

namespace smtplint::knowledge {

/// Text with placeholders, taken apart when it is read.
struct MessageTemplate {
  struct Part {
    std::string text;
    bool placeholder = false;
    Placeholder value = Placeholder::destination;
  };
  std::vector<Part> parts;
};

/// A variation of a check that holds under a condition of its own; the first that holds counts.
struct Variant {
  ConditionTree when;
  Severity severity = Severity::error;
  MessageTemplate message;
  MessageTemplate help;
  bool has_severity = false;
  bool has_message = false;
  bool has_help = false;
};

/// What a finding of the check marks.
enum class Marked { port, host, rule_port, stop, application_rule, place, nothing };

/// The edit of the marked value that a check proposes.
struct FixProposal {
  enum class Value { none, submission_port };
  Value value = Value::none;
  MessageTemplate title;
  /// What is shown, and never applied, where the provider is not known.
  std::string otherwise;
  MessageTemplate otherwise_title;
};

/// An example that runs as a test: files in, findings out. Marked text stands between `[[` and `]]`.
struct ExampleFile {
  std::string path;
  std::string text;
};
struct Example {
  enum class Kind { bad, good, omitted, unknown };
  Kind kind = Kind::bad;
  std::string title;
  std::vector<std::string> options;  ///< of `smtplint check`
  std::vector<ExampleFile> files;
  std::string expect;  ///< severity of the finding; empty where none is expected
};

/// A rule: `rules/checks/SMTPnnn-name.yaml`.
struct Check {
  RuleInfo info;
  Subject subject = Subject::sender;
  ConditionTree when;
  std::vector<Variant> variants;
  MessageTemplate message;
  MessageTemplate help;
  std::string label;  ///< a few words at the marked place
  Marked marks = Marked::port;
  FixProposal fix;
  std::vector<std::string> instead_of;  ///< ids that do not fire where this one does
  bool enabled = true;
  std::vector<Example> examples;

  static Check read(Node file, Problems& problems);
};

}  // namespace smtplint::knowledge
