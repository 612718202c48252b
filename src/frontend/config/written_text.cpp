#include "frontend/config/written_text.h"

#include <algorithm>
#include <optional>

#include "value/text.h"

namespace smtplint::config {
namespace {

/// A document and one of its scalars.
struct Scalar {
  ValueStore& store;
  Value document;
  const Node& node;

  [[nodiscard]] std::string_view written() const { return document.text().chars; }
  void part(TextBuilder& made, std::size_t begin, std::size_t length) const {
    made.part(document.text(), begin, length, document.provenance());
  }
};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

/// The lines of a block stand in the document with an indent before them. False for anything else.
bool append_block(const Scalar& scalar, TextBuilder& made) {
  const std::string_view written = scalar.written();
  const std::string_view text = scalar.node.text;
  const std::size_t head = scalar.node.span.begin;
  if (head >= written.size() || (written[head] != '|' && written[head] != '>')) return false;
  std::size_t at = std::min(written.find('\n', head), written.size() - 1) + 1;
  for (std::size_t done = 0; done < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', done), text.size());
    const std::string_view line = text.substr(done, line_end - done);
    const std::size_t written_end = std::min(written.find('\n', at), written.size());
    std::string_view whole = written.substr(at, written_end - at);
    if (whole.ends_with('\r')) whole.remove_suffix(1);
    if (!whole.ends_with(line) || !is_blank(whole.substr(0, whole.size() - line.size()))) return false;
    scalar.part(made, at + whole.size() - line.size(), line.size());
    // The end of the last line may be the end of the document.
    if (line_end < text.size() && written_end < written.size()) scalar.part(made, written_end, 1);
    done = line_end + 1;
    at = written_end + 1;
  }
  return true;
}

/// How long the escape at `at` is: `''`, `\n`, or one with so many digits.
std::size_t escape_length(std::string_view written, std::size_t at) {
  switch (written[at] == '\\' ? written[at + 1] : '\'') {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

/// The bytes of the character that begins at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80) ++end;
  return end - at;
}

/// In quotes, each escape stands for one character, and the rest for itself.
bool append_quoted(const Scalar& scalar, TextBuilder& made) {
  const std::string_view written = scalar.written().substr(0, scalar.node.span.end);
  const std::string_view text = scalar.node.text;
  std::size_t at = scalar.node.span.begin, done = 0;
  const char escape = at > 0 && written[at - 1] == '\'' ? '\'' : '\\';
  while (done < text.size() && at < written.size()) {
    std::size_t run = 0;
    while (done + run < text.size() && at + run < written.size() && written[at + run] == text[done + run] &&
           written[at + run] != escape) {
      ++run;
    }
    scalar.part(made, at, run);
    at += run;
    done += run;
    if (done == text.size() || at + 1 >= written.size()) break;
    const std::size_t length = escape_length(written, at), character = character_length(text, done);
    if (written[at] != escape || at + length > written.size()) return false;
    const TextOrigin origin = text_origin(scalar.store, scalar.document, at, length);
    made.derived(text.substr(done, character), origin.place, origin.origin);
    at += length;
    done += character;
  }
  return done == text.size() && at == written.size();
}

}  // namespace

Value written_text(ValueStore& store, Value document, const Node& node) {
  const Scalar scalar{store, document, node};
  const Span span = node.span;
  if (document.text().chars.substr(span.begin, span.length()) == node.text) {
    return text_part(store, document, span.begin, span.length());
  }
  const TextOrigin origin = text_origin(store, document, span.begin, span.length());
  TextBuilder block(store), quoted(store), whole(store);
  TextBuilder* made = &whole;
  if (append_block(scalar, block)) {
    made = &block;
  } else if (append_quoted(scalar, quoted)) {
    made = &quoted;
  } else if (node.text.find(hole_text) != std::string::npos) {
    return store.unknown(ReasonKind::runtime_only, "", origin.place);
  } else {
    whole.derived(node.text, origin.place, origin.origin);
  }
  const Value value = made->finish(origin.origin);
  return document.sensitive() ? store.as_sensitive(value) : value;
}

}  // namespace smtplint::config
