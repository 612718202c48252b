// The corpora of our grammars, in the format of the tree-sitter tool, which need not be installed.
#include <gtest/gtest.h>
#include <tree_sitter/api.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

extern "C" {
const TSLanguage* tree_sitter_hcl(void);
const TSLanguage* tree_sitter_json(void);
const TSLanguage* tree_sitter_bicep(void);
const TSLanguage* tree_sitter_arm_expression(void);
}

namespace {

struct CorpusCase {
  std::string name;
  std::string text;
  std::string tree;  ///< one blank between nodes
};

bool is_rule(const std::string& line, char sign) {
  return line.size() >= 3 && line.find_first_not_of(sign) == std::string::npos;
}

std::string one_blank(const std::string& tree) {
  std::string out;
  for (const char c : tree) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<CorpusCase> read_corpus(const std::filesystem::path& path) {
  std::vector<CorpusCase> cases;
  std::ifstream file(path, std::ios::binary);
  enum class Part { name, text, tree } part = Part::tree;
  for (std::string line; std::getline(file, line);) {
    if (is_rule(line, '=')) {
      part = part == Part::name ? Part::text : Part::name;
      if (part == Part::name) cases.emplace_back();
    } else if (is_rule(line, '-') && part == Part::text) {
      part = Part::tree;
      if (!cases.back().text.empty()) cases.back().text.pop_back();
    } else if (!cases.empty()) {
      CorpusCase& current = cases.back();
      (part == Part::name ? current.name : part == Part::text ? current.text : current.tree) += line + "\n";
    }
  }
  return cases;
}

std::string parse(const TSLanguage* language, const std::string& text) {
  const std::unique_ptr<TSParser, void (*)(TSParser*)> parser(ts_parser_new(), ts_parser_delete);
  EXPECT_TRUE(ts_parser_set_language(parser.get(), language));
  const std::unique_ptr<TSTree, void (*)(TSTree*)> tree(
      ts_parser_parse_string(parser.get(), nullptr, text.data(), static_cast<std::uint32_t>(text.size())),
      ts_tree_delete);
  const std::unique_ptr<char, void (*)(void*)> written(ts_node_string(ts_tree_root_node(tree.get())),
                                                       std::free);
  return written.get();
}

int run_corpus(const std::string& grammar, const TSLanguage* language) {
  int cases = 0;
  const auto folder = std::filesystem::path(SMTPLINT_SOURCE_DIR) / "grammars" / grammar / "test" / "corpus";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    for (const CorpusCase& test : read_corpus(entry.path())) {
      EXPECT_EQ(parse(language, test.text), one_blank(test.tree))
          << entry.path() << ": " << test.name << test.text;
      ++cases;
    }
  }
  return cases;
}

TEST(GrammarCorpus, Hcl) { EXPECT_GE(run_corpus("hcl", tree_sitter_hcl()), 30); }

TEST(GrammarCorpus, Json) { EXPECT_GE(run_corpus("json", tree_sitter_json()), 10); }

TEST(GrammarCorpus, ArmExpression) {
  EXPECT_GE(run_corpus("arm-expression", tree_sitter_arm_expression()), 3);
}

TEST(GrammarCorpus, Bicep) { EXPECT_GE(run_corpus("bicep", tree_sitter_bicep()), 25); }

}  // namespace
