#include "lsp/methods.h"

namespace smtplint::lsp {

Json server_capabilities(const ClientCapabilities& client, const std::string& version) {
  constexpr int incremental = 2;
  Json capabilities{
      {"positionEncoding", encoding_name(client.unit)},
      {"textDocumentSync",
       {{"openClose", true}, {"change", incremental}, {"save", {{"includeText", false}}}}},
      {"hoverProvider", true},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
  };
  if (client.action_literals) capabilities["codeActionProvider"] = {{"codeActionKinds", {"quickfix"}}};
  if (client.pulls_diagnostics) {
    capabilities["diagnosticProvider"] = {
        {"identifier", "smtplint"}, {"interFileDependencies", true}, {"workspaceDiagnostics", false}};
  }
  return {{"capabilities", std::move(capabilities)},
          {"serverInfo", {{"name", "smtplint"}, {"version", version}}}};
}

/// Any file may be one that an expression reads, so that all of them are watched.
void initialized(Session& session, const Json& /*params*/) {
  if (!session.client().watches_files) return;
  const Json watchers{{{"globPattern", "**/*"}}};
  const Json registration{{"id", "smtplint-files"},
                          {"method", "workspace/didChangeWatchedFiles"},
                          {"registerOptions", {{"watchers", watchers}}}};
  session.request("client/registerCapability", {{"registrations", Json::array({registration})}});
}

}  // namespace smtplint::lsp
