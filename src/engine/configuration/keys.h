#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/configuration/configuration.h"
#include "engine/configuration/value_reader.h"

namespace smtplint::engine {

/// What stands under a key.
enum class ValueForm {
  text,
  date,
  glob,
  host,
  address,  ///< an IP address or range
  rule,     ///< id or name of a rule
  subscription_type,
  policy_edition,
  platform,
  entries,  ///< keys of their own: `KeyInfo::children`
};

/// How many of them.
enum class Arity {
  one,
  list,
  type_or_list,  ///< a subscription type, or a list of entries
  levels,        ///< of each rule that is named, a level or `off`
};

/// One key of a configuration, as its reader, the JSON schema and the documentation know it.
struct KeyInfo {
  std::string_view name;
  ValueForm form = ValueForm::text;
  Arity arity = Arity::one;
  std::string_view meaning;  ///< Markdown, one sentence
  bool required = false;
  std::vector<KeyInfo> (*children)() = nullptr;
};

/// A row of a table of keys: the key, and where its value goes.
template <typename T>
struct Key {
  KeyInfo info;
  void (*read)(const ValueReader& value, T& target);
};

/// The one table of what `.smtplint.yaml` may hold.
[[nodiscard]] std::span<const Key<Configuration>> configuration_keys();

}  // namespace smtplint::engine
