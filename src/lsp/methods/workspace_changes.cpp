#include "lsp/methods.h"
#include "lsp/uri.h"

namespace smtplint::lsp {

void did_change_watched_files(Session& session, const Json& /*params*/) { session.touch_all(); }

void did_change_workspace_folders(Session& session, const Json& params) {
  const Json& event = params.at("event");
  for (const Json& folder : event.at("removed")) {
    if (const auto path = path_of_uri(folder.at("uri").get<std::string>()))
      session.workspaces().remove_folder(*path);
  }
  for (const Json& folder : event.at("added")) {
    if (const auto path = path_of_uri(folder.at("uri").get<std::string>()))
      session.workspaces().add_folder(*path);
  }
  session.touch_all();
}

void cancel_request(Session& session, const Json& params) { session.cancel(params.at("id")); }

}  // namespace smtplint::lsp
