#include "lowering/mail/protection.h"

#include <algorithm>

#include "base/glob.h"
#include "lowering/mail/framework_drafts.h"
#include "lowering/mail/key_role.h"

namespace smtplint::lowering {
namespace {

using knowledge::TlsMode;
using model::Stated;

std::optional<TlsMode> mode_of(const knowledge::TlsKey& key, const std::string& word,
                               const SettingReader& reader) {
  const auto direct = key.values.find(word);
  if (direct != key.values.end()) return direct->second;
  const auto flag = reader.flag(word);
  if (!flag) return std::nullopt;
  const auto by_flag = key.values.find(*flag ? "true" : "false");
  if (by_flag == key.values.end()) return std::nullopt;
  return by_flag->second;
}

TlsReading tls_of_framework(const Draft& draft, const Settings& block, const SettingReader& reader) {
  for (const knowledge::TlsKey& key : draft.form->tls) {
    const Setting* setting = setting_named(draft, key.key);
    if (setting == nullptr || setting->value.is_unset()) continue;
    const auto word = reader.word(*setting);
    if (!word) return {Stated::unknown, std::nullopt, reader.why_open(*setting)};
    const auto mode = mode_of(key, *word, reader);
    if (mode) return {*mode == TlsMode::plaintext ? Stated::off : Stated::on, mode, {}};
  }
  if (!block.complete) return {Stated::unknown, std::nullopt, {}};
  return {Stated::absent, draft.framework->tls_otherwise, {}};
}

bool is_one_of(const std::string& word, const std::vector<std::string>& words, const SettingReader& reader) {
  const auto same = [&word](const std::string& pattern) { return glob_matches(pattern, word); };
  if (std::ranges::any_of(words, same)) return true;
  const auto flag = reader.flag(word);
  return flag && std::ranges::find(words, *flag ? "true" : "false") != words.end();
}

bool holds(const knowledge::StateKey& state, const Draft& draft, const Settings& block,
           const SettingReader& reader) {
  const Setting* setting = setting_named(draft, state.key);
  const bool is_absent = setting == nullptr || reader.is_set(*setting) == Stated::absent;
  if (is_absent) return state.when_absent && block.complete;
  const auto word = reader.word(*setting);
  if (!word) return false;
  if (!state.is.empty()) return is_one_of(*word, state.is, reader);
  return !state.is_not.empty() && !is_one_of(*word, state.is_not, reader);
}

bool any_flag(const std::vector<const Setting*>& settings, bool wanted, const SettingReader& reader) {
  return std::ranges::any_of(settings, [wanted, &reader](const Setting* setting) {
    const auto word = reader.word(*setting);
    return word && reader.flag(*word) == wanted;
  });
}

bool is_switched_off(const Draft& draft, const SettingReader& reader) {
  if (draft.form == nullptr) return any_flag(draft.login_switches, false, reader);
  return std::ranges::any_of(draft.form->login_off, [&](const auto& entry) {
    const Setting* setting = setting_named(draft, entry.first);
    const auto word = setting == nullptr ? std::nullopt : reader.word(*setting);
    return word && is_one_of(*word, entry.second, reader);
  });
}

/// A password or token under any name may be the one that the mailer uses.
bool has_other_credentials(const Settings& block, const SettingReader& reader) {
  const knowledge::KeyWords& words = reader.catalogue().key_words();
  return std::ranges::any_of(block.values,
                             [&words](const Setting& setting) { return is_credential(setting.path, words); });
}

}  // namespace

TlsReading tls_of(const Draft& draft, const Settings& block, const SettingReader& reader) {
  if (draft.form != nullptr) return tls_of_framework(draft, block, reader);
  TlsReading reading;
  for (const Setting* setting : draft.tls) {
    if (setting->value.is_unset()) continue;
    const auto word = reader.word(*setting);
    if (!word) return {Stated::unknown, std::nullopt, reader.why_open(*setting)};
    const bool on = reader.flag(*word).value_or(true);
    if (reading.stated != Stated::on) reading.stated = on ? Stated::on : Stated::off;
  }
  return reading;
}

LoginReading login_of(const Draft& draft, const Settings& block, const SettingReader& reader) {
  if (is_switched_off(draft, reader)) return {Stated::off, {}};
  LoginReading result;
  for (const Setting* setting : draft.credentials) {
    const Stated one = reader.is_set(*setting);
    if (one == Stated::on) return {one, {}};
    if (one == Stated::unknown && result.open.empty()) result = {one, reader.why_open(*setting)};
  }
  if (result.stated != Stated::absent) return result;
  // Who runs a document may add a login to it.
  const bool perhaps = block.home != SettingsHome::environment || has_other_credentials(block, reader);
  if (perhaps) result.stated = Stated::unknown;
  return result;
}

Delivery delivery_of(const Draft& draft, const Settings& block, const SettingReader& reader) {
  if (draft.form == nullptr) {
    const bool off = any_flag(draft.enabled, false, reader) || any_flag(draft.disabled, true, reader);
    return off ? Delivery::silent : Delivery::by_smtp;
  }
  for (const knowledge::StateKey& state : draft.form->states) {
    const bool decides = state.meaning == knowledge::StateKey::Meaning::direct ||
                         state.meaning == knowledge::StateKey::Meaning::silent;
    if (!decides || !holds(state, draft, block, reader)) continue;
    return state.meaning == knowledge::StateKey::Meaning::direct ? Delivery::direct : Delivery::silent;
  }
  return Delivery::by_smtp;
}

WithoutHost without_host(const Draft& draft, const Settings& block, const SettingReader& reader) {
  WithoutHost result;
  if (draft.form == nullptr) return result;
  result.direct = draft.framework->delivers_directly();
  result.open = result.direct && !block.complete;
  for (const knowledge::StateKey& state : draft.form->states) {
    const Setting* setting = setting_named(draft, state.key);
    // What only running the script would tell may be any of the states.
    const bool not_known = setting != nullptr && !setting->value.is_unset() && !reader.word(*setting);
    if (not_known) return {false, result.direct, setting};
    if (!holds(state, draft, block, reader)) continue;
    if (state.meaning == knowledge::StateKey::Meaning::open) return {false, true, setting};
    if (state.meaning == knowledge::StateKey::Meaning::direct_without_host) return {true, false, setting};
  }
  return result;
}

}  // namespace smtplint::lowering
