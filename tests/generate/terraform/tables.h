#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagnostic/vocabulary.h"
#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {

/// How a literal is written first: `value.expression` is the literal, marked; afterwards it stands for it.
[[nodiscard]] std::span<const Move> origins();
/// How a value is handed on.
[[nodiscard]] std::span<const Move> steps();

/// What the settings are called.
struct Naming {
  std::string_view host, port, user, password;
  std::string_view starttls;  ///< the line that switches STARTTLS on, of programs whose TLS settings are known
};
[[nodiscard]] std::span<const Naming> namings();

/// A resource that sends mail.
struct Sender {
  std::string_view type;
  WorkloadKind kind;
  bool integrated;
  /// The blocks of the resource and of what it needs; `settings` are lines `NAME = expression`.
  std::string (*write)(std::string_view label, std::string_view instances,
                       const std::vector<std::string>& settings);
};
[[nodiscard]] std::span<const Sender> senders();
/// Holds the settings, and sends nothing.
[[nodiscard]] const Sender& value_holder_sender();

}  // namespace smtplint::generate::terraform
