#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "frontend/config/node.h"

namespace smtplint::config {

/// One instruction of a Dockerfile, with all of its lines and the here-documents behind it.
struct Instruction {
  std::string_view word;
  std::size_t begin = 0;      ///< of what stands behind the word
  std::size_t lines_end = 0;  ///< where the here-documents begin
  std::size_t texts_end = 0;  ///< where the end mark of the first of them begins
  std::size_t end = 0;

  [[nodiscard]] bool is(std::string_view name) const;
};
[[nodiscard]] std::vector<Instruction> instructions_of(std::string_view text);

/// `NAME=value`, as often as that stands there; in the old form `NAME value` the rest of the line is one
/// value.
[[nodiscard]] std::vector<Member> assignments_of(std::string_view text, const Instruction& instruction);

/// Where a comment line inside of an instruction ends; `at` where there is none.
[[nodiscard]] std::size_t behind_comment(std::string_view text, std::size_t at, std::size_t end);

}  // namespace smtplint::config
