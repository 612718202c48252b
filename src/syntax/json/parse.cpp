#include "syntax/concrete.h"
#include "syntax/json/brackets.h"
#include "syntax/json/tree_builder.h"

extern "C" const TSLanguage* tree_sitter_json(void);

namespace smtplint::json {
namespace {

void refuse_whole(TreeBuilder& builder, std::string message) {
  builder.error(builder.whole(), std::move(message));
  builder.set_error_root();
}

}  // namespace

std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits) {
  if (text.size() > syntax::largest_text) {
    TreeBuilder builder(text.substr(0, 0), limits);
    refuse_whole(builder, "the text is too large to be parsed");
    return builder.finish();
  }
  TreeBuilder builder(text, limits);
  const Brackets brackets = scan_brackets(text);
  if (brackets.deepest > limits.deepest) {
    builder.refuse_depth(builder.whole());
    builder.set_error_root();
    return builder.finish();
  }
  if (brackets.unclosed) {
    builder.error(*brackets.unclosed,
                  "`" + std::string(1, text[brackets.unclosed->begin]) + "` is not closed");
  }
  syntax::ParseRequest request;
  request.text = text;
  request.after = brackets.closers;
  request.callbacks = syntax::callback_budget(text.size(), limits.progress_per_kilobyte);
  const syntax::ConcreteTree tree = syntax::ConcreteParser(tree_sitter_json()).parse(request);
  if (tree) {
    builder.read(tree);
  } else {
    refuse_whole(builder, "parsing this text takes too many steps");
  }
  return builder.finish();
}

}  // namespace smtplint::json
