#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The budgets of `rules/platform/limits.yaml`; all are counted, none is timed.
struct Limits {
  std::uint32_t workspace_entries = 0;  ///< files and folders that are listed
  std::uint64_t file_bytes = 0;         ///< larger files are left out
  std::uint64_t plan_bytes = 0;         ///< the same for Terraform plans, which machines write
  std::uint32_t nesting = 0;            ///< of expressions, blocks, templates
  std::uint32_t parse_progress_per_kilobyte = 0;
  std::uint64_t evaluation_steps = 0;  ///< of one deployment
  std::uint32_t expansion = 0;         ///< instances of one `count` or `for_each`, elements of one call
  std::uint32_t text_bytes = 0;        ///< of one string value
  std::uint32_t module_depth = 0;
  std::uint32_t embedded_depth = 0;
  std::uint32_t environments = 0;  ///< of one root
  std::uint32_t fix_proofs = 0;    ///< analyses that prove fixes

  static constexpr std::string_view id = "limits";
  [[nodiscard]] static Limits read(Reader& reader);
};

}  // namespace smtplint::knowledge
