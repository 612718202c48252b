#pragma once

#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/source.h"
#include "engine/workspace/workspace.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// A statement of a file that the program of a folder runs on some compute.
struct ApplicationEvidence {
  knowledge::ApplicationLinkKind::Says says = knowledge::ApplicationLinkKind::Says::resource;
  std::string name;    ///< of the service, image or resource
  std::string folder;  ///< from the workspace; empty: all of it
  Place place;         ///< of the name, or of the folder
};

/// What the files of a workspace say by `rules/platform/application-links.yaml`.
[[nodiscard]] std::vector<ApplicationEvidence> application_evidence(const Workspace& workspace,
                                                                    const FileSystem& files,
                                                                    SourceStore& sources,
                                                                    const knowledge::Catalogue& catalogue);

/// `contoso.azurecr.io/shop:1` as `shop`, `DOCKER|shop` too: what is the same wherever it is kept.
[[nodiscard]] std::string repository_of(std::string_view image);

}  // namespace smtplint::engine
