#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "frontend/deployment/scope.h"
#include "resource/shapes.h"
#include "value/existence.h"
#include "value/store.h"

namespace smtplint::deployment {

/// A template of Azure Resource Manager that something of another language deploys.
struct TemplateUse {
  Value text;                                            ///< the template, where it stands in a text
  std::string path;                                      ///< its file; of a text the file that it stands in
  std::vector<std::pair<std::string, Value>> arguments;  ///< by the names of its parameters
  const Reason* more_arguments = nullptr;                ///< there may be others
  std::string address;                                   ///< of what deploys it
  Existence existence;
  std::optional<Scope> scope;  ///< where it is written nowhere but in the template
};

/// What a use gave.
struct TemplateOutcome {
  Shapes shapes;
  Value outputs;  ///< by name; absent where there is no template
};

/// Evaluates templates for those who do not know their language.
class TemplateReader {
 public:
  TemplateReader() = default;
  TemplateReader(const TemplateReader&) = delete;
  TemplateReader& operator=(const TemplateReader&) = delete;
  virtual ~TemplateReader() = default;

  /// Resources are evaluated by need while the store, the reader and the shapes live.
  [[nodiscard]] virtual TemplateOutcome evaluate(const TemplateUse& use, ValueStore& store) = 0;
};

/// Where modules come from that are not of the language that names them.
struct ModuleSources {
  TemplateReader* templates = nullptr;  ///< nobody reads templates in JSON where there is none
  std::string cache;                    ///< path of the compiler's cache of registries; empty: there is none
};

}  // namespace smtplint::deployment
