#include "lsp/server.h"

#include <algorithm>

#include "lsp/methods.h"

namespace smtplint::lsp {
namespace {

/// After so many broken frames the stream is no longer one of messages.
constexpr unsigned most_broken_frames = 16;

const Json no_id = nullptr;

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer() || id.is_null(); }

}  // namespace

Server::Server(const ServerOptions& options, Analyst& analyst, Send send)
    : options_(options), analyst_(analyst), send_(std::move(send)), client_process_(options.client_process) {}

void Server::refuse(const Json& id, ErrorCode code, std::string_view message) {
  send_(error_response(id, code, message));
}

void Server::take(const Frame& frame) {
  switch (frame.kind) {
    case Frame::Kind::broken:
      if (++broken_frames_ >= most_broken_frames) exit_code_ = 1;
      return;
    case Frame::Kind::too_large:
      return refuse(no_id, ErrorCode::invalid_request, "the message is larger than 256 MiB");
    case Frame::Kind::body:
      break;
  }
  broken_frames_ = 0;
  const auto message = parse_body(frame.text);
  if (!message) return refuse(no_id, ErrorCode::parse_error, "the message is no JSON, or nested too deep");
  take_message(*message);
}

void Server::take_message(const Json& message) {
  const bool valid = message.is_object() && message.contains("jsonrpc") && message["jsonrpc"] == "2.0";
  if (!valid)
    return refuse(no_id, ErrorCode::invalid_request, "no message of JSON-RPC 2.0; batches are not taken");
  const bool has_id = message.contains("id");
  if (has_id && !is_id(message["id"]))
    return refuse(no_id, ErrorCode::invalid_request, "an id is text or a number");
  if (!message.contains("method")) {
    if (has_id && (message.contains("result") || message.contains("error"))) return;  // to a request of ours
    return refuse(has_id ? message["id"] : no_id, ErrorCode::invalid_request, "a message without method");
  }
  if (!message["method"].is_string()) return refuse(no_id, ErrorCode::invalid_request, "a method is text");
  const auto method = message["method"].get<std::string>();
  const Json params = message.contains("params") ? message["params"] : Json::object();
  has_id ? take_request(method, message["id"], params) : take_notification(method, params);
}

void Server::take_request(const std::string& method, const Json& id, const Json& params) {
  if (shut_down_) return refuse(id, ErrorCode::invalid_request, "the server is shut down");
  if (!initialized_ && method != "initialize") {
    return refuse(id, ErrorCode::server_not_initialized, "`initialize` comes first");
  }
  if (initialized_ && method == "initialize") {
    return refuse(id, ErrorCode::invalid_request, "`initialize` comes once");
  }
  try {
    answer(method, id, params);
  } catch (const Json::exception&) {
    refuse(id, ErrorCode::invalid_params, "the parameters are not those of `" + method + "`");
  } catch (const std::exception& error) {
    refuse(id, ErrorCode::internal_error, error.what());
  }
}

void Server::answer(const std::string& method, const Json& id, const Json& params) {
  if (method == "initialize") return initialize(id, params);
  if (method == "shutdown") {
    shut_down_ = true;
    session_.reset();
    return send_(response(id, nullptr));
  }
  const auto rows = requests();
  const auto row = std::ranges::find(rows, method, &RequestRow::method);
  if (row == rows.end())
    return refuse(id, ErrorCode::method_not_found, "there is no method `" + method + "`");
  row->answer(*session_, id, params);
}

void Server::initialize(const Json& id, const Json& params) {
  const Json usable = params.is_object() ? params : Json::object();
  if (usable.contains("processId") && usable["processId"].is_number_integer()) {
    client_process_ = usable["processId"].get<long>();
  }
  session_ = std::make_unique<Session>(options_, usable, analyst_, send_);
  initialized_ = true;
  send_(response(id, server_capabilities(session_->client(), options_.version)));
}

void Server::take_notification(const std::string& method, const Json& params) {
  if (method == "exit") {
    exit_code_ = code_of_end();
    return;
  }
  if (session_ == nullptr) return;
  const auto rows = notifications();
  const auto row = std::ranges::find(rows, method, &NotificationRow::method);
  if (row == rows.end()) return;
  try {
    row->take(*session_, params);
  } catch (const Json::exception&) {
    session_->tell("`" + method + "` came with other parameters than the protocol has, and was not heeded");
  } catch (const std::exception& error) {
    session_->tell("`" + method + "`: " + error.what());
  }
}

void Server::take_finished() {
  for (const auto& analysed : analyst_.collect()) {
    if (session_ != nullptr) session_->take(analysed);
  }
}

void Server::begin_due(Clock::time_point now) {
  if (session_ != nullptr) session_->begin_due(now);
}

std::optional<Clock::time_point> Server::next_due() {
  return session_ == nullptr ? std::nullopt : session_->next_due();
}

}  // namespace smtplint::lsp
