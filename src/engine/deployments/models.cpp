#include "engine/deployments/models.h"

#include "engine/deployments/analysis_cache.h"
#include "engine/deployments/deployment.h"
#include "engine/deployments/deployments.h"
#include "engine/judging/request_check.h"

namespace smtplint::engine {

std::string heading(const DeploymentName& name) {
  return "# " + name.root + (name.environment.empty() ? "" : " (" + name.environment + ")") + "\n";
}

std::optional<Error> for_each_model(const Request& request, const FileSystem& files,
                                    const knowledge::Catalogue& catalogue, SourceStore& sources,
                                    const std::function<void(DeploymentModel& deployment)>& action) {
  const auto subscription = check_request(request, files, catalogue);
  if (!subscription) return subscription.error();
  AnalysisCache cache;
  Deployments deployments(request, files, catalogue, *subscription, sources, cache, {});
  if (auto error = deployments.link_programs()) return error;
  FilesRead read;
  for (const OpenedRoot* root : deployments.roots()) {
    if (read.have_part(*root)) continue;
    const auto terms = deployments.terms(root->name());
    if (!terms) return terms.error();
    for (const std::string& environment : root->language->roots()[root->index].environments) {
      if (deployments.is_linked(*root, environment)) continue;
      ValueStore store;
      MetByTheWay met;
      WorkspaceScripts scripts = deployments.workspace().scripts_of(*root);
      const DeclaredSubscriptions declared(*subscription, *(*terms)->configuration, root->name(),
                                           environment);
      Shapes shapes = root->language->evaluate({root->index, environment}, store);
      const ModelContext context{catalogue, (*terms)->own, {files, sources},
                                 store,     scripts,       deployments.documents_of(*root, environment)};
      DeploymentModel deployment{{root->name().empty() ? "." : root->name(), environment},
                                 model_of(shapes, context, met),
                                 store,
                                 **terms,
                                 declared};
      action(deployment);
      read.note(shapes);
    }
  }
  return std::nullopt;
}

}  // namespace smtplint::engine
