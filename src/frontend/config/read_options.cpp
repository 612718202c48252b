#include <algorithm>
#include <optional>

#include "frontend/config/formats.h"
#include "frontend/config/lines.h"

namespace smtplint::config {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view quotes = "\"'";

/// Where a word that begins at `at` ends; blanks in quotes belong to it.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (quotes.find(c) != std::string_view::npos) {
      quote = c;
    } else if (blanks.find(c) != std::string_view::npos) {
      break;
    }
  }
  return at;
}

Line without_quotes(const Line& word) {
  const std::string_view text = word.text;
  const bool in_quotes =
      text.size() > 1 && text.front() == text.back() && quotes.find(text.front()) != std::string_view::npos;
  return in_quotes ? Line{word.begin + 1, text.substr(1, text.size() - 2)} : word;
}

std::optional<Member> option(const Line& word) {
  for (const std::string_view mark : {"-D", "--"}) {
    const std::size_t equals = word.text.find('=');
    if (!word.text.starts_with(mark) || equals == std::string_view::npos) continue;
    const Line key{word.begin + mark.size(), word.text.substr(mark.size(), equals - mark.size())};
    const Line value = without_quotes({word.begin + equals + 1, word.text.substr(equals + 1)});
    return Member{std::string(key.text), span_of(key.begin, key.begin + key.text.size()),
                  text_node(value.begin, value.begin + value.text.size(), std::string(value.text))};
  }
  return std::nullopt;
}

}  // namespace

Reading read_options(std::string_view text, const ReadOptions& options) {
  Node document;
  document.kind = Node::Kind::map;
  for (std::size_t at = text.find_first_not_of(blanks); at < text.size();) {
    const std::size_t end = end_of_word(text, at);
    auto member = option(without_quotes({at, text.substr(at, end - at)}));
    if (member && document.members.size() < options.nodes) document.members.push_back(std::move(*member));
    at = std::min(text.find_first_not_of(blanks, end), text.size());
  }
  return {{std::move(document)}, {}};
}

}  // namespace smtplint::config
