#pragma once

#include <optional>
#include <string>

#include "knowledge/framework.h"
#include "lowering/mail/draft.h"
#include "lowering/mail/setting_reader.h"
#include "model/mailer.h"

namespace smtplint::lowering {

/// What the settings of a mailer say of TLS.
struct TlsReading {
  model::Stated stated = model::Stated::absent;
  std::optional<knowledge::TlsMode> mode = {};  ///< of a known program; none where it is not known
  std::string open = {};                        ///< why what a setting says is not known
};
[[nodiscard]] TlsReading tls_of(const Draft& draft, const Settings& block, const SettingReader& reader);

/// What they say of logging in; a login in the server's URL is not looked at.
struct LoginReading {
  model::Stated stated = model::Stated::absent;
  std::string open = {};  ///< why what a setting says is not known
};
[[nodiscard]] LoginReading login_of(const Draft& draft, const Settings& block, const SettingReader& reader);

enum class Delivery { by_smtp, silent, direct };
/// Whether the program sends at all, and how, whatever host is set. What is not known does not silence it.
[[nodiscard]] Delivery delivery_of(const Draft& draft, const Settings& block, const SettingReader& reader);

/// How a program delivers where no host is set.
struct WithoutHost {
  bool direct = false;          ///< to the recipients' mail exchangers
  bool open = false;            ///< by settings that are not known
  const Setting* by = nullptr;  ///< what says so; nullptr where that is the program's default
};
[[nodiscard]] WithoutHost without_host(const Draft& draft, const Settings& block,
                                       const SettingReader& reader);

}  // namespace smtplint::lowering
