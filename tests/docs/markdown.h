#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::docs {

/// Path below `docs/` -> text.
using Pages = std::map<std::string, std::string>;

/// `a, b`; empty where there is none.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ");
/// `` `word` ``
[[nodiscard]] std::string code(std::string_view word);
[[nodiscard]] std::vector<std::string> code(const std::vector<std::string>& words);
/// A source as a link, if it is an address.
[[nodiscard]] std::string source_link(const std::string& source);
/// A table; cells may hold anything but line breaks.
[[nodiscard]] std::string table(const std::vector<std::string>& head,
                                const std::vector<std::vector<std::string>>& rows);
/// The text in a fence that is longer than any in it.
[[nodiscard]] std::string fenced(std::string_view language, const std::string& text);

}  // namespace smtplint::docs
