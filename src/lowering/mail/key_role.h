#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "knowledge/key_words.h"

namespace smtplint::lowering {

enum class GroupStrength {
  none,    ///< the key says nothing of mail
  weak,    ///< it says mail, which need not be SMTP
  strong,  ///< it says SMTP
};

/// What the words of a key say.
struct KeyRole {
  knowledge::KeyRole role = knowledge::KeyRole::none;
  GroupStrength strength = GroupStrength::none;
  std::string family;  ///< the word that says mail: `smtp`, `email`; empty where none does
  std::string rest;    ///< what tells one mailer from another: `orders` of `ORDERS_SMTP_HOST`
};

/// The role of a key. Nothing where it speaks of another protocol, of receiving, or has no words. The host
/// role is refused where the key speaks of a person's address.
[[nodiscard]] std::optional<KeyRole> role_of(std::string_view key, const knowledge::KeyWords& words);

/// True where a name has a word of mail: `smtp`, `emailSettings`.
[[nodiscard]] bool names_mail(std::string_view name, const knowledge::KeyWords& words);

/// True for the key of a password, token or secret, of mail or of anything else.
[[nodiscard]] bool is_credential(std::string_view key, const knowledge::KeyWords& words);

}  // namespace smtplint::lowering
