#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "knowledge/platform_tables.h"
#include "knowledge/sections.h"
#include "knowledge/vocabulary.h"

namespace smtplint::knowledge {
namespace {

std::string page() {
  std::ifstream stream(std::string(SMTPLINT_SOURCE_DIR) + "/docs/knowledge.md");
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

bool names(const std::string& text, std::string_view word) {
  return text.find("`" + std::string(word) + "`") != std::string::npos;
}

TEST(KnowledgePage, ListsEveryWordOfTheVocabulary) {
  const std::string text = page();
  for (const FactInfo& fact : facts()) {
    EXPECT_TRUE(names(text, fact.name)) << fact.name;
    for (const std::string_view word : fact.words)
      EXPECT_TRUE(names(text, word)) << fact.name << ": " << word;
  }
  for (const auto& [name, subject] : subjects()) EXPECT_TRUE(names(text, name)) << name;
  for (const PlaceholderInfo& placeholder : placeholders()) {
    EXPECT_TRUE(names(text, "{" + std::string(placeholder.name) + "}")) << placeholder.name;
  }
  for (const std::string_view section : section::all)
    EXPECT_TRUE(names(text, std::string(section) + "/")) << section;
  for (const std::string_view file : platform_ids) {
    EXPECT_TRUE(names(text, std::string(file) + ".yaml")) << file;
  }
}

/// A fact outside of its subject's range would be answered by no table.
TEST(Vocabulary, TheFactsOfASubjectStandTogether) {
  const std::pair<Subject, FactRange> ranges[] = {{Subject::sender, facts_of_sender},
                                                  {Subject::path, facts_of_path},
                                                  {Subject::network_rule, facts_of_network_rule},
                                                  {Subject::deployment, facts_of_deployment}};
  for (const auto& [subject, range] : ranges) {
    for (const FactInfo& fact : facts()) {
      const bool inside = range.first <= fact.fact && fact.fact <= range.last;
      EXPECT_EQ(inside, fact.subject == subject) << fact.name;
    }
  }
}

TEST(Vocabulary, EveryFactHasANameOfItsOwn) {
  for (const FactInfo& fact : facts()) {
    ASSERT_NE(fact_named(fact.name), nullptr);
    EXPECT_EQ(fact_named(fact.name)->fact, fact.fact);
    EXPECT_EQ(&info(fact.fact), fact_named(fact.name));
    EXPECT_EQ(fact.words.empty(), fact.type != FactType::word) << fact.name;
    EXPECT_FALSE(fact.phrase.empty()) << fact.name;
  }
  for (const PlaceholderInfo& placeholder : placeholders()) {
    EXPECT_EQ(to_string(placeholder.placeholder), placeholder.name);
    EXPECT_FALSE(placeholder.subjects.empty());
  }
}

}  // namespace
}  // namespace smtplint::knowledge
