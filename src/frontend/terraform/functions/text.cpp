#include <algorithm>

#include "base/utf8.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unicode.h"

namespace smtplint::terraform::functions {
namespace {

/// Changes letter by letter; what stays as it is keeps its place.
template <typename Change>
Value change_letters(Call& call, Change change) {
  const Value string = call.arguments[0];
  const Text& text = string.text();
  const Piece whole{0,
                    static_cast<std::uint32_t>(text.chars.size()),
                    PieceKind::derived,
                    call.store().provenance().step(string.provenance()).place,
                    string.provenance(),
                    nullptr,
                    nullptr};
  const std::span<const Piece> pieces = text.pieces.empty() ? std::span(&whole, 1) : text.pieces;
  ResultText result(call);
  for (const Piece& piece : pieces) {
    const std::string_view chars = text.chars.substr(piece.begin, piece.length);
    std::string changed;
    for (std::size_t at = 0; at < chars.size();) {
      const utf8::Decoded next = utf8::decode(chars.substr(at));
      if (next.valid) {
        utf8::append(changed, change(next.scalar));
      } else {
        changed += chars.substr(at, next.bytes);
      }
      at += next.bytes;
    }
    if (piece.kind == PieceKind::hole || piece.kind == PieceKind::reference) {
      result.add_hole(call.reason_of(value_of_hole(call.store(), piece)));
    } else if (changed == chars) {
      result.add_part(string, piece.begin, piece.length);
    } else {
      result.add_made_of(changed, piece);
    }
  }
  return result.finish();
}

bool in(std::string_view set, std::string_view letter) {
  for (std::size_t at = 0; at < set.size();) {
    const std::uint32_t bytes = utf8::decode(set.substr(at)).bytes;
    if (set.substr(at, bytes) == letter) return true;
    at += bytes;
  }
  return false;
}

// A part that is not known may be empty, or nothing but letters to drop: such letters next to it become part
// of it.
template <typename Drop>
void drop_first(std::vector<Segment>& segments, std::string_view chars, Drop drop) {
  for (Segment& segment : segments) {
    if (!segment.known) continue;
    while (segment.length > 0) {
      const std::uint32_t bytes = utf8::decode(chars.substr(segment.begin)).bytes;
      if (!drop(chars.substr(segment.begin, bytes))) return;
      segment.begin += bytes;
      segment.length -= bytes;
    }
  }
}

/// The bytes of the last letter.
std::size_t last_letter(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && bytes < 4 &&
         (static_cast<unsigned char>(text[text.size() - bytes]) & 0xc0u) == 0x80u) {
    ++bytes;
  }
  return bytes;
}

template <typename Drop>
void drop_last(std::vector<Segment>& segments, std::string_view chars, Drop drop) {
  for (auto segment = segments.rbegin(); segment != segments.rend(); ++segment) {
    if (!segment->known) continue;
    while (segment->length > 0) {
      const std::string_view known = chars.substr(segment->begin, segment->length);
      const std::size_t bytes = last_letter(known);
      if (!drop(known.substr(known.size() - bytes))) return;
      segment->length -= bytes;
    }
  }
}

Value what_is_left(Call& call, const std::vector<Segment>& segments) {
  ResultText result(call);
  for (const Segment& segment : segments) result.add_part(call.arguments[0], segment.begin, segment.length);
  return result.finish();
}

template <typename Drop>
Value trim(Call& call, Drop drop) {
  std::vector<Segment> segments = segments_of(call.arguments[0].text());
  drop_first(segments, call.chars(0), drop);
  drop_last(segments, call.chars(0), drop);
  return what_is_left(call, segments);
}

/// Whether the text begins with a prefix; the part before the first hole decides it.
Truth begins_with(const Text& text, std::string_view prefix) {
  const std::vector<Segment> segments = segments_of(text);
  if (segments.empty()) return truth(prefix.empty());
  const std::string_view head = segments.front().known ? text.chars.substr(0, segments.front().length) : "";
  if (head.starts_with(prefix)) return Truth::yes;
  if (segments.size() == 1 && segments.front().known) return Truth::no;
  return prefix.starts_with(head) ? Truth::unknown : Truth::no;
}

Truth finishes_with(const Text& text, std::string_view suffix) {
  const std::vector<Segment> segments = segments_of(text);
  if (segments.empty()) return truth(suffix.empty());
  const Segment last = segments.back();
  const std::string_view tail = last.known ? text.chars.substr(last.begin, last.length) : "";
  if (tail.ends_with(suffix)) return Truth::yes;
  if (segments.size() == 1 && last.known) return Truth::no;
  return suffix.ends_with(tail) ? Truth::unknown : Truth::no;
}

}  // namespace

Value lower(Call& call) { return change_letters(call, unicode::lower); }

Value upper(Call& call) { return change_letters(call, unicode::upper); }

