#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint::terraform::functions {

enum class YamlKind : std::uint8_t { null, boolean, number, string, time, infinite };

/// What a plain scalar means to Terraform (YAML 1.1 words, YAML 1.2 numbers).
struct YamlScalar {
  YamlKind kind = YamlKind::string;
  bool boolean = false;
  std::string text;  ///< of a number: canonical; of a time: as Terraform writes it
};
[[nodiscard]] YamlScalar resolve_yaml(std::string_view plain);

}  // namespace smtplint::terraform::functions
