#include "lsp/serve.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "lsp/client_watch.h"
#include "lsp/server.h"

namespace smtplint::lsp {
namespace {

/// A file descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// False where the reader is gone.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

class Loop {
 public:
  Loop(const ServerOptions& options, int out)
      : out_(out),
        wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
        analyst_(options.catalogue, [this] { wake(); }),
        server_(options, analyst_, [this](const Json& message) { send(message); }) {}

  int run() {
    while (!server_.exit_code()) {
      watch_client();
      if (!wait()) return server_.code_of_end();
      server_.take_finished();
      server_.begin_due(Clock::now());
      if (broken_) return 1;
    }
    return *server_.exit_code();
  }

 private:
  void wake() const { write_all(wake_.number(), std::string_view("\1\0\0\0\0\0\0\0", 8)); }

  void send(const Json& message) {
    if (!broken_ && !write_all(out_, framed(message))) broken_ = true;
  }

  void watch_client() {
    const auto process = server_.client_process();
    if (process && !client_.process()) client_.watch(*process);
  }

  /// Until bytes, a finished analysis, the time for one, or the end of the client. False at the end.
  bool wait() {
    std::array<pollfd, 3> events{
        {{STDIN_FILENO, POLLIN, 0}, {wake_.number(), POLLIN, 0}, {client_.descriptor(), POLLIN, 0}}};
    const int count = poll(events.data(), events.size(), timeout());
    if (count < 0 && errno != EINTR) return false;
    if (client_.is_gone()) return false;
    if (events[1].revents != 0) drain();
    return events[0].revents == 0 || read_some();
  }

  [[nodiscard]] int timeout() {
    using std::chrono::milliseconds;
    std::optional<milliseconds> limit;
    if (client_.has_to_ask()) limit = ClientWatch::interval;
    if (const auto next = server_.next_due()) {
      const auto left = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(*next - Clock::now()));
      limit = limit ? std::min(*limit, left) : left;
    }
    return limit ? static_cast<int>(limit->count()) : -1;
  }

  void drain() const {
    std::array<char, 8> count{};
    [[maybe_unused]] const ssize_t bytes = read(wake_.number(), count.data(), count.size());
  }

  bool read_some() {
    const ssize_t bytes = read(STDIN_FILENO, input_.data(), input_.size());
    if (bytes < 0) return errno == EINTR || errno == EAGAIN;
    if (bytes == 0) return false;
    frames_.append({input_.data(), static_cast<std::size_t>(bytes)});
    while (!server_.exit_code()) {
      const auto frame = frames_.next();
      if (!frame) break;
      server_.take(*frame);
    }
    return true;
  }

  int out_;
  Descriptor wake_;
  bool broken_ = false;
  Analyst analyst_;
  Server server_;
  ClientWatch client_;
  FrameReader frames_;
  std::array<char, 65536> input_{};
};

}  // namespace

Result<int> serve(const ServerOptions& options) {
  // What anything prints by mistake goes to stderr, not between two messages.
  const Descriptor out(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3));
  if (out.number() < 0) return Error{"stdout cannot be written; start the server from an editor"};
  dup2(STDERR_FILENO, STDOUT_FILENO);
  std::signal(SIGPIPE, SIG_IGN);
  const auto loop = std::make_unique<Loop>(options, out.number());
  return loop->run();
}

}  // namespace smtplint::lsp
