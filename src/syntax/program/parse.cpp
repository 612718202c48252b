#include "syntax/concrete.h"
#include "syntax/program/tree_builder.h"

extern "C" const TSLanguage* tree_sitter_python(void);
extern "C" const TSLanguage* tree_sitter_php(void);
extern "C" const TSLanguage* tree_sitter_ruby(void);

namespace smtplint::program {
namespace {

struct Grammar {
  const TSLanguage* (*language)();
  void (*read)(syntax::ConcreteNode root, TreeBuilder& builder);
};

Grammar grammar_of(Language language) {
  switch (language) {
    case Language::python:
      return {tree_sitter_python, read_python};
    case Language::php:
      return {tree_sitter_php, read_php};
    case Language::ruby:
      break;
  }
  return {tree_sitter_ruby, read_ruby};
}

}  // namespace

std::shared_ptr<const Tree> parse(std::string_view text, Language language, const ParseLimits& limits) {
  const Grammar grammar = grammar_of(language);
  TreeBuilder builder(text, limits);
  if (text.size() > syntax::largest_text) {
    builder.say({}, "the text is too large to be parsed");
    return builder.finish();
  }
  syntax::ParseRequest request;
  request.text = text;
  request.callbacks = syntax::callback_budget(text.size(), limits.progress_per_kilobyte);
  const syntax::ConcreteTree tree = syntax::ConcreteParser(grammar.language()).parse(request);
  if (!tree) {
    builder.say({}, "parsing this text takes too many steps");
    return builder.finish();
  }
  const syntax::ConcreteNode root = syntax::ConcreteNode::root_of(tree);
  grammar.read(root, builder);
  builder.say_what_does_not_parse(root);
  return builder.finish();
}

}  // namespace smtplint::program
