#include "engine/applications/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace smtplint::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// `service web in src/web`, for each statement of the files.
std::vector<std::string> statements(const std::map<std::string, std::string>& files) {
  MemoryFileSystem system;
  Workspace workspace;
  for (const auto& [path, text] : files) {
    system.add(path, text);
    workspace.paths.push_back(path);
  }
  SourceStore sources;
  std::vector<std::string> found;
  for (const ApplicationEvidence& one :
       application_evidence(workspace, system, sources, knowledge::Catalogue::built_in())) {
    const bool service = one.says == knowledge::ApplicationLinkKind::Says::service;
    const bool image = one.says == knowledge::ApplicationLinkKind::Says::image;
    found.push_back(std::string(service ? "service "
                                : image ? "image "
                                        : "resource ") +
                    one.name + " in " + one.folder + " by " + std::string(sources.slice(one.place)));
  }
  return found;
}

TEST(ApplicationEvidence, IsReadFromTheAzureDeveloperCli) {
  EXPECT_THAT(
      statements({{"shop/azure.yaml", "services:\n  web:\n    project: ./src/web\n  gone: {project: gone}\n"},
                  {"shop/src/web/a.json", "{}"}}),
      ElementsAre("service web in shop/src/web by ./src/web"));
}

TEST(ApplicationEvidence, IsReadFromWorkflows) {
  const std::string workflow =
      "env: {APP: shop, ROOT: src}\njobs:\n  d:\n    steps:\n    - uses: actions/checkout@v4\n"
      "    - uses: azure/webapps-deploy@v3\n      with: {app-name: '${{ env.APP }}', package: "
      "'${{env.ROOT}}/web'}\n"
      "    - uses: docker/build-push-action@v6\n      with:\n        context: .\n        file: "
      "src/mail/Dockerfile\n"
      "        tags: |\n          contoso.azurecr.io/mail:1\n          contoso.azurecr.io/mail:latest\n"
      "    - uses: azure/webapps-deploy@v3\n      with: {app-name: other, package: '${{ secrets.PATH }}'}\n";
  EXPECT_THAT(
      statements(
          {{".github/workflows/d.yml", workflow}, {"src/mail/Dockerfile", ""}, {"src/web/a.json", "{}"}}),
      ElementsAre("image contoso.azurecr.io/mail:1 in src/mail by |",
                  "image contoso.azurecr.io/mail:latest in src/mail by |",
                  "resource shop in src/web by ${{ env.APP }}"));
  EXPECT_THAT(statements({{"workflow.yml", workflow}, {"src/web/a.json", "{}"}}), IsEmpty());
}

TEST(ApplicationEvidence, StaysInTheWorkspace) {
  EXPECT_THAT(statements({{"azure.yaml", "services:\n  web: {project: ../other}\n  all: {project: .}\n"}}),
              ElementsAre("service all in  by ."));
}

TEST(ApplicationEvidence, ComparesImagesWithoutRegistryAndTag) {
  EXPECT_EQ(repository_of("contoso.azurecr.io/team/shop:1.2"), "team/shop");
  EXPECT_EQ(repository_of("localhost:5000/shop@sha256:0"), "shop");
  EXPECT_EQ(repository_of("DOCKER|contoso.azurecr.io/shop"), "shop");
  EXPECT_EQ(repository_of("${{ env.REGISTRY }}/shop:${{ github.sha }}"), "shop");
  EXPECT_EQ(repository_of("library/nginx"), "library/nginx");
}

}  // namespace
}  // namespace smtplint::engine
