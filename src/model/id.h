#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace smtplint::model {

/// Index of a thing in its table of the model. A default-made id is none.
template <typename Thing>
class Id {
 public:
  Id() = default;
  explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] bool valid() const { return index_ != none; }
  [[nodiscard]] std::size_t index() const { return index_; }
  auto operator<=>(const Id&) const = default;

 private:
  static constexpr std::uint32_t none = 0xffffffff;
  std::uint32_t index_ = none;
};

}  // namespace smtplint::model
