#include <array>
#include <string>

#include "syntax/bicep/reader.h"
#include "syntax/bicep/statement_starts.h"

extern "C" const TSLanguage* tree_sitter_bicep(void);

namespace smtplint::bicep {
namespace {

class FileParser {
 public:
  FileParser(std::string_view text, const ParseLimits& limits)
      : builder_(text, limits), parser_(tree_sitter_bicep()) {}

  std::shared_ptr<const Tree> parse() {
    const Span whole{0, static_cast<std::uint32_t>(builder_.text().size())};
    const syntax::ConcreteTree tree = parse_span(whole);
    if (tree && !tree.has_error()) {
      Reader(builder_, tree).read_statements();
    } else {
      for (const Span piece : statement_spans(builder_.text())) read_piece(piece);
    }
    return builder_.finish();
  }

 private:
  syntax::ConcreteTree parse_span(Span span) {
    syntax::ParseRequest request;
    request.text = builder_.slice(span);
    request.offset = span.begin;
    request.callbacks = syntax::callback_budget(span.length(), builder_.limits().progress_per_kilobyte);
    return parser_.parse(request);
  }

  /// What follows the first error of a statement follows from it.
  void read_piece(Span piece) {
    const std::size_t errors = builder_.error_count();
    const syntax::ConcreteTree tree = parse_span(piece);
    if (tree) Reader(builder_, tree).read_statements();
    builder_.keep_first_error(errors);
    const bool clean = tree && !tree.has_error();
    if (!clean && builder_.error_count() == errors) builder_.error(piece, "this does not parse");
  }

  TreeBuilder builder_;
  syntax::ConcreteParser parser_;
};

}  // namespace

std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits) {
  if (text.size() <= syntax::largest_text) return FileParser(text, limits).parse();
  TreeBuilder builder(text.substr(0, 0), limits);
  builder.error({}, "the text is too large to be parsed");
  return builder.finish();
}

}  // namespace smtplint::bicep
