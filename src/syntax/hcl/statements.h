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

/// A pair of brackets.
struct Brackets {
  std::uint32_t open = 0;
  std::uint32_t close =
      0;  ///< where the content ends: the closing one, or the end of the statement without it
};

struct Statement {
  Span span;
  std::optional<Brackets> block;  ///< the braces, where it looks like a block
  std::optional<Brackets> value;  ///< of an object or tuple that begins its value
  std::string closers;            ///< what it needs behind it to close all its brackets
  std::optional<Span> unclosed;   ///< its outermost bracket that is not closed
  std::uint32_t deepest = 0;      ///< nesting of brackets
};

/// Statements of a body that covers `range`, without blank ones. Where brackets do not balance, a line in the
/// first column that looks like the start of a statement is taken for one.
[[nodiscard]] std::vector<Statement> cut_statements(std::string_view text, Span range);

/// Items of an object whose content covers `range`.
[[nodiscard]] std::vector<Statement> cut_object_items(std::string_view text, Span range);

/// Elements of a tuple whose content covers `range`.
[[nodiscard]] std::vector<Statement> cut_elements(std::string_view text, Span range);

}  // namespace smtplint::hcl
