#include "cli/wording.h"

#include "base/nearest.h"
#include "report/display.h"

namespace smtplint::cli {

std::string shown(std::string_view word) { return report::one_line(word); }

std::string backticked(std::string_view word) { return "`" + shown(word) + "`"; }

std::string near_miss(std::string_view word, std::span<const std::string_view> names) {
  const auto nearest = nearest_name(word, names);
  return nearest ? "; did you mean " + backticked(*nearest) + "?" : "";
}

std::string unknown_word(std::string_view what, std::string_view word,
                         std::span<const std::string_view> names) {
  constexpr std::size_t longest_list = 8;
  std::string sentence = "unknown " + std::string(what) + " " + backticked(word);
  const std::string hint = near_miss(word, names);
  if (!hint.empty() || names.size() > longest_list || names.empty()) return sentence + hint;
  sentence += "; it is one of ";
  for (std::size_t i = 0; i < names.size(); ++i) sentence += (i == 0 ? "" : ", ") + backticked(names[i]);
  return sentence;
}

}  // namespace smtplint::cli
