#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// How a connection is protected.
enum class TlsMode {
  plaintext,      ///< never
  opportunistic,  ///< STARTTLS where the server offers it
  starttls,       ///< STARTTLS or nothing
  implicit,       ///< from the first byte
};
[[nodiscard]] std::optional<TlsMode> tls_mode_named(std::string_view word);

/// What a URL scheme says: `smtps` means implicit TLS and port 465.
struct Scheme {
  std::string name;
  std::optional<std::uint16_t> port;  ///< where every program takes the same one
  std::optional<TlsMode> tls;
};

/// A port by its name in the services database.
struct NamedPort {
  std::string name;
  std::uint16_t number = 0;
};

/// Forms of values: `rules/platform/setting-forms.yaml`. All in lower case.
struct SettingForms {
  std::vector<Scheme> schemes;
  std::vector<NamedPort> services;
  std::vector<std::string> secret_references;  ///< how a reference to a secret store begins
  std::vector<std::string> true_words;
  std::vector<std::string> false_words;

  [[nodiscard]] const Scheme* scheme(std::string_view name) const;
  [[nodiscard]] std::optional<std::uint16_t> service(std::string_view name) const;
  static constexpr std::string_view id = "setting-forms";
  [[nodiscard]] static SettingForms read(Reader& reader);
};

}  // namespace smtplint::knowledge
