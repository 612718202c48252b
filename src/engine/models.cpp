#include "engine/models.h"

#include "engine/deployment.h"
#include "engine/opened_workspace.h"

namespace smtplint::engine {

void for_each_model(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
                    SourceStore& sources, const ModelAction& action) {
  const OpenedWorkspace workspace(request, files, catalogue, sources);
  for (const OpenedRoot& root : workspace.roots()) {
    const auto& described = root.language->roots()[root.index];
    for (const std::string& environment : described.environments) {
      ValueStore store;
      std::vector<Place> secrets;
      const Shapes shapes = root.language->evaluate({root.index, environment}, store);
      action({described.name.empty() ? "." : described.name, environment},
             model_of(shapes, catalogue, store, secrets), store);
    }
  }
}

}  // namespace smtplint::engine
