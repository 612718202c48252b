#include "rules/port_range.h"

#include <charconv>

#include "base/trimmed.h"
#include "value/text.h"

namespace smtplint::rules {
namespace {

std::optional<unsigned> port_number(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && !text.empty();
  return whole && number <= 65535 ? std::optional(number) : std::nullopt;
}

bool names(std::string_view part, unsigned port, unsigned widest) {
  const std::size_t dash = part.find('-');
  const auto first = port_number(trimmed(part.substr(0, dash), " "));
  const auto last = dash == std::string_view::npos ? first : port_number(trimmed(part.substr(dash + 1), " "));
  if (!first || !last || *last < *first) return false;
  return *first <= port && port <= *last && *last - *first < widest;
}

PortNaming naming_in_text(const ValueStore& store, Value value, unsigned port, unsigned widest) {
  const std::string_view chars = value.text().chars;
  Truth named = value.text().has_holes() ? Truth::unknown : Truth::no;
  for (std::size_t begin = 0; begin <= chars.size();) {
    const std::size_t comma = std::min(chars.find(',', begin), chars.size());
    const std::string_view part = trimmed(chars.substr(begin, comma - begin), " ");
    if (names(part, port, widest)) {
      const auto offset = static_cast<std::size_t>(part.data() - chars.data());
      const TextOrigin origin = text_origin(store, value, offset, part.size());
      return {Truth::yes, model::Mark{origin.place, origin.exact, value.provenance()}};
    }
    begin = comma + 1;
  }
  return {named, std::nullopt};
}

PortNaming naming_in_list(const ValueStore& store, Value list, unsigned port, unsigned widest) {
  PortNaming result{list.rest() == nullptr ? Truth::no : Truth::unknown, std::nullopt};
  for (const Value item : list.items()) {
    const PortNaming naming = naming_of_port(store, item, port, widest);
    if (naming.named == Truth::yes) return naming;
    result.named = result.named | naming.named;
    if (!result.mark) result.mark = naming.mark;
  }
  return result;
}

PortNaming naming_in_alternatives(const ValueStore& store, Value ports, unsigned port, unsigned widest) {
  PortNaming result;
  bool all = true;
  bool none = true;
  for (const Alternative& one : ports.alternatives()) {
    const PortNaming naming = naming_of_port(store, one.value, port, widest);
    all = all && naming.named == Truth::yes;
    none = none && naming.named == Truth::no;
    if (!result.mark) result.mark = naming.mark;
  }
  if (!none) result.named = all ? Truth::yes : Truth::unknown;
  return result;
}

}  // namespace

PortNaming naming_of_port(const ValueStore& store, Value ports, unsigned port, unsigned widest) {
  if (ports.is_unset()) return {};
  if (ports.is_sequence()) return naming_in_list(store, ports, port, widest);
  if (ports.is(ValueType::alternatives)) return naming_in_alternatives(store, ports, port, widest);
  if (ports.is(ValueType::string)) return naming_in_text(store, ports, port, widest);
  if (!ports.is(ValueType::number)) return {Truth::unknown, std::nullopt};
  if (ports.number() != Number{.integer = static_cast<std::int64_t>(port)}) return {};
  const auto chain = store.provenance().chain(ports.provenance());
  if (chain.empty()) return {Truth::yes, std::nullopt};
  return {Truth::yes,
          model::Mark{chain.front().place, chain.front().how == How::literal, ports.provenance()}};
}

}  // namespace smtplint::rules
