#include "frontend/deployment/names.h"

#include <algorithm>

#include "base/letter_case.h"
#include "value/alternatives.h"
#include "value/number.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::deployment {
namespace {

/// These tell one unknown part from another.
void append_reference(const Reference& reference, std::string& key) {
  key += "{" + std::string(reference.address) + "#" + std::string(reference.path) + "}";
}

void append_reason(const Reason& reason, std::string& key) {
  key += "{" + std::string(to_string(reason.kind)) + " " + std::string(reason.name) + "@" +
         std::to_string(static_cast<unsigned>(reason.place.source)) + ":" +
         std::to_string(reason.place.span.begin) + "}";
}

/// What is not known as a whole is written as a text is of which it is the only part.
void append_name(Value name, std::string& key) {
  if (name.is(ValueType::number)) key += to_text(name.number());
  if (name.is_unknown()) append_reason(name.reason(), key);
  if (name.is(ValueType::reference)) append_reference(name.reference(), key);
  if (name.is(ValueType::alternatives)) {
    for (const Alternative& one : name.alternatives()) {
      key += "|";
      append_name(one.value, key);
    }
  }
  if (!name.is(ValueType::string)) return;
  for (const Segment& segment : segments_of(name.text())) {
    if (segment.known) {
      key += lower_case(name.text().chars.substr(segment.begin, segment.length));
    } else {
      const Piece& piece = *std::ranges::find(name.text().pieces, segment.begin, &Piece::begin);
      piece.kind == PieceKind::reference ? append_reference(*piece.reference, key)
                                         : append_reason(*piece.reason, key);
    }
  }
}

}  // namespace

namespace {

/// The segments of names that are one of several, each one of several in turn.
std::vector<Value> alternative_segments(ValueStore& store, Value name, std::size_t wanted) {
  std::vector<std::vector<Alternative>> segments(wanted);
  for (const Alternative& one : name.alternatives()) {
    const std::vector<Value> parts = name_segments(store, one.value, wanted);
    if (parts.size() != wanted) return {name};
    for (std::size_t i = 0; i < wanted; ++i) segments[i].push_back({parts[i], one.choices});
  }
  std::vector<Value> found;
  for (const std::vector<Alternative>& segment : segments) {
    std::string first;
    append_name(segment.front().value, first);
    const bool same = std::ranges::all_of(segment, [&first](const Alternative& one) {
      std::string key;
      append_name(one.value, key);
      return key == first;
    });
    if (same) {
      found.push_back(segment.front().value);
      continue;
    }
    const Place place = store.provenance().step(segment.front().value.provenance()).place;
    found.push_back(join_alternatives(store, segment, place));
  }
  return found;
}

}  // namespace

std::vector<Value> name_segments(ValueStore& store, Value name, std::size_t wanted) {
  if (name.is(ValueType::alternatives)) return alternative_segments(store, name, wanted);
  if (!name.is(ValueType::string)) return {name};
  const std::string_view chars = name.text().chars;
  std::vector<Value> found;
  std::size_t begin = 0;
  for (std::size_t slash = chars.find('/'); slash != std::string_view::npos; slash = chars.find('/', begin)) {
    found.push_back(text_part(store, name, begin, slash - begin));
    begin = slash + 1;
  }
  found.push_back(text_part(store, name, begin, chars.size() - begin));
  if (found.size() != wanted) return {name};
  return found;
}

std::string address_of(std::string_view type, std::span<const std::string> names) {
  std::size_t at = type.find('/');
  std::string address(type.substr(0, at));
  for (const std::string& name : names) {
    const std::size_t next = at == std::string_view::npos ? at : type.find('/', at + 1);
    if (at != std::string_view::npos)
      address += type.substr(at, next == std::string_view::npos ? next : next - at);
    address += "/" + name;
    at = next;
  }
  if (at != std::string_view::npos) address += type.substr(at);
  return address;
}

namespace {

/// Of parts that are no alternatives.
Value plain_id_text(ValueStore& store, Value scope, std::string_view type, std::span<const Value> names,
                    ProvenanceId origin) {
  const Place place = store.provenance().step(origin).place;
  TextBuilder builder(store);
  if (!scope.is(ValueType::string) || scope.text().chars != "/")
    static_cast<void>(builder.append(scope, place));
  builder.derived("/providers/" + std::string(type.substr(0, type.find('/'))), place, origin);
  std::size_t at = type.find('/');
  for (const Value name : names) {
    const std::size_t next = type.find('/', at + 1);
    builder.derived(std::string(type.substr(at, next == std::string_view::npos ? next : next - at)) + "/",
                    place, origin);
    static_cast<void>(builder.append(name, place));
    at = next;
    if (at == std::string_view::npos) break;
  }
  return builder.finish(origin);
}

}  // namespace

Value resource_id_text(ValueStore& store, Value scope, std::string_view type, std::span<const Value> names,
                       ProvenanceId origin) {
  std::vector<Value> parts{scope};
  parts.insert(parts.end(), names.begin(), names.end());
  return map_alternatives(store, parts, Reach::top, store.provenance().step(origin).place,
                          [&](std::span<const Value> taken) {
                            return plain_id_text(store, taken[0], type, taken.subspan(1), origin);
                          });
}

std::string DeclaredResources::key_of(std::string_view type, std::span<const Value> names) {
  std::string key = lower_case(type);
  for (const Value name : names) {
    key += "/";
    append_name(name, key);
  }
  return key;
}

void DeclaredResources::add(std::string_view type, std::span<const Value> names, std::string address) {
  const auto [known, added] = by_key_.emplace(key_of(type, names), address);
  if (!added && known->second != address) known->second.clear();
}

std::string DeclaredResources::find(std::string_view type, std::span<const Value> names) const {
  const auto found = by_key_.find(key_of(type, names));
  return found == by_key_.end() ? std::string() : found->second;
}

}  // namespace smtplint::deployment
