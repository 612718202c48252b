#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/node.h"

namespace smtplint::knowledge {

/// One thing that is wrong in a file; lines and columns start at 1.
struct Problem {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string sentence;
};

/// Collects what is wrong in rule files, all of it at once.
class Problems {
 public:
  void add(const Mark& mark, std::string_view sentence);
  [[nodiscard]] bool empty() const { return problems_.empty(); }
  [[nodiscard]] const std::vector<Problem>& all() const { return problems_; }
  /// `file:line:column: sentence`
  [[nodiscard]] std::vector<std::string> lines() const;

 private:
  std::vector<Problem> problems_;
};

/// Reads one map strictly: every key that nobody asked for, every missing key and every wrong type becomes
/// a problem with its place. Reading goes on, with empty values, after a problem.
class Reader {
 public:
  Reader(Node map, Problems& problems);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  /// Reports the keys that were never asked for, with the nearest name that was.
  ~Reader();

  [[nodiscard]] bool has(std::string_view key);
  [[nodiscard]] std::string text(std::string_view key);  ///< required, not empty
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view otherwise);
  [[nodiscard]] std::int64_t integer(std::string_view key);  ///< required
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::string_view key);
  [[nodiscard]] bool boolean_or(std::string_view key, bool otherwise);
  [[nodiscard]] std::vector<std::string> texts(
      std::string_view key);  ///< required, a list of scalars or one scalar
  [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view key);
  /// `YYYY-MM-DD`
  [[nodiscard]] std::string date(std::string_view key);
  /// Required; one of the words, else a problem that lists them. `words[i].first` is the spelling.
  template <typename E>
  [[nodiscard]] E word(std::string_view key, std::span<const std::pair<std::string_view, E>> words) {
    const Node found = required(key);
    for (const auto& [spelling, value] : words) {
      if (!found.missing() && found.text() == spelling) return value;
    }
    if (!found.missing()) {
      std::vector<std::string_view> spellings;
      for (const auto& entry : words) spellings.push_back(entry.first);
      not_a_word(found, spellings);
    }
    return words.front().second;
  }
  [[nodiscard]] Node required(std::string_view key);
  [[nodiscard]] Node optional(std::string_view key);
  /// At least one source (an address or `repository@commit:path`), under the key `source` or `sources`.
  [[nodiscard]] std::vector<std::string> sources();

  [[nodiscard]] Node node() const { return map_; }
  [[nodiscard]] Problems& problems() { return problems_; }
  /// About the map as a whole; silent where there is none, since that was a problem of its own.
  void problem(std::string_view sentence) {
    if (!map_.missing()) problems_.add(map_.mark(), sentence);
  }

 private:
  void not_a_word(Node found, const std::vector<std::string_view>& words);
  [[nodiscard]] std::string scalar(Node found, std::string_view key);

  Node map_;
  Problems& problems_;
  std::vector<std::string> asked_;
};

}  // namespace smtplint::knowledge
