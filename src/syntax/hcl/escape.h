#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint::hcl {

/// Where a template's text stands, which decides what is an escape in it.
enum class TextStyle {
  quoted,         ///< `\n`, `\"`, `\u00e9`, `$${` and `%%{`
  heredoc,        ///< `$${` and `%%{` alone
  flush_heredoc,  ///< as in a heredoc; of `<<-`: the indent that all lines share is no part of the text
  bare,           ///< as in a heredoc
};

struct Escape {
  std::uint32_t length = 0;  ///< in the source
  bool valid = true;
  std::string decoded;
};

/// The escape at the start of a text, if one stands there.
[[nodiscard]] std::optional<Escape> escape_at(std::string_view text, TextStyle style);

/// First place at or after `from` where an escape begins; the size of the text if there is none.
[[nodiscard]] std::size_t find_escape(std::string_view text, std::size_t from, TextStyle style);

/// White space as Terraform's strip markers and indents see it.
[[nodiscard]] bool is_space(char32_t scalar);

}  // namespace smtplint::hcl
