#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/memory_file_system.h"
#include "base/source.h"
#include "frontend/tfplan/tfplan.h"

namespace smtplint::tfplan {

inline constexpr Limits plan_limits{.file_bytes = 1u << 20u, .nesting = 100};

/// One evaluated plan with everything that it needs to live.
struct Evaluated {
  MemoryFileSystem files;
  SourceStore sources;
  ValueStore store;
  std::unique_ptr<Plans> plans;
  Shapes shapes;

  explicit Evaluated(std::string text, Limits limits = plan_limits) {
    files.add("plan.json", std::move(text));
    plans = std::make_unique<Plans>(files, sources, std::vector<std::string>{"plan.json"}, limits);
    const auto no_reader = [](Value body, Place) { return body; };
    if (!plans->paths().empty()) shapes = plans->evaluate(0, store, no_reader);
  }

  [[nodiscard]] const Resource* resource(std::string_view address) const {
    for (const Resource& one : shapes.resources) {
      if (one.address == address) return &one;
    }
    return nullptr;
  }

  [[nodiscard]] Value value(std::string_view address, std::string_view name) const {
    const Resource* found = resource(address);
    return found == nullptr ? Value() : found->properties->get(name);
  }

  /// `address.path` of a symbol; empty for anything else.
  [[nodiscard]] std::string symbol(std::string_view address, std::string_view name) const {
    const Value found = value(address, name);
    if (!found.is(ValueType::reference)) return {};
    return std::string(found.reference().address) + "." + std::string(found.reference().path);
  }
};

}  // namespace smtplint::tfplan
