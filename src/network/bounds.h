#pragma once

#include <optional>
#include <string_view>

#include "network/spaces.h"
#include "value/number.h"
#include "value/truth.h"
#include "value/value.h"

namespace smtplint::network {

/// A set that is known in part: everything that surely belongs to it, and everything that may.
template <typename Set>
struct Bounds {
  Set surely, perhaps;

  static Bounds exactly(const Set& set) { return {set, set}; }

  [[nodiscard]] Bounds united(const Bounds& other) const {
    return {surely.united(other.surely), perhaps.united(other.perhaps)};
  }
  /// One of both, nobody knows which.
  [[nodiscard]] Bounds either(const Bounds& other) const {
    return {surely.common(other.surely), perhaps.united(other.perhaps)};
  }
};

using AddressBounds = Bounds<AddressSet>;
using PortBounds = Bounds<PortSet>;

/// Whether what a rule names holds for a flow that is one of `flow`: certain only where it is the same for
/// all of them.
template <typename Set>
[[nodiscard]] Truth holds_for(const Set& flow, const Bounds<Set>& named) {
  if (named.surely.covers(flow)) return Truth::yes;
  return named.perhaps.meets(flow) ? Truth::unknown : Truth::no;
}

/// Elements of one text are separated by commas.
template <typename Set, typename Read>
[[nodiscard]] Bounds<Set> bounds_of_text(std::string_view text, const Read& read) {
  Bounds<Set> all;
  while (true) {
    const std::size_t comma = text.find(',');
    all = all.united(read(text.substr(0, comma)));
    if (comma == std::string_view::npos) return all;
    text.remove_prefix(comma + 1);
  }
}

/// What a value, and every element of it, names. `read` understands one known text; what is not known may be
/// any of `everything`.
template <typename Set, typename Read>
[[nodiscard]] Bounds<Set> bounds_of(Value value, const Set& everything, const Read& read) {
  if (value.is_unset()) return {};
  if (value.is(ValueType::string) && value.wholly_known())
    return bounds_of_text<Set>(value.text().chars, read);
  if (value.is(ValueType::number)) return read(to_text(value.number()));
  if (value.is(ValueType::alternatives)) {
    std::optional<Bounds<Set>> any;
    for (const Alternative& one : value.alternatives()) {
      const Bounds<Set> bounds = bounds_of(one.value, everything, read);
      any = any ? any->either(bounds) : bounds;
    }
    return any.value_or(Bounds<Set>());
  }
  if (!value.is_sequence()) return {{}, everything};
  Bounds<Set> all;
  for (const Value item : value.items()) all = all.united(bounds_of(item, everything, read));
  if (value.rest() != nullptr) all.perhaps = everything;
  return all;
}

/// The ports that a rule names. Words for all ports are those of the language: `*`.
[[nodiscard]] PortBounds port_bounds(Value value);

}  // namespace smtplint::network
