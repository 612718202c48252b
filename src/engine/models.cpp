#include "engine/models.h"

#include "engine/configuration/resolver.h"
#include "engine/deployment.h"
#include "engine/opened_workspace.h"
#include "engine/request_check.h"
#include "syntax/parse_cache.h"

namespace smtplint::engine {

std::optional<Error> for_each_model(const Request& request, const FileSystem& files,
                                    const knowledge::Catalogue& catalogue, SourceStore& sources,
                                    const std::function<void(DeploymentModel& deployment)>& action) {
  const auto subscription = check_request(request, files, catalogue);
  if (!subscription) return subscription.error();
  ParseCache cache;
  const OpenedWorkspace workspace(request, files, catalogue, sources, cache);
  ConfigurationResolver resolver(request.configuration, files, catalogue, sources);
  FilesRead read;
  for (const OpenedRoot& root : workspace.roots()) {
    if (read.have_part(root)) continue;
    const auto configuration = resolver.of(root.name());
    if (!configuration) return configuration.error();
    const Terms terms = terms_of(request, **configuration, catalogue);
    for (const std::string& environment : root.language->roots()[root.index].environments) {
      ValueStore store;
      MetByTheWay met;
      WorkspaceScripts scripts = workspace.scripts_of(root);
      const DeclaredSubscriptions declared(*subscription, **configuration, root.name(), environment);
      Shapes shapes = root.language->evaluate({root.index, environment}, store);
      DeploymentModel deployment{
          {root.name().empty() ? "." : root.name(), environment},
          model_of(shapes, {catalogue, terms.own, {files, sources}, store, scripts}, met),
          store,
          terms,
          declared};
      action(deployment);
      read.note(shapes);
    }
  }
  return std::nullopt;
}

}  // namespace smtplint::engine
