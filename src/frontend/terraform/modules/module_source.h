#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/terraform/files/source_files.h"
#include "frontend/terraform/modules/declaration.h"
#include "resource/shapes.h"

namespace smtplint::terraform {

/// What one folder declares, overrides merged and names indexed: shared by all instances of the module in all
/// deployments. Indices into its vectors are stable.
struct ModuleSource {
  std::string folder;
  std::vector<std::string> files;
  std::vector<VariableDeclaration> variables;
  std::vector<LocalDeclaration> locals;
  std::vector<OutputDeclaration> outputs;
  std::vector<ResourceDeclaration> resources;  ///< data sources too
  std::vector<CallDeclaration> calls;
  std::vector<ProviderDeclaration> providers;
  bool has_backend = false;
  bool empty = true;  ///< nothing but comments in its files
  std::vector<Event> syntax_errors;
  std::vector<LeftOut> left_out;

  using Names = std::unordered_map<std::string_view, std::uint32_t>;
  Names variable_names;
  Names local_names;
  Names output_names;
  Names call_names;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> resources_of_type;

  [[nodiscard]] static int find(const Names& names, std::string_view name);
  /// The index of a resource or data source, or -1.
  [[nodiscard]] int find_resource(Mode mode, std::string_view type, std::string_view name) const;
};

/// Reads a folder's files (`paths`, sorted). Override files are merged into what they override.
[[nodiscard]] ModuleSource read_module(SourceFiles& files, std::string folder,
                                       const std::vector<std::string>& paths);

}  // namespace smtplint::terraform
