#pragma once

#include <string_view>
#include <vector>

#include "frontend/terraform/files/source_files.h"
#include "frontend/terraform/modules/declaration.h"
#include "resource/shapes.h"

namespace smtplint::terraform {

/// The blocks at the top of a folder's files, by kind, after overrides.
struct ModuleBlocks {
  std::vector<Declaration> variables;
  std::vector<Declaration> outputs;
  std::vector<Declaration> resources;
  std::vector<Declaration> data_sources;
  std::vector<Declaration> calls;
  std::vector<Declaration> providers;
  std::vector<LocalDeclaration> locals;
  bool has_backend = false;
};

/// Adds what a file declares.
void add_file(const ConfigurationFile& file, ModuleBlocks& blocks, std::vector<Event>& events);
/// Merges an override file: arguments replace arguments, blocks replace all blocks of their type.
void override_with(const ConfigurationFile& file, ModuleBlocks& blocks, std::vector<Event>& events);

}  // namespace smtplint::terraform
