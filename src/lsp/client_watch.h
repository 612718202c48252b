#pragma once

#include <chrono>
#include <optional>

#include "lsp/workspaces.h"

namespace smtplint::lsp {

/// Tells when the process of the client is gone, though its end of the pipe may still be open elsewhere.
class ClientWatch {
 public:
  static constexpr std::chrono::seconds interval{3};

  ClientWatch() = default;
  ~ClientWatch();
  ClientWatch(const ClientWatch&) = delete;
  ClientWatch& operator=(const ClientWatch&) = delete;

  void watch(long process);
  /// To wait on; negative where the system has none, and `is_gone` has to be asked from time to time.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool has_to_ask() const { return process_ && descriptor_ < 0; }
  [[nodiscard]] bool is_gone() const;
  [[nodiscard]] std::optional<long> process() const { return process_; }

 private:
  std::optional<long> process_;
  int descriptor_ = -1;
};

}  // namespace smtplint::lsp
