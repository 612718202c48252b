#include "knowledge/catalogue.h"

// The image of `rules/` that the build made; see cmake/Rules.cmake.
extern "C" {
extern const char smtplint_rules_begin[];
extern const char smtplint_rules_end[];
}

namespace smtplint::knowledge {

const Image& built_in_image() {
  static const Image image(std::string_view(
      smtplint_rules_begin, static_cast<std::size_t>(smtplint_rules_end - smtplint_rules_begin)));
  return image;
}

const Catalogue& Catalogue::built_in() {
  static const Catalogue catalogue(&built_in_image(), nullptr);
  return catalogue;
}

}  // namespace smtplint::knowledge
