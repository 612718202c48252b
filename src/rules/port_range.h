#pragma once

#include <optional>
#include <string_view>

#include "model/mailer.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::rules {

/// Whether the ports of a rule name one port: alone, in a list, in one text with commas, or in a range of at
/// most `widest` ports. Wildcards and wider ranges do not name it.
struct PortNaming {
  Truth named = Truth::no;
  std::optional<model::Mark> mark;  ///< of the first part that names it, also if only in some alternatives
};
[[nodiscard]] PortNaming naming_of_port(const ValueStore& store, Value ports, unsigned port, unsigned widest);

}  // namespace smtplint::rules
