#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generate/random.h"
#include "value/store.h"

/// A world that is small enough to be asked address by address and port by port. What is known of it in part
/// is a `Slot`: what stands there in one completion, and whether the evaluator may see it.
namespace smtplint::network::small {

using generate::Random;

constexpr std::uint32_t outside = 0x08080800;  ///< 8.8.8.0/26: public
constexpr std::uint32_t inside = 0x0a000000;   ///< 10.0.0.0/26: the virtual network
constexpr unsigned addresses = 64;
constexpr unsigned first_port = 20, last_port = 31;

template <typename T>
struct Slot {
  T value{};
  bool hidden = false;
};

/// A prefix as it is written, with the addresses that it holds.
struct Prefix {
  std::string text;
  std::uint32_t first = 0, last = 0;

  [[nodiscard]] bool holds(std::uint32_t address) const { return first <= address && address <= last; }
};

inline std::string dotted(std::uint32_t address) {
  return std::to_string(address >> 24) + "." + std::to_string(address >> 16 & 255) + "." +
         std::to_string(address >> 8 & 255) + "." + std::to_string(address & 255);
}

/// With host bits set now and then: Azure takes the network that they lie in.
inline Prefix prefix(Random& random, std::uint32_t base) {
  const unsigned length = 26 + static_cast<unsigned>(random.below(7));
  const std::uint32_t host_bits = length == 32 ? 0 : 0xffffffffu >> length;
  const std::uint32_t address = base + static_cast<std::uint32_t>(random.below(addresses));
  const std::uint32_t first = address & ~host_bits;
  const bool untidy = random.once_in(4);
  std::string text = dotted(untidy ? address : first);
  if (length < 32 || random.once_in(2)) text += "/" + std::to_string(length);
  return {std::move(text), first, first | host_bits};
}

inline Prefix everything(Random& random) {
  static const std::vector<std::string> words = {"*", "0.0.0.0/0", "0.0.0.0/0"};
  return {words[random.below(words.size())], 0, 0xffffffffu};
}

struct Ports {
  std::string text;
  unsigned first = 0, last = 65535;
};

inline Ports ports(Random& random) {
  if (random.once_in(6)) return {"*", 0, 65535};
  const auto low = first_port + static_cast<unsigned>(random.below(last_port - first_port + 1));
  if (random.once_in(2)) return {std::to_string(low), low, low};
  const auto high = low + static_cast<unsigned>(random.below(6));
  return {std::to_string(low) + "-" + std::to_string(high), low, high};
}

template <typename Item>
Value texts(ValueStore& store, const Slot<std::vector<Item>>& slot) {
  if (slot.hidden) return store.unknown(ReasonKind::no_value, "var.hidden");
  std::vector<Value> values;
  for (const Item& item : slot.value) values.push_back(store.string(item.text));
  return store.sequence(ValueType::tuple, values);
}

inline Value text(ValueStore& store, const Slot<std::string>& slot) {
  return slot.hidden ? store.unknown(ReasonKind::no_value, "var.hidden") : store.string(slot.value);
}

inline Value number(ValueStore& store, const Slot<int>& slot) {
  if (slot.hidden) return store.unknown(ReasonKind::no_value, "var.hidden");
  return store.integer(slot.value);
}

/// What may come of a flow; several where rules of the same rank contradict each other.
struct Outcomes {
  bool allow = false, deny = false;
};

#ifdef __SANITIZE_ADDRESS__
constexpr unsigned share = 20;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr unsigned share = 20;
#else
constexpr unsigned share = 1;
#endif
#else
constexpr unsigned share = 1;
#endif

}  // namespace smtplint::network::small
