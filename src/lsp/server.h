#pragma once

#include <memory>
#include <optional>

#include "lsp/analyst.h"
#include "lsp/framing.h"
#include "lsp/options.h"
#include "lsp/session.h"

namespace smtplint::lsp {

/// The life of a server: takes frames, sends messages, and says when it is over. Knows nothing of streams and
/// threads' ends, so that tests can talk to it directly.
class Server {
 public:
  Server(const ServerOptions& options, Analyst& analyst, Send send);

  void take(const Frame& frame);
  /// What the analyst has finished.
  void take_finished();
  void begin_due(Clock::time_point now);
  [[nodiscard]] std::optional<Clock::time_point> next_due();

  /// The exit code, once it is over.
  [[nodiscard]] std::optional<int> exit_code() const { return exit_code_; }
  /// What the exit code is where the client goes away.
  [[nodiscard]] int code_of_end() const { return shut_down_ ? 0 : 1; }
  /// The process of the client, where it has said so.
  [[nodiscard]] std::optional<long> client_process() const { return client_process_; }

 private:
  void take_message(const Json& message);
  void take_request(const std::string& method, const Json& id, const Json& params);
  void take_notification(const std::string& method, const Json& params);
  void answer(const std::string& method, const Json& id, const Json& params);
  void initialize(const Json& id, const Json& params);
  void refuse(const Json& id, ErrorCode code, std::string_view message);

  const ServerOptions& options_;
  Analyst& analyst_;
  Send send_;
  std::unique_ptr<Session> session_;  ///< from `initialize` to `shutdown`
  bool initialized_ = false;
  bool shut_down_ = false;
  unsigned broken_frames_ = 0;  ///< one after the other
  std::optional<int> exit_code_;
  std::optional<long> client_process_;
};

}  // namespace smtplint::lsp
