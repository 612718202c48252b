#include <array>
#include <string>

#include "syntax/bicep/reader.h"
#include "syntax/bicep/statement_starts.h"

extern "C" const TSLanguage* tree_sitter_bicep(void);

namespace smtplint::bicep {
namespace {

/// The mark of the grammar behind which the first error ends the parse.
constexpr std::string_view give_up_mark = "\x03";

/// The parser's own recovery takes the square of what it covers, so it is used on short texts alone.
constexpr std::size_t longest_recovery = 1024;

class FileParser {
 public:
  FileParser(std::string_view text, const ParseLimits& limits)
      : builder_(text, limits), parser_(tree_sitter_bicep()) {}

  std::shared_ptr<const Tree> parse() {
    const Span whole{0, static_cast<std::uint32_t>(builder_.text().size())};
    const syntax::ConcreteTree tree = parse_span(give_up_mark, whole);
    if (tree && !tree.has_error()) {
      Reader(builder_, tree).read_statements();
    } else {
      for (const Span piece : statement_spans(builder_.text())) read_piece(piece);
    }
    return builder_.finish();
  }

 private:
  syntax::ConcreteTree parse_span(std::string_view mark, Span span) {
    syntax::ParseRequest request;
    request.before = mark;
    request.text = builder_.slice(span);
    request.offset = span.begin;
    request.callbacks = syntax::callback_budget(span.length(), builder_.limits().progress_per_kilobyte);
    return parser_.parse(request);
  }

  /// What follows the first error of a statement follows from it.
  void read_piece(Span piece) {
    const std::size_t errors = builder_.error_count();
    const bool recovers = piece.length() <= longest_recovery;
    const syntax::ConcreteTree tree = parse_span(recovers ? std::string_view() : give_up_mark, piece);
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
