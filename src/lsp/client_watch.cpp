#include "lsp/client_watch.h"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace smtplint::lsp {

ClientWatch::~ClientWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

void ClientWatch::watch(long process) {
  process_ = process;
  descriptor_ = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
}

bool ClientWatch::is_gone() const {
  if (!process_) return false;
  if (descriptor_ >= 0) {
    pollfd ended{descriptor_, POLLIN, 0};
    return poll(&ended, 1, 0) > 0;
  }
  return kill(static_cast<pid_t>(*process_), 0) != 0 && errno == ESRCH;
}

}  // namespace smtplint::lsp
