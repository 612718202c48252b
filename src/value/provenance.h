#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/span.h"

namespace smtplint {

/// A node of the provenance graph: where a value came from.
enum class ProvenanceId : std::uint32_t {};
inline constexpr ProvenanceId no_provenance{0};

/// How a value came to a place.
enum class How : std::uint8_t {
  literal,     ///< written here
  table,       ///< a default of a table in `rules/`
  fallback,    ///< the default of a variable or parameter
  assignment,  ///< given to a variable in a variable or parameter file, or on the command line
  variable,    ///< a variable or parameter used here
  local,       ///< a local or template variable used here
  argument,    ///< handed to a module here
  output,      ///< handed out of a module here
  attribute,   ///< an attribute of another resource used here
  element,     ///< taken out of a list or object here
  call,        ///< handed on by a function called here
  expression,  ///< computed here
  file,        ///< text of a file that is read here
  document,    ///< decoded from a document here
};

struct Step {
  How how = How::literal;
  Place place;
  std::string_view name;                   ///< what the user calls it: `var.smtp_port`, `lookup`
  ProvenanceId from = no_provenance;       ///< the value before this step
  ProvenanceId container = no_provenance;  ///< for `element`: the chain of what it was taken out of

  bool operator==(const Step&) const = default;
};

/// Hash-consed steps. Ids are stable; names must live as long as the graph.
class ProvenanceGraph {
 public:
  ProvenanceGraph() : steps_(1), names_(1), table_(1024, no_provenance) {}

  ProvenanceId add(const Step& step);
  [[nodiscard]] Step step(ProvenanceId id) const;
  /// From the first place (usually the literal) to the last use. Bounded; without repeated places.
  [[nodiscard]] std::vector<Step> chain(ProvenanceId last) const;

 private:
  /// A step as it is held: there may be millions of them, with few names.
  struct Held {
    Place place;
    std::uint32_t name = 0;
    ProvenanceId from = no_provenance;
    ProvenanceId container = no_provenance;
    How how = How::literal;

    bool operator==(const Held&) const = default;
  };

  static std::size_t hash_of(const Held& step);
  [[nodiscard]] std::uint32_t number_of(std::string_view name);
  /// Where a step stands in the table, or the free place where it belongs.
  [[nodiscard]] std::size_t slot_of(const Held& step) const;
  void grow();

  struct Walk {
    std::vector<Step> steps;
    std::unordered_set<std::uint64_t> visited;
  };
  void collect(ProvenanceId id, bool skip_origin, Walk& walk, unsigned depth) const;

  std::deque<Held> steps_;
  std::vector<std::string_view> names_;  ///< the empty one comes first
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<ProvenanceId> table_;  ///< of all steps by their hash; the size is a power of two
};

}  // namespace smtplint
