#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "frontend/config/program_words.h"

namespace smtplint::config {

struct Member;

/// A condition that is open until the program runs, by number.
struct Condition {
  std::uint32_t id = 0;
  bool taken = true;
};

/// What a configuration file says, whatever its format. Scalars are texts, as the programs that read them see
/// them.
struct Node {
  enum class Kind {
    null,
    text,
    list,
    map,
    elsewhere,  ///< the file says only where the value is kept
    computed,   ///< by the program that the file is; `text` says how
    choice,     ///< one of the items
  };
  Kind kind = Kind::null;
  Span span;         ///< of a text: what is written, without quotes; the text itself where nothing is escaped
  std::string text;  ///< decoded
  std::vector<Node> items;
  std::vector<Member> members;  ///< in the order of the file
  /// Of the environment, in this order: where one of them is set, its value counts instead.
  std::vector<std::string> variables = {};
  std::vector<Condition> conditions = {};  ///< of an item of a choice: under all of which it counts
  bool encoded = false;                    ///< of a text: what is written holds it in another form, as base64
};

struct Member {
  std::string name;
  Span name_span;
  Node value;
};

/// A part of a file that does not parse.
struct Problem {
  Span span;
  std::string message;
};

/// One file taken apart. What stands in the part that parses is there even where there are problems.
struct Reading {
  std::vector<Node> documents;  ///< YAML may have several
  std::vector<Problem> problems;
  std::string foreign = {};  ///< why the text is not of this format at all; empty where it is
  bool cut_off = false;      ///< the last document ends where the parser had to stop
};

/// Counted bounds of one file, and the words of its language.
struct ReadOptions {
  std::uint32_t nesting = 0;
  std::uint32_t parse_progress_per_kilobyte = 0;
  std::uint32_t nodes = 0;
  const ProgramWords* words = nullptr;  ///< of a program
};

[[nodiscard]] inline Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

[[nodiscard]] inline Node text_node(std::size_t begin, std::size_t end, std::string text) {
  return {Node::Kind::text, span_of(begin, end), std::move(text), {}, {}};
}

}  // namespace smtplint::config
