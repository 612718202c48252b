#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace smtplint::config {

struct Member;

/// What a configuration file says, whatever its format. Scalars are texts, as the programs that read them see
/// them.
struct Node {
  enum class Kind {
    null,
    text,
    list,
    map,
    elsewhere,  ///< the file says only where the value is kept
  };
  Kind kind = Kind::null;
  Span span;         ///< of a text: what is written, without quotes; the text itself where nothing is escaped
  std::string text;  ///< decoded
  std::vector<Node> items;
  std::vector<Member> members;  ///< in the order of the file
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
};

/// Counted bounds of one file.
struct ReadLimits {
  std::uint32_t nesting = 0;
  std::uint32_t parse_progress_per_kilobyte = 0;
  std::uint32_t nodes = 0;
};

[[nodiscard]] inline Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

[[nodiscard]] inline Node text_node(std::size_t begin, std::size_t end, std::string text) {
  return {Node::Kind::text, span_of(begin, end), std::move(text), {}, {}};
}

}  // namespace smtplint::config
