#include "docs/condition_words.h"

#include "docs/markdown.h"
#include "knowledge/vocabulary.h"

namespace smtplint::docs {
namespace {

using knowledge::ConditionTree;
using knowledge::Predicate;

std::string predicate_words(const Predicate& predicate) {
  const knowledge::FactInfo& fact = knowledge::info(predicate.fact);
  const std::string words(fact.phrase);
  const std::string listed = joined(code(predicate.words), " or ");
  const bool flag = fact.type == knowledge::FactType::flag;
  switch (predicate.test) {
    case Predicate::Test::is:
    case Predicate::Test::in:
      if (flag)
        return predicate.words.front() == "true" ? words : "it is certain that this is not so: " + words;
      return words + " is " + listed;
    case Predicate::Test::at_least:
      return words + " is at least " + std::to_string(predicate.number);
    case Predicate::Test::known:
      return predicate.words.front() == "true" ? words + " is known" : words + " is not known";
  }
  return {};
}

/// Conditions are nested as deep as their files, which are of bounded depth.
std::string lines_of(const ConditionTree& condition, const std::string& indent) {
  if (condition.kind == ConditionTree::Kind::predicate)
    return indent + "- " + predicate_words(condition.predicate) + "\n";
  const std::string_view title = condition.kind == ConditionTree::Kind::all   ? "all of these hold:"
                                 : condition.kind == ConditionTree::Kind::any ? "one of these holds:"
                                                                              : "none of these holds:";
  std::string text = indent + "- " + std::string(title) + "\n";
  for (const ConditionTree& child : condition.children) text += lines_of(child, indent + "  ");
  return text;
}

}  // namespace

std::string condition_words(const ConditionTree& condition) { return lines_of(condition, ""); }

}  // namespace smtplint::docs
