#include "knowledge/check.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "base/path.h"
#include "base/wording.h"
#include "knowledge/rule_text.h"

namespace smtplint::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, Severity>, 4> severities = {{
    {"error", Severity::error},
    {"warning", Severity::warning},
    {"note", Severity::note},
    {"off", Severity::off},
}};

constexpr std::array<std::pair<std::string_view, Marked>, 7> marked_words = {{
    {"port", Marked::port},
    {"host", Marked::host},
    {"rule-port", Marked::rule_port},
    {"stop", Marked::stop},
    {"application-rule", Marked::application_rule},
    {"place", Marked::place},
    {"nothing", Marked::nothing},
}};

constexpr std::array<std::pair<std::string_view, FixProposal::Value>, 1> fix_values = {{
    {"submission-port", FixProposal::Value::submission_port},
}};

constexpr std::array<std::pair<std::string_view, Example::Kind>, 4> example_kinds = {{
    {"bad", Example::Kind::bad},
    {"good", Example::Kind::good},
    {"omitted", Example::Kind::omitted},
    {"unknown", Example::Kind::unknown},
}};

bool is_id(std::string_view id) {
  const std::size_t letters = std::min(id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), id.size());
  return letters > 0 && letters < id.size() &&
         id.find_first_not_of("0123456789", letters) == std::string_view::npos;
}

bool is_name(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void check_placeholder(const std::string& name, Subject subject, const Mark& place, Problems& problems) {
  const PlaceholderInfo* placeholder = placeholder_named(name);
  if (placeholder == nullptr) {
    std::vector<std::string_view> names;
    for (const PlaceholderInfo& each : placeholders()) names.push_back(each.name);
    const auto nearest = nearest_name(name, names);
    const std::string hint = nearest ? "; did you mean `{" + std::string(*nearest) + "}`?" : "";
    problems.add(place, "unknown placeholder `{" + name + "}`" + hint);
  } else if (std::ranges::find(placeholder->subjects, subject) == placeholder->subjects.end()) {
    problems.add(place,
                 "a check for a " + std::string(to_string(subject)) + " has no placeholder `{" + name + "}`");
  }
}

MessageTemplate read_template(Reader& reader, std::string_view key, Subject subject) {
  MessageTemplate result;
  const std::string text = reader.text(key);
  const Mark place = reader.optional(key).mark();
  for (const RuleTextPart& part : parse_rule_text(text, place, reader.problems())) {
    MessageTemplate::Part& added = result.parts.emplace_back();
    added.placeholder = part.placeholder;
    if (!part.placeholder) {
      added.text = part.text;
      continue;
    }
    check_placeholder(part.text, subject, place, reader.problems());
    if (const PlaceholderInfo* known = placeholder_named(part.text)) added.value = known->placeholder;
  }
  return result;
}

/// Messages are lower case, on one line and without final period.
MessageTemplate read_message(Reader& reader, Subject subject) {
  const Node written = reader.optional("message");
  const std::string_view text = written.text();
  if (text.ends_with('.') || text.find('\n') != std::string_view::npos) {
    reader.problems().add(written.mark(), "a message stands on one line and has no final period");
  }
  return read_template(reader, "message", subject);
}

Variant read_variant(Node node, Subject subject, Problems& problems) {
  Reader reader(node, problems);
  Variant variant;
  variant.when = read_condition(reader.required("when"), subject, problems);
  variant.has_severity = reader.has("severity");
  variant.has_message = reader.has("message");
  variant.has_help = reader.has("help");
  if (variant.has_severity) variant.severity = reader.word<Severity>("severity", severities);
  if (variant.has_message) variant.message = read_message(reader, subject);
  if (variant.has_help) variant.help = read_template(reader, "help", subject);
  if (!variant.has_severity && !variant.has_message && !variant.has_help) {
    reader.problem("a variant changes `severity`, `message` or `help`");
  }
  return variant;
}

FixProposal read_fix(Node node, Marked marks, Subject subject, Problems& problems) {
  FixProposal fix;
  if (node.missing()) return fix;
  Reader reader(node, problems);
  fix.value = reader.word<FixProposal::Value>("to", fix_values);
  fix.title = read_template(reader, "title", subject);
  Reader otherwise(reader.required("otherwise"), problems);
  fix.otherwise = otherwise.text("value");
  fix.otherwise_title = read_template(otherwise, "title", subject);
  if (marks != Marked::port || subject != Subject::sender)
    reader.problem("a fix sets the port of a sender, which the check must mark");
  return fix;
}

std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
    ++count;
  return count;
}

