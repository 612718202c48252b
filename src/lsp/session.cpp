#include "lsp/session.h"

#include <algorithm>

#include "base/path.h"
#include "lsp/uri.h"

namespace smtplint::lsp {
namespace {

constexpr int message_warning = 2;

/// The folders that a client opens with, in the words of any version of the protocol.
std::vector<std::string> folders_in(const Json& params) {
  std::vector<std::string> uris;
  if (params.contains("workspaceFolders") && params["workspaceFolders"].is_array()) {
    for (const Json& folder : params["workspaceFolders"]) uris.push_back(folder.at("uri").get<std::string>());
  } else if (params.contains("rootUri") && params["rootUri"].is_string()) {
    uris.push_back(params["rootUri"].get<std::string>());
  }
  std::vector<std::string> paths;
  for (const std::string& uri : uris) {
    if (auto path = path_of_uri(uri)) paths.push_back(std::move(*path));
  }
  return paths;
}

}  // namespace

Session::Session(const ServerOptions& options, const Json& params, Analyst& analyst, Send send)
    : options_(options),
      client_(capabilities_in(params)),
      analyst_(analyst),
      send_(std::move(send)),
      documents_(client_.unit) {
  for (const std::string& folder : folders_in(params)) workspaces_.add_folder(folder);
  if (params.contains("initializationOptions") && !params["initializationOptions"].is_null()) {
    initialization_options_ = params["initializationOptions"].dump();
  }
}

std::string Session::uri_of(const std::string& root, const std::string& path) const {
  const std::string absolute = root + (root.ends_with('/') ? "" : "/") + path;
  const Document* open = documents_.find(absolute);
  return open != nullptr ? open->uri : uri_of_path(absolute);
}

View Session::view(const std::string& root) const {
  return {client_, options_.docs_url, [this, root](const std::string& path) { return uri_of(root, path); },
          options_.catalogue};
}

void Session::touch(const std::string& path, bool again) {
  if (again) again_.insert(path);
  workspaces_.at(workspaces_.root_of(path)).touch(Clock::now());
}

void Session::touch_all() {
  for (auto& [root, state] : workspaces_.all()) state.touch(Clock::now());
  for (const auto& [path, document] : documents_.all()) {
    WorkspaceState& state = workspaces_.at(workspaces_.root_of(path));
    if (!state.due) state.touch(Clock::now());
  }
}

Snapshot Session::snapshot(const std::string& root, const WorkspaceState& state) const {
  Snapshot result{root, state.generation, {}, {}, options_.module_folder};
  result.request.today = options_.today();
  result.request.fixes = wants_fixes(root);
  if (!initialization_options_.empty()) {
    result.request.configuration.options = {"initializationOptions", "", initialization_options_};
  }
  for (const auto& [path, document] : documents_.all()) {
    if (workspaces_.root_of(path) != root) continue;
    std::string from_root = path_from(root, path);
    result.request.paths.push_back(from_root);
    result.open.push_back({std::move(from_root), document.text, document.parsed});
  }
  return result;
}

void Session::begin_due(Clock::time_point now) {
  for (auto& [root, state] : workspaces_.all()) {
    if (!state.due || state.begin > now) continue;
    state.due = false;
    Snapshot next = snapshot(root, state);
    if (!next.open.empty()) {
      analyst_.submit(std::move(next));
      continue;
    }
    Analysed nothing;  // no document of it is open any more: all that was shown goes
    nothing.root = root;
    nothing.generation = state.generation;
    nothing.has_fixes = true;
    nothing.report.sources = std::make_shared<const SourceStore>();
    take(std::make_shared<const Analysed>(std::move(nothing)));
  }
}

std::optional<Clock::time_point> Session::next_due() {
  std::optional<Clock::time_point> next;
  for (const auto& [root, state] : workspaces_.all()) {
    if (state.due && (!next || state.begin < *next)) next = state.begin;
  }
  return next;
}

void Session::take(std::shared_ptr<const Analysed> analysed) {
  WorkspaceState* state = workspaces_.find(analysed->root);
  if (state == nullptr || analysed->generation != state->generation) return;
  for (const OpenText& open : analysed->parsed) {
    documents_.set_parsed(analysed->root + "/" + open.path, open.text);
  }
  const bool failed = !analysed->error.empty();
  if (failed) tell(analysed->error);
  state->latest = std::move(analysed);
  if (!failed) show(state->latest->root, *state);
  answer_waiting();
}

void Session::show(const std::string& root, WorkspaceState& state) {
  std::map<std::string, Json> now = diagnostics_of(*state.latest, view(root));
  for (const auto& [path, list] : state.shown) now.try_emplace(path, Json::array());
  for (const auto& [path, document] : documents_.all()) {
    if (workspaces_.root_of(path) == root) now.try_emplace(path_from(root, path), Json::array());
  }
  bool other_changed = false;
  for (const auto& [path, list] : now) {
    const auto before = state.shown.find(path);
    const bool same = before == state.shown.end() ? list.empty() : before->second == list;
    const bool again = again_.erase(root + "/" + path) > 0;
    other_changed = other_changed || !same;
    if (!client_.pulls_diagnostics && (!same || again)) publish(root, path, list);
  }
  std::erase_if(now, [](const auto& entry) { return entry.second.empty(); });
  const bool asked_before = !state.shown.empty() || !now.empty();
  state.shown = std::move(now);
  if (client_.pulls_diagnostics && client_.refreshes_diagnostics && other_changed && asked_before) {
    request("workspace/diagnostic/refresh", nullptr);
  }
}

void Session::publish(const std::string& root, const std::string& path, const Json& list) {
  Json params{{"uri", uri_of(root, path)}, {"diagnostics", list}};
  const Document* open = documents_.find(root + "/" + path);
  if (open != nullptr && client_.diagnostic_versions) params["version"] = open->version;
  send(notification("textDocument/publishDiagnostics", std::move(params)));
}

void Session::answer_when_analysed(const Json& id, const std::string& path, bool fixes, Answer answer) {
  const std::string root = workspaces_.root_of(path);
  const bool asked = wants_fixes(root);
  waiting_.push_back({id, root, path_from(root, path), fixes, std::move(answer)});
  WorkspaceState& state = workspaces_.at(root);
  const bool there = state.is_current() && (!fixes || state.latest->has_fixes);
  if (there) return answer_waiting();
  const bool enough = !state.due && state.generation > 0 && (!fixes || asked);
  if (!enough) state.analyse_at_once(Clock::now());
}

bool Session::wants_fixes(const std::string& root) const {
  return std::ranges::any_of(waiting_, [&root](const Waiting& one) { return one.fixes && one.root == root; });
}

void Session::answer_waiting() {
  std::vector<Waiting> later;
  for (Waiting& one : std::exchange(waiting_, {})) {
    const WorkspaceState& state = workspaces_.at(one.root);
    if (state.is_current() && (!one.fixes || state.latest->has_fixes || !state.latest->error.empty())) {
      send(response(one.id, one.answer(*state.latest, one.path)));
    } else {
      later.push_back(std::move(one));
    }
  }
  waiting_ = std::move(later);
}

void Session::cancel(const Json& id) {
  const auto found = std::ranges::find(waiting_, id, &Waiting::id);
  if (found == waiting_.end()) return;
  send(error_response(id, ErrorCode::request_cancelled, "the request was cancelled"));
  waiting_.erase(found);
}

void Session::request(std::string_view method, Json params) {
  Json message = notification(method, std::move(params));
  message["id"] = "smtplint-" + std::to_string(++requests_);
  if (message["params"].is_null()) message.erase("params");
  send(message);
}

void Session::tell(const std::string& message) {
  if (!told_.insert(message).second) return;
  send(notification("window/showMessage", {{"type", message_warning}, {"message", "smtplint: " + message}}));
}

}  // namespace smtplint::lsp
