#include "lowering/mail/key_role.h"

#include <algorithm>
#include <vector>

#include "lowering/mail/key_tokens.h"

namespace smtplint::lowering {
namespace {

using knowledge::KeyWords;
using knowledge::WordSet;
using Role = knowledge::KeyRole;
using Words = std::vector<std::string>;

bool any_in(const Words& words, const WordSet& set) {
  return std::ranges::any_of(words, [&set](const std::string& word) { return set.contains(word); });
}

bool is_group(const std::string& word, const KeyWords& words) {
  return words.strong_groups.contains(word) || words.weak_groups.contains(word);
}

/// Drops words that say nothing from the end: `smtp_port_default`, `email.smtp_port.secured`.
void drop_qualifiers(std::vector<Words>& segments, const KeyWords& words) {
  while (!segments.empty()) {
    Words& leaf = segments.back();
    while (!leaf.empty() && words.qualifiers.contains(leaf.back())) leaf.pop_back();
    if (!leaf.empty()) return;
    segments.pop_back();
  }
}

struct Ending {
  Role role = Role::none;
  std::size_t length = 0;  ///< in words
};

Ending ending_of(const Words& leaf, const KeyWords& words) {
  for (const knowledge::RolePhrase& phrase : words.phrases) {
    if (phrase.words.size() > leaf.size()) continue;
    if (std::equal(phrase.words.rbegin(), phrase.words.rend(), leaf.rbegin())) {
      return {phrase.role, phrase.words.size()};
    }
  }
  return {};
}

/// `port server smtp` -> `smtp server port`, so that the role stands last.
void put_role_last(Words& leaf, const KeyWords& words) {
  if (leaf.size() > 1 && is_group(leaf.back(), words)) std::ranges::reverse(leaf);
}

/// Only what the key itself says after its last separator tells a client's setting from a listener's.
bool is_other_business(const std::vector<Words>& segments, const KeyWords& words) {
  if (any_in(segments.back(), words.inbound)) return true;
  return std::ranges::any_of(
      segments, [&words](const Words& segment) { return any_in(segment, words.other_protocols); });
}

/// What is asked of the server's certificate names no server to talk to: `SMTP_TLS_SERVER_NAME`.
bool names_certificate(const Words& leaf, std::size_t ending, const KeyWords& words) {
  return ending > 1 && leaf.back() == "name" && any_in(leaf, words.tls);
}

/// Whether a word behind the last that speaks of mail says whose host it is.
bool names_another_host(const std::vector<Words>& segments, const KeyWords& words) {
  bool behind = false, another = false;
  for (const Words& segment : segments) {
    for (const std::string& word : segment) {
      if (is_group(word, words)) {
        behind = true;
        another = false;
      } else {
        another = another || (behind && words.other_hosts.contains(word));
      }
    }
  }
  return another;
}

bool says_how_to_encrypt(Role ending, const Words& leaf, const KeyWords& words) {
  const bool open = ending == Role::none || ending == Role::enabled || ending == Role::disabled;
  return open && any_in(leaf, words.tls);
}

void keep_telling_words(const Words& from, const KeyWords& words, std::string& rest) {
  for (const std::string& word : from) {
    if (is_group(word, words) || words.neutral.contains(word)) continue;
    if (!rest.empty()) rest += '.';
    rest += word;
  }
}

void find_group(const std::vector<Words>& segments, const KeyWords& words, KeyRole& role) {
  for (const Words& segment : segments) {
    for (const std::string& word : segment) {
      const bool strong = words.strong_groups.contains(word);
      if (!strong && !words.weak_groups.contains(word)) continue;
      if (role.family.empty()) role.family = word;
      if (strong) role.strength = GroupStrength::strong;
      if (!strong && role.strength == GroupStrength::none) role.strength = GroupStrength::weak;
    }
  }
}

}  // namespace

std::optional<KeyRole> role_of(std::string_view key, const KeyWords& words) {
  KeyTokens tokens = tokens_of(key, words);
  drop_qualifiers(tokens.segments, words);
  if (tokens.segments.empty() || is_other_business(tokens.segments, words)) return std::nullopt;
  KeyRole result;
  find_group(tokens.segments, words, result);
  Words& leaf = tokens.segments.back();
  if (tokens.leading_word) put_role_last(leaf, words);
  const Ending ending = ending_of(leaf, words);
  result.role = ending.role;
  // A last word that names no role may still be one of its own: `smtp_type` beside `smtp_port`.
  const std::size_t said = std::max<std::size_t>(ending.length, 1);
  Words telling(leaf.begin(), leaf.end() - static_cast<std::ptrdiff_t>(said));
  if (says_how_to_encrypt(ending.role, leaf, words)) {
    result.role = Role::tls;
    telling.assign(leaf.begin(), std::ranges::find_if(leaf, [&words](const std::string& word) {
                     return words.tls.contains(word);
                   }));
  }
  const bool another = any_in(leaf, words.persons) || names_another_host(tokens.segments, words) ||
                       names_certificate(leaf, ending.length, words);
  if (result.role == Role::host && another) result.role = Role::none;
  for (std::size_t i = 0; i + 1 < tokens.segments.size(); ++i) {
    keep_telling_words(tokens.segments[i], words, result.rest);
  }
  keep_telling_words(telling, words, result.rest);
  return result;
}

bool names_mail(std::string_view name, const KeyWords& words) {
  KeyRole role;
  find_group(tokens_of(name, words).segments, words, role);
  return role.strength != GroupStrength::none;
}

bool is_credential(std::string_view key, const KeyWords& words) {
  KeyTokens tokens = tokens_of(key, words);
  const auto says_password = [&words, &tokens] {
    return !tokens.segments.empty() && ending_of(tokens.segments.back(), words).role == Role::password;
  };
  if (says_password()) return true;
  drop_qualifiers(tokens.segments, words);
  return says_password();
}

}  // namespace smtplint::lowering
