#include "frontend/terraform/evaluation/value_parts.h"

#include <algorithm>

#include "frontend/terraform/evaluation/convert.h"
#include "value/number.h"

namespace smtplint::terraform {
namespace {

Value refuse(ValueStore& store, const std::string& sentence, Place place) {
  return store.unknown(ReasonKind::evaluation_error, sentence, place);
}

Value item_at(ValueStore& store, Value container, Value key, Place place) {
  if (container.is(ValueType::set)) return refuse(store, "a set has no index", place);
  const Value number = key.is(ValueType::number) ? key : to_number_value(store, key, place);
  if (!number.is(ValueType::number)) {
    return number.is_unset() ? refuse(store, "an index must not be null", place)
                             : unknown_like(store, number, place);
  }
  const std::optional<std::int64_t> index = whole_number(number);
  const auto count = static_cast<std::int64_t>(container.items().size());
  if (index && *index >= 0 && *index < count) return container.items()[static_cast<std::size_t>(*index)];
  if (container.rest() != nullptr && index && *index >= 0) return store.unknown(container.rest());
  return refuse(store, "the index " + to_text(number.number()) + " is out of range", place);
}

Value entry_at(ValueStore& store, Value container, Value key, Place place) {
  const Value name = key.is(ValueType::string) ? key : to_string_value(store, key, place);
  if (name.is_unset()) return refuse(store, "an index must not be null", place);
  if (!name.is(ValueType::string) || name.text().has_holes()) return unknown_like(store, name, place);
  return attribute_of(store, container, name.text().chars, place);
}

/// An element that is there only under some condition: elsewhere Terraform refuses to take it.
Value refused_where_absent(ValueStore& store, Value value, Value refusal, Place place) {
  const auto absent = [](const Alternative& one) { return one.value.is_absent(); };
  if (!value.is(ValueType::alternatives) || std::ranges::none_of(value.alternatives(), absent)) return value;
  std::vector<Alternative> kept(value.alternatives().begin(), value.alternatives().end());
  for (Alternative& one : kept) {
    if (one.value.is_absent()) one.value = refusal;
  }
  return store.with_provenance(store.alternatives(kept, place), value.provenance());
}

}  // namespace

const Reason* unknown_reason(ValueStore& store, Value value, Place place) {
  if (value.is_unknown()) return &value.reason();
  if (value.is(ValueType::alternatives)) return store.reason(ReasonKind::conflict, "alternatives", place);
  if (value.is(ValueType::string)) {
    for (const Piece& piece : value.text().pieces) {
      if (piece.kind == PieceKind::hole) return piece.reason;
    }
  }
  if (value.is(ValueType::reference)) {
    const std::string path(value.reference().path);
    return store.reason(ReasonKind::runtime_only,
                        std::string(value.reference().address) + (path.empty() ? "" : "." + path), place);
  }
  if ((value.is_sequence() || value.is_mapping()) && value.rest() != nullptr) return value.rest();
  return store.reason(ReasonKind::runtime_only, "", place);
}

Value unknown_like(ValueStore& store, Value value, Place place) {
  const Value unknown = store.unknown(unknown_reason(store, value, place),
                                      store.step(How::expression, place, {}, value.provenance()));
  return value.sensitive() ? store.as_sensitive(unknown) : unknown;
}

void sort_entries(std::vector<Entry>& entries) {
  std::ranges::stable_sort(entries, {}, &Entry::key);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i + 1 < entries.size() && entries[i].key == entries[i + 1].key) continue;
    entries[kept++] = entries[i];
  }
  entries.resize(kept);
}

Place inside_quotes(Place place) {
  if (!place.known() || place.span.length() < 2) return place;
  return {place.source, {place.span.begin + 1, place.span.end - 1}};
}

std::optional<std::int64_t> whole_number(Value value) {
  if (!value.is(ValueType::number) || !value.number().is_integer()) return std::nullopt;
  return value.number().integer;
}

Value attribute_of(ValueStore& store, Value container, std::string_view name, Place place) {
  if (container.is_unset()) return refuse(store, "null has no attribute `" + std::string(name) + "`", place);
  if (!container.is_mapping()) {
    return refuse(store, "this value has no attribute `" + std::string(name) + "`", place);
  }
  const Value found = container.find(name);
  if (found.is_absent() && container.rest() != nullptr) return store.unknown(container.rest());
  const auto missing = [&] {
    return refuse(store, "there is no attribute or key `" + std::string(name) + "`", place);
  };
  if (found.is_absent()) return missing();
  return found.is(ValueType::alternatives) ? refused_where_absent(store, found, missing(), place) : found;
}

Value element_at(ValueStore& store, Value container, Value key, Place place) {
  if (container.is_unset()) return refuse(store, "null has no elements", place);
  if (container.is_sequence()) return item_at(store, container, key, place);
  if (container.is_mapping()) return entry_at(store, container, key, place);
  return refuse(store, "this value has no elements", place);
}

std::string path_with_attribute(std::string_view path, std::string_view name) {
  return path.empty() ? std::string(name) : std::string(path) + "." + std::string(name);
}

bool is_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !text.empty() && !(text.front() >= '0' && text.front() <= '9') && std::ranges::all_of(text, fits);
}

std::string quoted_key(std::string_view key) {
  std::string text = "[\"";
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char c = key[i];
    const bool opens = (c == '$' || c == '%') && i + 1 < key.size() && key[i + 1] == '{';
    if (c == '"' || c == '\\') text += '\\';
    if (opens) text += c;
    if (c == '\n') {
      text += "\\n";
    } else {
      text += c;
    }
  }
  return text + "\"]";
}

std::string path_with_index(std::string_view path, Value key) {
  if (key.is(ValueType::number)) return std::string(path) + "[" + to_text(key.number()) + "]";
  if (key.is(ValueType::string) && !key.text().has_holes()) {
    return std::string(path) + quoted_key(key.text().chars);
  }
  return std::string(path) + "[\"?\"]";
}

}  // namespace smtplint::terraform
