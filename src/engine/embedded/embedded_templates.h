#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/source.h"
#include "frontend/arm/arm.h"
#include "knowledge/limits.h"
#include "lowering/lowering.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::engine {

/// The workspace that the texts of a deployment stand in.
struct WorkspaceFiles {
  const FileSystem& files;
  SourceStore& sources;
};

/// Templates of Azure Resource Manager inside resources of any language. What they declare belongs to the
/// deployment that they stand in.
class EmbeddedTemplates {
 public:
  EmbeddedTemplates(WorkspaceFiles workspace, const knowledge::Limits& limits, ValueStore& store);

  /// Adds to the shapes what the templates among the texts declare, each once. True where there was a new
  /// one.
  bool add_to(Shapes& shapes, const std::vector<lowering::EmbeddedText>& texts);
  /// The deployment of a template among the texts that nobody has asked to be added; nothing where all are.
  [[nodiscard]] std::optional<Place> unread(const Shapes& shapes,
                                            const std::vector<lowering::EmbeddedText>& texts) const;
  /// What there is to say of the templates, also of what was evaluated by need.
  [[nodiscard]] std::vector<Event> events() const;
  /// Files of the workspace that templates came from.
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
  void add(Shapes& shapes, const lowering::EmbeddedText& text, const Resource& owner);
  [[nodiscard]] Value as_text(Value written);
  void give(Value arguments, deployment::TemplateUse& use);

  SourceStore& sources_;
  const knowledge::Limits& limits_;
  ValueStore& store_;
  arm::Project project_;
  std::set<std::string> seen_;
  std::vector<std::string> files_;
  std::vector<Shapes> used_;
};

}  // namespace smtplint::engine
