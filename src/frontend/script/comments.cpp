#include "base/letter_case.h"
#include "frontend/script/script.h"
#include "syntax/script_comments.h"

namespace smtplint::script {

FileNames file_names() {
  static constexpr std::string_view globs[] = {"*.sh", "*.bash", "*.ps1", "*.psm1"};
  return {globs, true};
}

std::vector<Span> comments(std::string_view path, std::string_view text, std::uint32_t nesting,
                           std::uint32_t progress_per_kilobyte) {
  const bool power_shell = lower_case(path).find(".ps") != std::string::npos;
  constexpr std::uint32_t brackets_per_level = 10;
  return syntax::script_comments(
      text, power_shell ? syntax::ScriptLanguage::power_shell : syntax::ScriptLanguage::bash,
      {nesting * brackets_per_level, progress_per_kilobyte});
}

}  // namespace smtplint::script
