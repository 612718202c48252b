#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "lsp/session.h"

namespace smtplint::lsp {

/// A row of the table of what a client may ask for between `initialize` and `shutdown`.
struct RequestRow {
  std::string_view method;
  void (*answer)(Session& session, const Json& id, const Json& params);
};

/// And of what it may tell.
struct NotificationRow {
  std::string_view method;
  void (*take)(Session& session, const Json& params);
};

[[nodiscard]] std::span<const RequestRow> requests();
[[nodiscard]] std::span<const NotificationRow> notifications();

/// The result of `initialize`.
[[nodiscard]] Json server_capabilities(const ClientCapabilities& client, const std::string& version);

/// The methods, each in the file of its name. They fail on params that the protocol does not allow with an
/// exception of the JSON library.
void initialized(Session& session, const Json& params);
void did_open(Session& session, const Json& params);
void did_change(Session& session, const Json& params);
void did_save(Session& session, const Json& params);
void did_close(Session& session, const Json& params);
void did_change_watched_files(Session& session, const Json& params);
void did_change_workspace_folders(Session& session, const Json& params);
void cancel_request(Session& session, const Json& params);
void pull_diagnostics(Session& session, const Json& id, const Json& params);
void code_action(Session& session, const Json& id, const Json& params);
void hover_at(Session& session, const Json& id, const Json& params);

/// The absolute path of the document that params name; fails on one that is no file.
[[nodiscard]] std::string document_path(const Json& params);

}  // namespace smtplint::lsp