Value title(Call& call) {
  if (call.arguments[0].text().has_holes()) return call.unknown_because(call.arguments[0]);
  char32_t before = ' ';
  return change_letters(call, [&before](char32_t scalar) {
    const bool ascii_other = before < 0x80 && before != '_' && !unicode::is_letter_or_digit(before);
    const bool starts = ascii_other || (before >= 0x80 && unicode::is_space(before));
    before = scalar;
    return starts ? unicode::title(scalar) : scalar;
  });
}

Value trim_characters(Call& call) {
  const std::string_view set = call.chars(1);
  return trim(call, [set](std::string_view letter) { return in(set, letter); });
}

Value trim_space(Call& call) {
  return trim(call, [](std::string_view letter) { return unicode::is_space(utf8::decode(letter).scalar); });
}

Value trim_prefix(Call& call) {
  const Value string = call.arguments[0];
  const Truth begins = begins_with(string.text(), call.chars(1));
  if (begins == Truth::unknown) return call.unknown_because(string);
  const std::size_t skipped = begins == Truth::yes ? call.chars(1).size() : 0;
  ResultText result(call);
  result.add_part(string, skipped, call.chars(0).size() - skipped);
  return result.finish();
}

Value trim_suffix(Call& call) {
  const Value string = call.arguments[0];
  const Truth finishes = finishes_with(string.text(), call.chars(1));
  if (finishes == Truth::unknown) return call.unknown_because(string);
  const std::size_t dropped = finishes == Truth::yes ? call.chars(1).size() : 0;
  ResultText result(call);
  result.add_part(string, 0, call.chars(0).size() - dropped);
  return result.finish();
}

Value chomp(Call& call) {
  std::vector<Segment> segments = segments_of(call.arguments[0].text());
  drop_last(segments, call.chars(0),
            [](std::string_view letter) { return letter == "\n" || letter == "\r"; });
  return what_is_left(call, segments);
}

Value indent(Call& call) {
  if (call.integer(0) < 0) return call.refuse();
  const std::string_view chars = call.chars(1);
  const auto lines = static_cast<std::uint64_t>(std::ranges::count(chars, '\n'));
  const auto spaces = static_cast<std::uint64_t>(call.integer(0));
  if (lines > 0 && spaces > call.context.limits.text_bytes / lines) return call.limit(Limit::text_bytes);
  ResultText result(call);
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t end = std::min(chars.find('\n', at), chars.size() - 1) + 1;
    result.add_part(call.arguments[1], at, end - at);
    if (chars[end - 1] == '\n') result.add(std::string(spaces, ' '));
    at = end;
  }
  return result.finish();
}

Value reverse_text(Call& call) {
  const std::vector<std::size_t> bounds = unicode::character_bounds(call.chars(0));
  ResultText result(call);
  for (std::size_t i = bounds.size() - 1; i > 0; --i) {
    result.add_part(call.arguments[0], bounds[i - 1], bounds[i] - bounds[i - 1]);
  }
  return result.finish();
}

Value substring(Call& call) {
  const Value string = call.arguments[0];
  const std::vector<Segment> segments = segments_of(string.text());
  const bool holes = string.text().has_holes();
  const bool head_known = !segments.empty() && segments.front().known;
  const std::string_view sure =
      holes ? call.chars(0).substr(0, head_known ? segments.front().length : 0) : call.chars(0);
  const std::vector<std::size_t> bounds = unicode::character_bounds(sure);
  const auto count = static_cast<std::int64_t>(bounds.size()) - 1;
  std::int64_t begin = call.integer(1);
  if (holes && (begin < 0 || call.integer(2) < 0)) return call.unknown_because(string);
  if (begin < 0) begin = std::max<std::int64_t>(begin + count, 0);
  begin = std::min(begin, count);
  const std::int64_t length = call.integer(2) < 0 ? count - begin : std::min(call.integer(2), count - begin);
  if (holes && (call.integer(1) > count || length < call.integer(2))) return call.unknown_because(string);
  const std::size_t from = bounds[static_cast<std::size_t>(begin)];
  ResultText result(call);
  result.add_part(string, from, bounds[static_cast<std::size_t>(begin + length)] - from);
  return result.finish();
}

Value starts_with(Call& call) {
  return call.decided(begins_with(call.arguments[0].text(), call.chars(1)), call.arguments[0]);
}

Value ends_with(Call& call) {
  return call.decided(finishes_with(call.arguments[0].text(), call.chars(1)), call.arguments[0]);
}

Value string_contains(Call& call) {
  const Text& text = call.arguments[0].text();
  for (const Segment& segment : segments_of(text)) {
    if (!segment.known) continue;
    if (text.chars.substr(segment.begin, segment.length).find(call.chars(1)) != std::string_view::npos) {
      return call.boolean(true);
    }
  }
  if (call.chars(1).empty()) return call.boolean(true);
  return call.decided(text.has_holes() ? Truth::unknown : Truth::no, call.arguments[0]);
}

}  // namespace smtplint::terraform::functions
