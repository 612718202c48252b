#include "lsp/methods.h"

#include <array>

#include "lsp/uri.h"

namespace smtplint::lsp {
namespace {

constexpr std::array request_rows = {
    RequestRow{"textDocument/diagnostic", pull_diagnostics},
    RequestRow{"textDocument/codeAction", code_action},
    RequestRow{"textDocument/hover", hover_at},
};

constexpr std::array notification_rows = {
    NotificationRow{"initialized", initialized},
    NotificationRow{"textDocument/didOpen", did_open},
    NotificationRow{"textDocument/didChange", did_change},
    NotificationRow{"textDocument/didSave", did_save},
    NotificationRow{"textDocument/didClose", did_close},
    NotificationRow{"workspace/didChangeWatchedFiles", did_change_watched_files},
    NotificationRow{"workspace/didChangeWorkspaceFolders", did_change_workspace_folders},
    NotificationRow{"$/cancelRequest", cancel_request},
};

}  // namespace

std::span<const RequestRow> requests() { return request_rows; }

std::span<const NotificationRow> notifications() { return notification_rows; }

std::string document_path(const Json& params) {
  const auto uri = params.at("textDocument").at("uri").get<std::string>();
  const auto path = path_of_uri(uri);
  return path ? real_path(*path) : uri;
}

}  // namespace smtplint::lsp
