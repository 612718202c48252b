#include "report/line_hash.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "base/utf8.h"

namespace smtplint::report {
namespace {

constexpr std::size_t window_units = 100;
constexpr std::uint64_t multiplier = 37;
constexpr std::uint64_t end_of_file = 65535;

constexpr std::uint64_t leaving_factor() {
  std::uint64_t factor = 1;
  for (std::size_t i = 0; i < window_units; ++i) factor *= multiplier;
  return factor;
}

std::string hexadecimal(std::uint64_t value) {
  std::array<char, 16> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return {digits.data(), written.ptr};
}

class RollingHash {
 public:
  void unit(std::uint64_t value) {
    constexpr std::uint64_t line_feed = '\n';
    constexpr std::uint64_t carriage_return = '\r';
    const bool second_of_pair = after_return_ && value == line_feed;
    after_return_ = value == carriage_return;
    if (value == ' ' || value == '\t' || second_of_pair) return;
    if (value == carriage_return) value = line_feed;
    finish_line_leaving_window();
    if (line_starts_) {
      line_in_window_[position_] = ++line_;
      hashes_.emplace_back();
    }
    line_starts_ = value == line_feed;
    push(value);
  }

  std::vector<std::string> finish() {
    unit(end_of_file);
    for (std::size_t i = 0; i < window_units; ++i) {
      finish_line_leaving_window();
      push(0);
    }
    return std::move(hashes_);
  }

 private:
  void finish_line_leaving_window() {
    std::size_t& line = line_in_window_[position_];
    if (line == 0) return;
    const std::string hash = hexadecimal(hash_);
    hashes_[line - 1] = hash + ":" + std::to_string(++occurrences_[hash]);
    line = 0;
  }

  void push(std::uint64_t value) {
    hash_ = multiplier * hash_ + value - leaving_factor() * window_[position_];
    window_[position_] = value;
    position_ = (position_ + 1) % window_units;
  }

  std::array<std::uint64_t, window_units> window_{};
  std::array<std::size_t, window_units> line_in_window_{};  ///< the line that starts at a unit; 0: none
  std::size_t position_ = 0;
  std::uint64_t hash_ = 0;
  std::size_t line_ = 0;
  bool line_starts_ = true;
  bool after_return_ = false;
  std::unordered_map<std::string, std::size_t> occurrences_;
  std::vector<std::string> hashes_;
};

}  // namespace

std::vector<std::string> line_hashes(std::string_view text) {
  RollingHash hash;
  while (!text.empty()) {
    const utf8::Decoded next = utf8::decode(text);
    if (next.scalar > 0xffff) {
      hash.unit(0xd800 + ((next.scalar - 0x10000) >> 10u));
      hash.unit(0xdc00 + ((next.scalar - 0x10000) & 0x3ffu));
    } else {
      hash.unit(next.scalar);
    }
    text.remove_prefix(next.bytes);
  }
  return hash.finish();
}

}  // namespace smtplint::report
