#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "frontend/deployment/roots.h"
#include "frontend/deployment/scope.h"
#include "frontend/deployment/template_use.h"
#include "resource/shapes.h"
#include "value/store.h"

/// ARM templates: JSON files with expressions in, neutral shapes out. Knows nothing of mail.
namespace smtplint::arm {

using deployment::Environment;
using deployment::Limits;
using deployment::Root;

/// All templates of one workspace.
class Project final : public deployment::TemplateReader {
 public:
  /// `paths`: all files of the workspace that `file_names` claims; what is no template is not read further
  /// than its first bytes. File system and sources must outlive the project.
  Project(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
          const Limits& limits);
  ~Project() override;

  /// All templates. Those that others name come last, each behind those that name it: they are roots only
  /// where no evaluation of another one has read them, for a link may lead elsewhere.
  [[nodiscard]] const std::vector<Root>& roots() const;
  /// The Bicep file beside a root that it was made of; empty where there is none.
  [[nodiscard]] std::string compiled_from(const Root& root) const;
  /// Resources are evaluated by need while the store, the project and the shapes live.
  [[nodiscard]] Shapes evaluate(const Root& root, const Environment& environment, ValueStore& store);
  [[nodiscard]] deployment::TemplateOutcome evaluate(const deployment::TemplateUse& use,
                                                     ValueStore& store) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a text is a parameter file: an object with an object of parameters.
[[nodiscard]] bool is_parameter_file(std::string_view text, const Limits& limits);
/// Names that a template or parameter file may have.
[[nodiscard]] FileNames file_names();

}  // namespace smtplint::arm
