#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/assert.h"

namespace smtplint {

/// The world is wrong (unreadable file, bad option, bad rule file). The message says what to do.
struct Error {
  std::string message;
};

/// Either a value or the error that prevented it.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& {
    SMTPLINT_ASSERT(ok());
    return *std::get_if<T>(&state_);
  }
  [[nodiscard]] T&& value() && {
    SMTPLINT_ASSERT(ok());
    return std::move(*std::get_if<T>(&state_));
  }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const {
    SMTPLINT_ASSERT(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace smtplint
