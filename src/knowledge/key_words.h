#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// What a setting is for, by the words of its key.
enum class KeyRole { none, host, port, dsn, user, password, tls, login_switch, enabled, disabled };

using WordSet = std::unordered_set<std::string>;

/// Words at the end of a key, and the role that they give it: `server address`, `port number`.
struct RolePhrase {
  std::vector<std::string> words;
  KeyRole role = KeyRole::none;
};

/// The words of keys like `SMTP_PORT`, `EmailSettings:SmtpServer` and `PuertoServerSMTP`:
/// `rules/platform/key-words.yaml`. All in lower case.
struct KeyWords {
  WordSet strong_groups;                    ///< say SMTP by themselves
  WordSet weak_groups;                      ///< say mail, which may also be something else
  std::vector<std::string> compound_heads;  ///< longest first
  WordSet compound_tails;
  WordSet reversed_heads;  ///< `portsmtp`
  WordSet reversed_tails;
  std::unordered_map<std::string, std::string> aliases;  ///< misspellings and other languages
  WordSet leading_words;            ///< stand before the group they belong to: `ServidorSmtp`
  WordSet qualifiers;               ///< say nothing at the end of a key
  WordSet neutral;                  ///< do not tell two mailers apart
  WordSet inbound;                  ///< in the last segment: not a client's setting
  WordSet other_protocols;          ///< anywhere
  WordSet persons;                  ///< in the last segment: the host is that of somebody's address
  WordSet other_hosts;              ///< behind the group: the host is that of something else than mail
  WordSet tls;                      ///< anywhere in the last segment
  std::vector<RolePhrase> phrases;  ///< longest first

  static constexpr std::string_view id = "key-words";
  [[nodiscard]] static KeyWords read(Reader& reader);
};

}  // namespace smtplint::knowledge
