#include <algorithm>

#include "base/percent_encoding.h"
#include "base/utf8.h"
#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/functions/result_text.h"
#include "value/encoded_text.h"

namespace smtplint::deployment::functions {
namespace {

constexpr std::string_view data_prefix = "data:text/plain;charset=utf-8;base64,";

/// Where the path of an address begins.
std::size_t path_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  return std::min(address.find('/', scheme == std::string_view::npos ? 0 : scheme + 3), address.size());
}

}  // namespace

/// The address of a file beside another one. What is not known of the other one is what stands before.
Value uri(Call& call) {
  const Value base = call.arguments[0];
  const std::string_view relative = call.chars(1), chars = base.text().chars;
  const bool steps = relative.find("./") != std::string_view::npos || relative.ends_with('.');
  if (steps || relative.find("://") != std::string_view::npos) return call.unknown_because(base);
  std::size_t end = chars.rfind('/') + 1;
  const std::size_t path = path_of(chars);
  if (chars == hole_text) end = chars.size();
  if (!base.text().has_holes()) end = relative.starts_with('/') || path == chars.size() ? path : end;
  // What is not known may have a further `/` in it.
  const bool open =
      base.text().has_holes() && chars != hole_text &&
      (relative.starts_with('/') || end == 0 || chars.substr(end).find(hole_text) != std::string_view::npos);
  if (open) return call.unknown_because(base);
  ResultText result(call);
  result.add_part(base, 0, end);
  const bool parted = chars == hole_text || relative.starts_with('/') || chars.substr(0, end).ends_with('/');
  if (!parted) result.add("/");
  result.add_all(call.arguments[1]);
  return result.finish();
}

Value uri_component(Call& call) {
  const Value string = call.arguments[0];
  ResultText result(call);
  for (const Segment& segment : segments_of(string.text())) {
    const std::string_view known = string.text().chars.substr(segment.begin, segment.length);
    for (std::size_t at = 0; at < known.size();) {
      const auto run =
          std::find_if_not(known.begin() + static_cast<std::ptrdiff_t>(at), known.end(), is_unreserved);
      const auto length = segment.known ? static_cast<std::size_t>(run - known.begin()) - at : known.size();
      result.add_part(string, segment.begin + at, length);
      at += length;
      if (at == known.size()) break;
      result.add_made_of(percent_encoded(known[at]), string, segment.begin + at, 1);
      ++at;
    }
  }
  return result.finish();
}

Value uri_component_to_string(Call& call) {
  const Value string = call.arguments[0];
  if (!string.wholly_known()) return call.unknown_because(string);
  std::string plain = percent_decoded(call.chars(0));
  if (plain == call.chars(0)) return call.handed_on(string);
  return utf8::is_valid(plain) ? call.string(plain) : call.unsupported();
}

Value data_uri(Call& call) {
  const Value encoded = encode_base64(call.store(), call.arguments[0], call.origin());
  if (!encoded.is(ValueType::string)) return encoded;
  ResultText result(call);
  result.add(data_prefix);
  result.add_all(encoded);
  return result.finish();
}

Value data_uri_to_string(Call& call) {
  const Value string = call.arguments[0];
  if (!string.wholly_known()) return call.unknown_because(string);
  const std::string_view chars = call.chars(0);
  const std::size_t comma = chars.find(',');
  if (!chars.starts_with("data:") || comma == std::string_view::npos) return call.refuse();
  const std::string_view data = chars.substr(comma + 1);
  if (!chars.substr(0, comma).ends_with(";base64")) return call.string(percent_decoded(data));
  const std::optional<std::string> decoded = from_base64(data);
  if (!decoded) return call.refuse();
  return utf8::is_valid(*decoded) ? call.string(*decoded) : call.unsupported();
}

}  // namespace smtplint::deployment::functions
