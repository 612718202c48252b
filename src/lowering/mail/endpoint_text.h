#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::lowering {

/// A part of a text, in bytes.
struct TextRange {
  std::size_t begin = 0;
  std::size_t length = 0;

  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, length); }
  bool operator==(const TextRange&) const = default;
};

/// One server in a text. The host keeps no brackets; what is missing has length 0.
struct EndpointText {
  TextRange scheme = {}, user_info = {}, host = {}, port = {};
  bool bracketed = false;
};

/// The servers that a text names, taken apart by form alone: `h`, `h:25`, `h::25`, `[h]:25`, `h 25`,
/// `smtp://u:p@h:25/?x`, lists with `,`, `;` or spaces, `failover(a b)`. At most 16; what cannot be an
/// address is left out, and so are bare words with spaces between them. `<your relay>` and `{{ relay }}` are
/// one name each.
[[nodiscard]] std::vector<EndpointText> endpoints_in(std::string_view text);

/// `${NAME:25}`, `${NAME:-25}`: a value that holds unless something is set.
struct Overridable {
  std::string_view name;
  TextRange value = {};    ///< what holds otherwise; within the text
  bool has_value = false;  ///< false for `${NAME}`
};

/// The form of a text that is one such placeholder as a whole; also nested, `${A:${B:25}}`, to depth 4.
[[nodiscard]] std::optional<Overridable> overridable_in(std::string_view text);

}  // namespace smtplint::lowering
