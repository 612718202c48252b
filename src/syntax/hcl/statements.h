#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

/// Cuts a text into statements by brackets, strings, comments and heredocs alone, so that a statement that
/// does not parse takes no other with it.
namespace smtplint::hcl {

/// The braces of a statement that looks like a block.
struct Braces {
  std::uint32_t open = 0;
  std::uint32_t close =
      0;  ///< where the body ends: the closing brace, or the end of the statement without one
};

struct Statement {
  Span span;
  std::optional<Braces> block;
  std::string closers;           ///< what it needs behind it to close all its brackets
  std::optional<Span> unclosed;  ///< its outermost bracket that is not closed
  std::uint32_t deepest = 0;     ///< nesting of brackets
};

/// Statements of a body that covers `range`, without blank ones. Where brackets do not balance, a line in the
/// first column that looks like the start of a statement is taken for one.
[[nodiscard]] std::vector<Statement> cut_statements(std::string_view text, Span range);

}  // namespace smtplint::hcl
