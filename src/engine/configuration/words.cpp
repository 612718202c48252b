#include "engine/configuration/words.h"

#include <array>

namespace smtplint::engine {

std::span<const std::pair<std::string_view, Platform>> platform_words() {
  using Word = std::pair<std::string_view, Platform>;
  static constexpr auto words = std::to_array<Word>({
      {"auto", Platform::automatic},
      {"azure", Platform::azure},
      {"other", Platform::other},
  });
  return words;
}

}  // namespace smtplint::engine
