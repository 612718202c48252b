#pragma once

#include <compare>
#include <cstdint>

namespace smtplint {

/// A range of bytes in the UTF-8 text of one source; `end` is exclusive.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t length() const { return end - begin; }
  [[nodiscard]] bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  auto operator<=>(const Span&) const = default;
};

/// Index of a source in the `SourceStore` of one analysis.
enum class SourceId : std::uint32_t {};
inline constexpr SourceId no_source{0xffffffff};

/// Where something stands: a source and a span in it. A place without source is nowhere in a file.
struct Place {
  SourceId source = no_source;
  Span span;

  [[nodiscard]] bool known() const { return source != no_source; }
  auto operator<=>(const Place&) const = default;
};

}  // namespace smtplint
