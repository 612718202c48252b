#include "oracles/bicep_pairs/canonical.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/letter_case.h"
#include "base/utf8.h"
#include "value/encoded_text.h"
#include "value/segments.h"

namespace smtplint::oracle {
namespace {

/// Names of resources may hang on other resources, whose names may do so too.
constexpr unsigned deepest = 12;

/// What is known at the deployment only is the same, whichever function asks for it; what the languages
/// refuse they refuse in words of their own.
std::string reason_text(const Reason& reason) {
  std::string_view name = reason.name;
  switch (reason.kind) {
    case ReasonKind::data_source:
    case ReasonKind::runtime_only:
      return "?at deployment";
    case ReasonKind::evaluation_error:
      return "?refused";
    default:
      break;
  }
  for (const std::string_view prefix : {"param.", "variables."})
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return "?" + std::string(to_string(reason.kind)) + " " + lower_case(name);
}

/// Ids compare without case. Checkouts differ in the ends of lines, and what was compiled may have been
/// checked out otherwise than the source; so may what was encoded.
std::string plain(std::string_view text) {
  const std::optional<std::string> decoded = text.size() > 16 ? from_base64(text) : std::nullopt;
  std::string written = decoded && utf8::is_valid(*decoded) ? "base64:" + *decoded : std::string(text);
  std::erase(written, '\r');
  return written;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
  return text;
}

}  // namespace

Canonical::Canonical(const Shapes& shapes) {
  for (const Resource& resource : shapes.resources) {
    by_address_.emplace(resource.address, &resource);
    by_length_.emplace(resource.address.size(), &resource);
  }
}

std::string Canonical::identity(const Resource& resource) const { return identity(resource, 0); }

std::string Canonical::identity(const Resource& resource, unsigned depth) const {
  if (depth > deepest) return "...";
  const std::string own =
      lower_case(resource.type) + " " + lower_case(text(resource.properties->get("name"), depth + 1));
  const bool nested = std::ranges::count(resource.type, '/') > 1;
  return nested ? text(resource.properties->get("parent_id"), depth + 1) + " / " + own : own;
}

std::string Canonical::text(Value value, unsigned depth) const {
  if (value.is_unset()) return {};
  if (depth > deepest) return "...";
  switch (value.type()) {
    case ValueType::boolean:
      return value.boolean() ? "true" : "false";
    case ValueType::number:
      return to_text(value.number());
    case ValueType::string:
      return string_text(value, depth);
    case ValueType::unknown:
      return reason_text(value.reason());
    case ValueType::reference:
      return reference_text(value.reference(), depth);
    case ValueType::alternatives: {
      std::set<std::string> all;
      for (const Alternative& one : value.alternatives()) all.insert(text(one.value, depth + 1));
      return all.size() == 1 ? *all.begin() : "(" + joined({all.begin(), all.end()}, " | ") + ")";
    }
    default:
      return container_text(value, depth);
  }
}

std::string Canonical::string_text(Value value, unsigned depth) const {
  const Text& whole = value.text();
  std::string written;
  for (const Segment& segment : segments_of(whole)) {
    if (segment.known) {
      written += plain(whole.chars.substr(segment.begin, segment.length));
      continue;
    }
    const Piece& piece = *std::ranges::find(whole.pieces, segment.begin, &Piece::begin);
    const std::string hole =
        piece.kind == PieceKind::hole ? reason_text(*piece.reason) : reference_text(*piece.reference, depth);
    if (whole.pieces.size() == 1) return hole;
    written += "{" + hole + "}";
  }
  const bool id = written.find("/providers/") != std::string::npos;
  return "'" + (id ? lower_case(written) : written) + "'";
}

std::string Canonical::container_text(Value value, unsigned depth) const {
  std::vector<std::string> parts;
  if (value.is_sequence()) {
    for (const Value item : value.items()) parts.push_back(text(item, depth + 1));
  } else {
    for (const Entry& entry : value.entries()) {
      std::string inner = text(entry.value, depth + 1);
      if (!inner.empty()) parts.push_back(lower_case(entry.key) + "=" + inner);
    }
    std::ranges::sort(parts);
  }
  if (value.rest() != nullptr) parts.push_back("..." + reason_text(*value.rest()));
  return (value.is_sequence() ? "[" : "{") + joined(parts, ", ") + (value.is_sequence() ? "]" : "}");
}

/// A symbol of a call, with the resources in it by their identities.
std::string Canonical::with_identities(std::string_view symbol, unsigned depth) const {
  std::string text(symbol);
  if (symbol.find('(') == std::string_view::npos) return text;
  // The longest address first: others may begin it.
  for (auto at = by_length_.rbegin(); at != by_length_.rend(); ++at) {
    const std::string& address = at->second->address;
    for (std::size_t found = text.find(address); found != std::string::npos;) {
      if (found > 0 && text[found - 1] == '/') {  // an id, not an address
        found = text.find(address, found + 1);
        continue;
      }
      const std::string named = "<" + identity(*at->second, depth + 1) + ">";
      text.replace(found, address.size(), named);
      found = text.find(address, found + named.size());
    }
  }
  return text;
}

std::string Canonical::reference_text(const Reference& reference, unsigned depth) const {
  const std::string path = reference.path.empty() ? "" : "." + lower_case(reference.path);
  const auto known = by_address_.find(reference.address);
  if (known == by_address_.end()) return lower_case(with_identities(reference.address, depth)) + path;
  return "<" + identity(*known->second, depth + 1) + ">" + path;
}

}  // namespace smtplint::oracle
