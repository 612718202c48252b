#include "base/digest.h"
#include "frontend/deployment/functions/computations.h"

/// Names that are made of others: the same for the same arguments.
namespace smtplint::deployment::functions {
namespace {

/// The name space of the names that `guid` makes, `11fb06fb-712d-4ddd-98c7-e71bbd588830`.
constexpr std::string_view name_space = "\x11\xfb\x06\xfb\x71\x2d\x4d\xdd\x98\xc7\xe7\x1b\xbd\x58\x88\x30";

constexpr std::uint32_t first_factor = 0x239b961bu, second_factor = 0xab0e9789u;

std::uint32_t rotated(std::uint32_t word, unsigned bits) { return word << bits | word >> (32 - bits); }

/// Up to four bytes, the lowest first.
std::uint32_t word_at(std::string_view bytes, std::size_t at) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
    word |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return word;
}

std::uint32_t mixed_low(std::uint32_t word) { return rotated(word * first_factor, 15) * second_factor; }

std::uint32_t mixed_high(std::uint32_t word) { return rotated(word * second_factor, 17) * first_factor; }

std::uint32_t finished(std::uint32_t hash) {
  hash = (hash ^ hash >> 16u) * 0x85ebca6bu;
  hash = (hash ^ hash >> 13u) * 0xc2b2ae35u;
  return hash ^ hash >> 16u;
}

/// MurmurHash3 in the variation of 64 bits that Azure Resource Manager uses.
std::uint64_t murmur_hash(std::string_view bytes) {
  std::uint32_t low = 0, high = 0;
  std::size_t at = 0;
  for (; at + 7 < bytes.size(); at += 8) {
    low = (rotated(low ^ mixed_low(word_at(bytes, at)), 19) + high) * 5 + 0x561ccd1bu;
    high = (rotated(high ^ mixed_high(word_at(bytes, at + 4)), 13) + low) * 5 + 0x0bcaa747u;
  }
  low ^= mixed_low(word_at(bytes, at));
  high ^= mixed_high(word_at(bytes, at + 4));
  low ^= static_cast<std::uint32_t>(bytes.size());
  high ^= static_cast<std::uint32_t>(bytes.size());
  low += high;
  high += low;
  low = finished(low);
  high = finished(high);
  low += high;
  high += low;
  return static_cast<std::uint64_t>(high) << 32u | low;
}

std::string in_letters(std::uint64_t hash) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text;
  for (int i = 0; i < 13; ++i, hash <<= 5u) text += letters[hash >> 59u];
  return text;
}

/// The arguments, which must be known, with a dash between them; else a symbol of the call.
Value made_of(Call& call, std::string (*make)(std::string_view)) {
  std::string symbol = std::string(call.name()) + "(", joined;
  bool known = true;
  for (const Value& argument : call.arguments) {
    const std::optional<std::string> text = symbolic_text(argument);
    if (!text) return call.unknown_because(argument);
    symbol += (symbol.ends_with('(') ? "" : ", ") + *text;
    known = known && argument.is(ValueType::string) && argument.wholly_known();
    if (known)
      joined += (&argument == &call.arguments.front() ? "" : "-") + std::string(argument.text().chars);
  }
  if (symbol.size() > call.context.limits.text_bytes) return call.limit(Limit::text_bytes);
  return known ? call.string(make(joined)) : call.store().reference(symbol + ")", "", call.origin());
}

}  // namespace

Value unique_string(Call& call) {
  return made_of(call, [](std::string_view joined) { return in_letters(murmur_hash(joined)); });
}

Value guid(Call& call) {
  return made_of(call, [](std::string_view joined) { return uuid_of_name(name_space, joined); });
}

}  // namespace smtplint::deployment::functions
