#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/budget.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint {

enum class YamlKind : std::uint8_t { null, boolean, number, string, time, infinite };

/// What a plain scalar means.
struct YamlScalar {
  YamlKind kind = YamlKind::string;
  bool boolean = false;
  std::string text;  ///< of a number: canonical; of a time: as its language writes it
};

/// How a YAML document is read by a function of a language.
struct YamlReading {
  ValueStore& store;
  Budget& budget;
  std::uint32_t expansion = 0;
  std::string_view function;
  Place place;            ///< of the call
  ProvenanceId origin{};  ///< of lists and objects
  YamlScalar (*resolve)(std::string_view plain) = nullptr;
};

/// The value of the one document in a text, with the places of that text; keys are sorted. What is unknown in
/// the text is unknown in the value. Nothing where the text is no such document.
[[nodiscard]] std::optional<Value> read_yaml(const YamlReading& reading, Value text);

/// Plain scalars of YAML 1.2: its core schema.
[[nodiscard]] YamlScalar resolve_core_yaml(std::string_view plain);

}  // namespace smtplint