void read_example_files(Reader& reader, Example& example) {
  const Node files = reader.required("files");
  Reader texts(files, reader.problems());
  if (!files.is(NodeKind::map)) return;
  if (files.size() == 0) reader.problem("an example needs a file");
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string path(files.key_at(i));
    if (normal_path(path) != path) {
      reader.problems().add(files.key_mark_at(i), quoted(path) + " is no path inside a workspace");
    }
    std::string text = texts.text(path);
    if (count_of(text, "[[") != count_of(text, "]]")) {
      reader.problems().add(files.at(i).mark(), "`[[` and `]]` do not match");
    }
    example.files.push_back({path, std::move(text)});
  }
}

Example read_example(Node node, Problems& problems) {
  Reader reader(node, problems);
  Example example;
  example.kind = reader.word<Example::Kind>("kind", example_kinds);
  example.title = reader.text("title");
  example.options = reader.texts_or_none("options");
  read_example_files(reader, example);
  const bool fires = example.kind == Example::Kind::bad;
  if (reader.has("expect")) {
    (void)reader.word<Severity>("expect", severities);
    example.expect = reader.text("expect");
    if (!fires && example.kind != Example::Kind::unknown)
      reader.problem("this kind of example expects nothing");
  } else if (fires) {
    reader.problem("`expect` is missing: the severity of the finding");
  }
  return example;
}

/// The file is named after what it holds, so that a rule can be found.
void check_names(Reader& reader, const RuleInfo& info) {
  if (!info.id.empty() && !is_id(info.id)) {
    reader.problems().add(reader.optional("id").mark(),
                          "an id is capital letters and digits, like `ACME001`");
  }
  if (!info.name.empty() && !is_name(info.name)) {
    reader.problems().add(reader.optional("name").mark(), "a name is small letters, digits and `-`");
  }
  const std::string expected = info.id + "-" + info.name + ".yaml";
  if (file_name(reader.node().mark().file) != expected)
    reader.problem("this file must be named " + quoted(expected));
}

RuleInfo read_info(Reader& reader) {
  RuleInfo info;
  info.id = reader.text("id");
  info.name = reader.text("name");
  info.summary = reader.text("summary");
  info.explanation = reader.text("explanation");
  info.severity = reader.word<Severity>("severity", severities);
  info.references = reader.sources();
  if (!reader.node().missing()) check_names(reader, info);
  return info;
}

}  // namespace

Check Check::read(Node file, Problems& problems) {
  Reader reader(file, problems);
  Check check;
  check.info = read_info(reader);
  check.subject = reader.word<Subject>("for", subjects());
  check.when = read_condition(reader.required("when"), check.subject, problems);
  const Node variants = reader.optional("variants");
  for (std::size_t i = 0; i < variants.size(); ++i) {
    check.variants.push_back(read_variant(variants.at(i), check.subject, problems));
  }
  check.message = read_message(reader, check.subject);
  check.help = read_template(reader, "help", check.subject);
  check.label = reader.text_or("label", "");
  check.marks = reader.word<Marked>("marks", marked_words);
  check.fix = read_fix(reader.optional("fix"), check.marks, check.subject, problems);
  check.instead_of = reader.texts_or_none("instead-of");
  check.enabled = reader.boolean_or("enabled", true);
  const Node examples = reader.required("examples");
  for (std::size_t i = 0; i < examples.size(); ++i) {
    check.examples.push_back(read_example(examples.at(i), problems));
  }
  return check;
}

}  // namespace smtplint::knowledge
