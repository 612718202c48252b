// The examples of rules/checks/ are the rules' tests: each runs through the whole analysis.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/memory_file_system.h"
#include "cli/command_line.h"
#include "cli/request.h"
#include "engine/analyze.h"
#include "knowledge/catalogue.h"
#include "marked_source.h"

namespace smtplint::cli {
namespace {

using knowledge::Check;
using knowledge::Example;
using Kind = Example::Kind;

/// Why a rule has no example of a kind.
struct Exemption {
  std::string_view rule;
  Kind kind;
  std::string_view why;
};

constexpr Exemption exemptions[] = {
    {"SMTP005", Kind::omitted, "its bad example is the omitted port"},
    {"SMTP090", Kind::omitted, "text that is not there has no syntax"},
    {"SMTP090", Kind::unknown, "a part of a file parses or does not"},
    {"SMTP091", Kind::unknown, "its bad example is the unknown value"},
    {"SMTP092", Kind::omitted, "a suppression that is not there is not unused"},
    {"SMTP093", Kind::omitted, "a comment that is not there says nothing"},
    {"SMTP093", Kind::unknown, "a comment can be read or not"},
    {"SMTP094", Kind::omitted, "without a day a suppression does not expire"},
    {"SMTP094", Kind::unknown, "a day is over or not"},
    {"SMTP096", Kind::omitted, "limits always count"},
    {"SMTP096", Kind::unknown, "a limit is reached or not"},
    {"SMTP097", Kind::omitted, "its bad example is the missing input"},
    {"SMTP097", Kind::unknown, "a file is there or not"},
};

/// As if the options stood on the command line.
Result<engine::Request> request_of(const Example& example) {
  std::vector<std::string> words = {"check"};
  words.insert(words.end(), example.options.begin(), example.options.end());
  const auto invocation = read_command_line(words);
  if (!invocation) return invocation.error();
  const auto* options = std::get_if<Options>(&*invocation);
  if (options == nullptr) return Error{"the options ask for help"};
  return request_from(*options, Workspace{}, {}, knowledge::Catalogue::built_in());
}

/// A place as a failure should show it; also how places are compared.
std::string shown(const std::string& path, Span span, std::string_view text) {
  return path + "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ") `" +
         std::string(text) + "`";
}

struct Prepared {
  MemoryFileSystem files;
  std::multiset<std::string> marked;
};

Prepared prepare(const Example& example) {
  Prepared prepared;
  for (const knowledge::ExampleFile& file : example.files) {
    const MarkedText marked = MarkedText::parse(file.text);
    for (const Span span : marked.spans) {
      prepared.marked.insert(
          shown(file.path, span, std::string_view(marked.text).substr(span.begin, span.length())));
    }
    prepared.files.add(file.path, marked.text);
  }
  return prepared;
}

std::vector<Finding> findings_of(const Report& report, const std::string& rule) {
  std::vector<Finding> found = report.findings;
  std::erase_if(found, [&](const Finding& finding) { return finding.rule != rule; });
  return found;
}

std::multiset<std::string> places_of(const Report& report, const std::vector<Finding>& findings) {
  std::multiset<std::string> places;
  for (const Finding& finding : findings) {
    if (!finding.location) continue;
    const Source& source = report.sources->get(finding.location->source);
    places.insert(shown(source.path(), finding.location->span, source.slice(finding.location->span)));
  }
  return places;
}

void run(const Check& check, const Example& example) {
  const Prepared prepared = prepare(example);
  const Result<engine::Request> request = request_of(example);
  ASSERT_TRUE(request.ok()) << request.error().message;
  const Result<Report> report = engine::analyze(*request, prepared.files, knowledge::Catalogue::built_in());
  ASSERT_TRUE(report.ok()) << report.error().message;
  const std::vector<Finding> found = findings_of(*report, check.info.id);
  EXPECT_EQ(places_of(*report, found), prepared.marked);
  if (example.expect.empty()) {
    EXPECT_TRUE(found.empty());
    EXPECT_TRUE(prepared.marked.empty()) << "a place is marked, but nothing is expected";
    return;
  }
  EXPECT_FALSE(found.empty());
  for (const Finding& finding : found)
    EXPECT_EQ(to_string(finding.severity), example.expect) << finding.message;
}

TEST(RuleExamples, EachGivesTheFindingsThatItShows) {
  for (const Check& check : knowledge::Catalogue::built_in().checks()) {
    for (const Example& example : check.examples) {
      SCOPED_TRACE(check.info.id + ": " + example.title);
      run(check, example);
    }
  }
}

bool exempt(const std::string& rule, Kind kind) {
  return std::ranges::any_of(exemptions,
                             [&](const Exemption& row) { return row.rule == rule && row.kind == kind; });
}

TEST(RuleExamples, EveryRuleHasOneOfEachKind) {
  for (const Check& check : knowledge::Catalogue::built_in().checks()) {
    for (const Kind kind : {Kind::bad, Kind::good, Kind::omitted, Kind::unknown}) {
      const bool there = std::ranges::find(check.examples, kind, &Example::kind) != check.examples.end();
      EXPECT_NE(there, exempt(check.info.id, kind)) << check.info.id << ", kind " << static_cast<int>(kind);
    }
  }
}

TEST(RuleExamples, OnlyBadOnesExpectAFinding) {
  for (const Check& check : knowledge::Catalogue::built_in().checks()) {
    for (const Example& example : check.examples) {
      const bool expects = !example.expect.empty();
      if (example.kind == Kind::bad || example.kind == Kind::good) {
        EXPECT_EQ(expects, example.kind == Kind::bad) << check.info.id << ": " << example.title;
      }
    }
  }
}

TEST(RuleExamples, ExemptionsSayWhyAndNameARule) {
  for (const Exemption& row : exemptions) {
    EXPECT_FALSE(row.why.empty());
    EXPECT_NE(std::ranges::find(knowledge::Catalogue::built_in().checks(), row.rule,
                                [](const Check& check) { return std::string_view(check.info.id); }),
              knowledge::Catalogue::built_in().checks().end());
  }
}

}  // namespace
}  // namespace smtplint::cli
