#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lsp/analyst.h"
#include "lsp/client_capabilities.h"
#include "lsp/diagnostics.h"
#include "lsp/document_store.h"
#include "lsp/options.h"
#include "lsp/workspaces.h"

namespace smtplint::lsp {

using Send = std::function<void(const Json& message)>;

/// What the server knows of one client between `initialize` and `shutdown`: its documents, and what was found
/// in their workspaces.
class Session {
 public:
  /// Answers a request from what was found; `path` is that of the document, from the workspace.
  using Answer = std::function<Json(const Analysed& analysed, const std::string& path)>;

  Session(const ServerOptions& options, const Json& initialize_params, Analyst& analyst, Send send);

  [[nodiscard]] const ClientCapabilities& client() const { return client_; }
  [[nodiscard]] DocumentStore& documents() { return documents_; }
  [[nodiscard]] Workspaces& workspaces() { return workspaces_; }
  [[nodiscard]] View view(const std::string& root) const;

  /// A document was opened, changed or closed. `again`: what is shown for it is to be sent again.
  void touch(const std::string& path, bool again = false);
  /// Something on disk, or the folders of the client, changed.
  void touch_all();

  /// Answers as soon as the present texts are analysed.
  void answer_when_analysed(const Json& id, const std::string& path, bool fixes, Answer answer);
  void cancel(const Json& id);

  /// Begins the analyses whose time has come.
  void begin_due(Clock::time_point now);
  /// When the next one is due.
  [[nodiscard]] std::optional<Clock::time_point> next_due();
  void take(std::shared_ptr<const Analysed> analysed);

  void send(const Json& message) const { send_(message); }
  void request(std::string_view method, Json params);
  /// Told once, however often it happens.
  void tell(const std::string& message);

 private:
  struct Waiting {
    Json id;
    std::string root;
    std::string path;
    bool fixes = false;
    Answer answer;
  };

  [[nodiscard]] Snapshot snapshot(const std::string& root, const WorkspaceState& state) const;
  [[nodiscard]] std::string uri_of(const std::string& root, const std::string& path) const;
  /// Does a request wait for fixes?
  [[nodiscard]] bool wants_fixes(const std::string& root) const;
  void answer_waiting();
  void show(const std::string& root, WorkspaceState& state);
  void publish(const std::string& root, const std::string& path, const Json& list);

  const ServerOptions& options_;
  ClientCapabilities client_;
  Analyst& analyst_;
  Send send_;
  DocumentStore documents_;
  Workspaces workspaces_;
  std::string initialization_options_;  ///< JSON; empty: none
  std::vector<Waiting> waiting_;
  std::set<std::string> again_;  ///< documents whose diagnostics are sent though they are the same
  std::set<std::string> told_;
  std::uint64_t requests_ = 0;
};

}  // namespace smtplint::lsp
