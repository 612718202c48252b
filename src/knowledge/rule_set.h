#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/node.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The rule files of one or two images as one set: those of the overlay add to those of the base, or replace
/// the one of the same section and `id`. The images must outlive it; either may be missing.
class RuleSet {
 public:
  RuleSet(const Image* base, const Image* overlay) : base_(base), overlay_(overlay) {}

  /// The root nodes that count, sorted by path; those that the overlay adds come last.
  [[nodiscard]] std::vector<Node> section(std::string_view name) const;

  struct Replacement {
    Node base;
    Node overlay;
  };
  [[nodiscard]] std::vector<Replacement> replacements(std::string_view section) const;

  /// Ids that are repeated within one image.
  void check_ids(std::string_view section, Problems& problems) const;
  /// False where a file could not be parsed, so that names in it are not known.
  [[nodiscard]] bool complete() const;

 private:
  const Image* base_;
  const Image* overlay_;
};

/// The `id` of a rule file; empty where it has none.
[[nodiscard]] std::string_view id_of(Node file);

}  // namespace smtplint::knowledge
