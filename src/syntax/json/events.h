#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "syntax/json/tree.h"

namespace smtplint::json {

/// What stands in a JSON text, one after the other and each with its place: for documents that are too large
/// for a tree. Views are valid during the call alone.
class EventHandler {
 public:
  virtual ~EventHandler() = default;
  /// An object or array; `at` is its bracket.
  virtual void open(NodeKind kind, std::uint32_t at) = 0;
  /// The end of what was opened last; `end` is behind its bracket.
  virtual void close(std::uint32_t end) = 0;
  /// The name of a property, decoded; its place is that between the quotes.
  virtual void name(std::string_view decoded, Span place) = 0;
  /// Anything else: a string decoded, the rest as it is written; a string's place includes its quotes.
  virtual void scalar(NodeKind kind, std::string_view text, Span place) = 0;
};

/// Strict JSON. Gives the fault that ended it before the end of the text, if there is one.
[[nodiscard]] std::optional<SyntaxError> read_events(std::string_view text, std::uint32_t deepest,
                                                     EventHandler& handler);

}  // namespace smtplint::json
