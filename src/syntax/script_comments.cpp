#include "syntax/script_comments.h"

#include <tree_sitter/api.h>

#include <algorithm>

#include "syntax/concrete.h"
#include "syntax/concrete_node.h"

extern "C" const TSLanguage* tree_sitter_bash(void);
extern "C" const TSLanguage* tree_sitter_powershell(void);
extern "C" const TSLanguage* tree_sitter_python(void);
extern "C" const TSLanguage* tree_sitter_php(void);
extern "C" const TSLanguage* tree_sitter_ruby(void);

namespace smtplint::syntax {
namespace {

const TSLanguage* grammar_of(ScriptLanguage language) {
  switch (language) {
    case ScriptLanguage::bash:
      return tree_sitter_bash();
    case ScriptLanguage::power_shell:
      return tree_sitter_powershell();
    case ScriptLanguage::python:
      return tree_sitter_python();
    case ScriptLanguage::php:
      return tree_sitter_php();
    case ScriptLanguage::ruby:
      break;
  }
  return tree_sitter_ruby();
}

}  // namespace

std::uint32_t deepest_bracket(std::string_view text) {
  std::uint32_t depth = 0, deepest = 0;
  for (const char c : text) {
    if (c == '(' || c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if ((c == ')' || c == '}' || c == ']') && depth > 0) --depth;
  }
  return deepest;
}

std::vector<Span> script_comments(std::string_view text, ScriptLanguage language, const ParseLimits& limits) {
  if (text.size() > largest_text || deepest_bracket(text) > limits.deepest) return {};
  ParseRequest request;
  request.text = text;
  request.callbacks = callback_budget(text.size(), limits.progress_per_kilobyte);
  const ConcreteTree tree = ConcreteParser(grammar_of(language)).parse(request);
  if (!tree) return {};
  return ConcreteNode::root_of(tree).all_of_type("comment");
}

}  // namespace smtplint::syntax
