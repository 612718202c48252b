#include "knowledge/condition_tree.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/wording.h"

namespace smtplint::knowledge {
namespace {

constexpr std::size_t deepest = 8;

constexpr std::array<std::pair<std::string_view, ConditionTree::Kind>, 3> groups = {{
    {"all", ConditionTree::Kind::all},
    {"any", ConditionTree::Kind::any},
    {"none", ConditionTree::Kind::none},
}};

constexpr std::array<std::string_view, 2> flag_words = {"true", "false"};

const FactInfo* fact_of(Reader& reader, Subject subject) {
  const std::string name = reader.text("fact");
  if (name.empty()) return nullptr;
  const FactInfo* found = fact_named(name);
  const Mark place = reader.optional("fact").mark();
  if (found == nullptr) {
    std::vector<std::string_view> names;
    for (const FactInfo& fact : facts()) {
      if (fact.subject == subject) names.push_back(fact.name);
    }
    reader.problems().add(place, "there is no fact " + quoted(name) + did_you_mean(name, names));
  } else if (found->subject != subject) {
    reader.problems().add(place, quoted(name) + " is a fact of a " + std::string(to_string(found->subject)) +
                                     ", not of a " + std::string(to_string(subject)));
    return nullptr;
  }
  return found;
}

/// The words of `is` and `in`, each of which the fact must know.
void read_words(Reader& reader, std::string_view key, const FactInfo& fact, Predicate& predicate) {
  predicate.words = reader.texts(key);
  if (fact.type == FactType::number) {
    const Mark place = reader.optional(key).mark();
    for (const std::string& word : predicate.words) {
      const bool digits =
          !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
      if (!digits)
        reader.problems().add(place, quoted(word) + " is no number, and " + quoted(fact.name) + " is one");
    }
    return;
  }
  const std::span<const std::string_view> known =
      fact.type == FactType::flag ? std::span<const std::string_view>(flag_words) : fact.words;
  for (const std::string& word : predicate.words) {
    if (word.empty() || std::ranges::find(known, word) != known.end()) continue;
    reader.problems().add(reader.optional(key).mark(),
                          quoted(fact.name) + " is never " + quoted(word) + did_you_mean(word, known));
  }
}

ConditionTree read_predicate(Node node, Subject subject, Problems& problems) {
  ConditionTree tree;
  tree.kind = ConditionTree::Kind::predicate;
  Reader reader(node, problems);
  const FactInfo* fact = fact_of(reader, subject);
  if (fact != nullptr) tree.predicate.fact = fact->fact;
  const int tests =
      int{reader.has("is")} + int{reader.has("in")} + int{reader.has("at-least")} + int{reader.has("known")};
  if (tests != 1) {
    reader.problem("a condition needs exactly one of `is`, `in`, `at-least`, `known`");
    return tree;
  }
  if (fact == nullptr) return tree;
  if (reader.has("at-least")) {
    tree.predicate.test = Predicate::Test::at_least;
    tree.predicate.number = reader.integer("at-least");
    if (fact->type != FactType::number) reader.problem(quoted(fact->name) + " is no number");
  } else if (reader.has("known")) {
    tree.predicate.test = Predicate::Test::known;
    tree.predicate.words = {reader.boolean_or("known", true) ? "true" : "false"};
  } else {
    const bool one = reader.has("is");
    tree.predicate.test = one ? Predicate::Test::is : Predicate::Test::in;
    if (one && reader.optional("is").is(NodeKind::list))
      reader.problem("`is` needs one word; `in` takes several");
    read_words(reader, one ? "is" : "in", *fact, tree.predicate);
  }
  return tree;
}

ConditionTree read_tree(Node node, Subject subject, Problems& problems, std::size_t depth) {
  for (const auto& [word, kind] : groups) {
    if (node.find(word).missing()) continue;
    Reader reader(node, problems);
    ConditionTree tree;
    tree.kind = kind;
    const Node children = reader.required(word);
    if (!children.is(NodeKind::list) || children.size() == 0) {
      problems.add(children.mark(), quoted(word) + " needs a list of conditions");
      return tree;
    }
    if (depth == deepest) {
      problems.add(children.mark(), "conditions are too deeply nested");
      return tree;
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
      tree.children.push_back(read_tree(children.at(i), subject, problems, depth + 1));
    }
    return tree;
  }
  return read_predicate(node, subject, problems);
}

}  // namespace

ConditionTree read_condition(Node node, Subject subject, Problems& problems) {
  return read_tree(node, subject, problems, 0);
}

}  // namespace smtplint::knowledge
