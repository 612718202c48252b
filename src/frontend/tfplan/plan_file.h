#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "frontend/tfplan/index.h"
#include "frontend/tfplan/tfplan.h"

namespace smtplint::tfplan {

/// A plan that was read, with its index.
struct PlanFile {
  std::string path;
  SourceId source = no_source;
  std::string_view text;
  Limits limits;
  Index index;
  bool indexed = false;
  std::string refused;  ///< why it is not judged; empty where it is

  [[nodiscard]] std::string_view slice(Span span) const { return text.substr(span.begin, span.length()); }
  [[nodiscard]] Place place(Span span) const { return {source, span}; }
  /// The tree of a part; its spans count from the part. Without a root where the span is empty.
  [[nodiscard]] std::shared_ptr<const json::Tree> parse(Span span) const {
    return json::parse_strict(slice(span), {.deepest = limits.nesting});
  }
};

/// What exists after the plan is applied, each resource once: those that are planned, and the data sources
/// that were read before.
[[nodiscard]] std::vector<const ListedResource*> resources_of(const Index& index, std::string_view text);

}  // namespace smtplint::tfplan
