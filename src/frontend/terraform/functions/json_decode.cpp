#include <nlohmann/json.hpp>

#include "frontend/decoded_text.h"
#include "frontend/terraform/functions/composed_text.h"
#include "frontend/terraform/functions/computations.h"
#include "syntax/json/tree.h"

namespace smtplint::terraform::functions {
namespace {

/// A number of the same length as a hole, so that the text around it parses and places stay.
constexpr std::string_view stand_in = "0  ";
static_assert(stand_in.size() == hole_text.size());

/// The text with every hole outside of strings replaced.
std::string with_stand_ins(const Text& text) {
  std::string chars(text.chars);
  bool in_string = false;
  auto piece = text.pieces.begin();
  for (std::size_t at = 0; at < chars.size(); ++at) {
    while (piece != text.pieces.end() && piece->begin + piece->length <= at) ++piece;
    const bool hole = piece != text.pieces.end() && piece->begin == at &&
                      (piece->kind == PieceKind::hole || piece->kind == PieceKind::reference);
    if (hole && !in_string) chars.replace(at, stand_in.size(), stand_in);
    if (in_string && chars[at] == '\\') {
      ++at;
    } else if (chars[at] == '"') {
      in_string = !in_string;
    }
  }
  return chars;
}

DecodedText decoded_argument(Call& call) {
  return {call.store(), call.arguments[0], call.name(), call.place()};
}

class JsonDecoder {
 public:
  explicit JsonDecoder(Call& call) : call_(call), decoded_(decoded_argument(call)) {}

  [[nodiscard]] Value decode(const json::Node& node) {
    const std::size_t begin = node.span.begin, length = node.span.length();
    switch (node.kind) {
      case json::NodeKind::null:
        return decoded_.null(begin, length);
      case json::NodeKind::boolean:
        return decoded_.boolean(node.boolean, begin, length);
      case json::NodeKind::number:
        return number(node);
      case json::NodeKind::string:
        return string(node);
      case json::NodeKind::array:
        return array(node);
      case json::NodeKind::object:
        return object(node);
      case json::NodeKind::error:
        break;
    }
    return call_.refuse();
  }

 private:
  Value number(const json::Node& node) {
    const Value hole = decoded_.hole(node.span.begin, node.span.length());
    if (!hole.is_absent()) return hole;
    const std::optional<std::string> text = canonical_number(node.text);
    if (!text) return call_.limit(Limit::number_digits);
    return decoded_.number(*text, node.span.begin, node.span.length());
  }

  Value string(const json::Node& node) {
    if (node.parts.size() == 1 && node.parts.front().decoded.empty()) {
      return decoded_.verbatim(node.parts.front().span.begin, node.parts.front().span.length());
    }
    TextBuilder builder(call_.store());
    const Value text = decoded_.text();
    for (const json::StringPart& part : node.parts) {
      if (part.decoded.empty()) {
        builder.part(text.text(), part.span.begin, part.span.length(), text.provenance());
      } else {
        const TextOrigin origin = text_origin(call_.store(), text, part.span.begin, part.span.length());
        builder.derived(part.decoded, origin.place, origin.origin);
      }
    }
    const ProvenanceId chain = decoded_.chain(node.span.begin, node.span.length());
    const Value result = composed_text(call_.store(), builder.finish(chain));
    return text.sensitive() ? call_.store().as_sensitive(result) : result;
  }

  /// A hole between the brackets may stand for any number of items.
  Value array(const json::Node& node) {
    std::vector<Value> items;
    for (const json::Node* item : node.items) {
      const bool hole = item->kind == json::NodeKind::number &&
                        !decoded_.hole(item->span.begin, item->span.length()).is_absent();
      if (hole) return call_.sequence(ValueType::tuple, items, call_.reason_of(decode(*item)));
      items.push_back(decode(*item));
    }
    return call_.sequence(ValueType::tuple, items);
  }

  Value object(const json::Node& node) {
    std::vector<Entry> entries;
    const Reason* rest = nullptr;
    for (const json::Member& member : node.members) {
      const Value hole = decoded_.hole(member.name_span.begin, member.name_span.length());
      if (!hole.is_absent()) {
        rest = call_.reason_of(hole);
        continue;
      }
      const Place place = decoded_.place(member.name_span.begin, member.name_span.length());
      entries.push_back({call_.store().keep_name(member.name), decode(*member.value), place});
    }
    return call_.mapping(ValueType::object, std::move(entries), rest);
  }

  Call& call_;
  DecodedText decoded_;
};

/// For the strict reader, which refuses numbers that a `double` cannot hold.
std::string with_small_exponents(std::string chars) {
  bool in_string = false;
  for (std::size_t at = 1; at < chars.size(); ++at) {
    if (chars[at - 1] == '"') in_string = !in_string;
    if (in_string && chars[at] == '\\') ++at;
    const bool exponent =
        !in_string && (chars[at] == 'e' || chars[at] == 'E') && chars[at - 1] != 'u' && chars[at - 1] != 's';
    if (!exponent) continue;
    const std::size_t digits =
        at + 1 < chars.size() && (chars[at + 1] == '-' || chars[at + 1] == '+') ? at + 2 : at + 1;
    for (std::size_t i = digits; i < chars.size() && chars[i] >= '0' && chars[i] <= '9'; ++i) chars[i] = '0';
  }
  return chars;
}

/// Terraform takes halves of surrogate pairs, which no strict reader does.
Value not_strict(Call& call, std::string_view chars) {
  if (call.arguments[0].text().has_holes()) return call.unknown_because(call.arguments[0]);
  const bool surrogates = chars.find("\\ud") != chars.npos || chars.find("\\uD") != chars.npos;
  return surrogates ? call.unknown(ReasonKind::unsupported_function) : call.refuse();
}

}  // namespace

Value json_decode(Call& call) {
  const Value text = call.arguments[0];
  const Value whole = segments_of(text.text()).size() == 1
                          ? decoded_argument(call).hole(0, text.text().chars.size())
                          : Value();
  if (!whole.is_absent()) return call.unknown_because(whole);
  const std::string chars = with_stand_ins(text.text());
  if (!nlohmann::json::accept(with_small_exponents(chars))) return not_strict(call, chars);
  const std::shared_ptr<const json::Tree> tree = json::parse(chars, {.deepest = call.context.limits.nesting});
  if (tree->root() == nullptr || !tree->errors().empty()) return call.limit(Limit::nesting);
  return JsonDecoder(call).decode(*tree->root());
}

}  // namespace smtplint::terraform::functions
