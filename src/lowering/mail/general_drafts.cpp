#include "lowering/mail/general_drafts.h"

#include <algorithm>
#include <string>

#include "lowering/mail/key_role.h"
#include "lowering/mail/key_tokens.h"
#include "lowering/mail/section.h"

namespace smtplint::lowering {
namespace {

using Role = knowledge::KeyRole;

/// Settings whose keys differ in their role only.
struct Group {
  std::string family, rest;
  GroupStrength strength = GroupStrength::none;
  Draft draft;
};

struct ClassifiedSetting {
  const Setting* setting = nullptr;
  KeyRole role;
};

/// What the value alone tells.
enum class Look { nothing, relay_like, known_relay, url };

Look look_of(const Setting& setting, const SettingReader& reader) {
  Look look = Look::nothing;
  for (const EndpointReading& endpoint : reader.endpoints(setting)) {
    if (endpoint.scheme != nullptr) return Look::url;
    if (!endpoint.host.provider.empty()) look = std::max(look, Look::known_relay);
    const std::string name = endpoint.host.name.value_or("");
    if (is_relay_like(name, reader.catalogue().host_names())) look = std::max(look, Look::relay_like);
  }
  return look;
}

/// The name of a block counts as part of its keys where it speaks of mail: `smtp { host = ... }`. The URL of
/// a mail server proves itself, whatever its key says.
std::vector<ClassifiedSetting> classified(const Settings& block, const std::set<const Setting*>& claimed,
                                          const SettingReader& reader) {
  const knowledge::KeyWords& words = reader.catalogue().key_words();
  std::string section = section_of(block);
  section = names_mail(section, words) ? section + "." : std::string();
  std::vector<ClassifiedSetting> settings;
  for (const Setting& setting : block.values) {
    if (claimed.contains(&setting)) continue;
    auto role = role_of(section + setting.path, words);
    if (!role) continue;
    if (role->role == Role::none && look_of(setting, reader) == Look::url) {
      role->role = Role::dsn;
      role->strength = GroupStrength::strong;
    }
    settings.push_back({&setting, *role});
  }
  return settings;
}

/// `imap.contoso.com`
bool is_of_other_protocol(const EndpointReading& endpoint, const knowledge::KeyWords& words) {
  const std::string name = endpoint.host.name.value_or("");
  return words.other_protocols.contains(name.substr(0, name.find('.')));
}

/// A key that says mail and not SMTP may name the server from which mail is fetched.
bool can_be_host(const ClassifiedSetting& one, const SettingReader& reader) {
  const std::vector<EndpointReading> endpoints = reader.endpoints(*one.setting);
  const knowledge::KeyWords& words = reader.catalogue().key_words();
  return std::ranges::any_of(endpoints, [&](const EndpointReading& endpoint) {
    return one.role.strength == GroupStrength::strong || !is_of_other_protocol(endpoint, words);
  });
}

bool has_port(const Draft& draft, const SettingReader& reader) {
  const auto states_port = [](const PortReading& port) { return !port.unset && !port.no_port; };
  if (draft.port != nullptr && std::ranges::any_of(reader.ports(*draft.port), states_port)) return true;
  return std::ranges::any_of(draft.hosts, [&reader](const Setting* host) {
    return std::ranges::any_of(reader.endpoints(*host),
                               [](const EndpointReading& endpoint) { return endpoint.port.has_value(); });
  });
}

bool has_credentials(const Draft& draft, const SettingReader& reader) {
  return std::ranges::any_of(draft.credentials, [&reader](const Setting* setting) {
    return reader.is_set(*setting) != model::Stated::absent;
  });
}

/// A word of mail or, without one, a key that names a server whose value is a known relay.
bool belongs_to_mail(const ClassifiedSetting& one, const SettingReader& reader) {
  if (one.role.strength != GroupStrength::none) return true;
  return one.role.role == Role::host && look_of(*one.setting, reader) == Look::known_relay;
}

Group& group_of(const KeyRole& role, std::vector<Group>& groups) {
  const auto same = [&role](const Group& group) {
    return group.family == role.family && group.rest == role.rest;
  };
  const auto found = std::ranges::find_if(groups, same);
  if (found != groups.end()) return *found;
  groups.push_back({role.family, role.rest, GroupStrength::none, {}});
  return groups.back();
}

void add(const ClassifiedSetting& one, const SettingReader& reader, Group& group) {
  Draft& draft = group.draft;
  group.strength = std::max(group.strength, one.role.strength);
  switch (one.role.role) {
    case Role::host:
      if (can_be_host(one, reader)) draft.hosts.push_back(one.setting);
      return;
    case Role::dsn:
      if (look_of(*one.setting, reader) == Look::url) draft.hosts.push_back(one.setting);
      return;
    case Role::port:
      if (draft.port == nullptr) draft.port = one.setting;
      return;
    case Role::user:
    case Role::password:
      draft.credentials.push_back(one.setting);
      return;
    case Role::tls:
      draft.tls.push_back(one.setting);
      return;
    case Role::login_switch:
      draft.login_switches.push_back(one.setting);
      return;
    case Role::enabled:
      draft.enabled.push_back(one.setting);
      return;
    case Role::disabled:
      draft.disabled.push_back(one.setting);
      return;
    case Role::none:
      // `smtp_type = "smtp.contoso.com"`: the key names no role, the value can only be a mail server.
      if (one.role.strength == GroupStrength::strong && look_of(*one.setting, reader) >= Look::known_relay) {
        draft.hosts.push_back(one.setting);
      }
      return;
  }
}

/// `SMTP_HOST` and `MAIL_PORT` belong together where neither has a partner of its own.
void pair_orphans(std::vector<Group>& groups, const SettingReader& reader) {
  for (Group& host : groups) {
    if (host.draft.hosts.empty() || has_port(host.draft, reader)) continue;
    Group* partner = nullptr;
    std::size_t partners = 0;
    for (Group& port : groups) {
      if (&port == &host || port.rest != host.rest || !port.draft.hosts.empty() || port.draft.port == nullptr)
        continue;
      partner = &port;
      ++partners;
    }
    if (partners != 1) continue;
    host.draft.port = partner->draft.port;
    for (auto list :
         {&Draft::credentials, &Draft::tls, &Draft::login_switches, &Draft::enabled, &Draft::disabled}) {
      auto& into = host.draft.*list;
      into.insert(into.end(), (partner->draft.*list).begin(), (partner->draft.*list).end());
    }
    host.strength = std::max(host.strength, partner->strength);
    partner->draft = {};
  }
}

bool is_mail_port(const Setting& setting, const SettingReader& reader) {
  const auto& services = reader.catalogue().setting_forms().services;
  const std::vector<PortReading> ports = reader.ports(setting);
  return !ports.empty() && std::ranges::all_of(ports, [&services](const PortReading& port) {
    const auto number = port.choice.number.value_or(0);
    return std::ranges::find(services, number, &knowledge::NamedPort::number) != services.end();
  });
}

std::string_view section_with(const Setting& setting) {
  return std::string_view(setting.path).substr(0, last_segment(setting.path));
}

/// `Port` beside `SmtpServer` in one section, where it is the only port and that the only server.
void pair_bare_ports(const std::vector<ClassifiedSetting>& settings, const SettingReader& reader,
                     std::vector<Group>& groups) {
  for (Group& group : groups) {
    if (group.draft.hosts.size() != 1 || group.draft.port != nullptr || has_port(group.draft, reader))
      continue;
    const std::string_view section = section_with(*group.draft.hosts.front());
    const Setting* bare = nullptr;
    std::size_t ports = 0, hosts = 0;
    for (const ClassifiedSetting& one : settings) {
      if (section_with(*one.setting) != section) continue;
      if (one.role.role == Role::host) ++hosts;
      if (one.role.role != Role::port) continue;
      ++ports;
      if (one.role.strength == GroupStrength::none && one.role.rest == group.rest) bare = one.setting;
    }
    if (section.empty() || ports != 1 || hosts != 1 || bare == nullptr || !is_mail_port(*bare, reader))
      continue;
    group.draft.port = bare;
    group.draft.port_is_bare = true;
  }
}

/// Keys without a word of mail join a server that its value proved: `NOTIFY_PORT` beside `NOTIFY_HOST`.
void add_neighbours(const std::vector<ClassifiedSetting>& settings, const SettingReader& reader,
                    std::vector<Group>& groups) {
  for (const ClassifiedSetting& one : settings) {
    if (one.role.strength != GroupStrength::none || one.role.role == Role::host) continue;
    for (Group& group : groups) {
      if (group.family.empty() && !group.draft.hosts.empty() && group.rest == one.role.rest)
        add(one, reader, group);
    }
  }
}

bool is_mailer(const Group& group, const SettingReader& reader) {
  const Draft& draft = group.draft;
  if (draft.hosts.empty()) {
    return has_port(draft, reader) && group.strength != GroupStrength::none && has_credentials(draft, reader);
  }
  if (group.strength == GroupStrength::strong || has_port(draft, reader)) return true;
  return std::ranges::any_of(
      draft.hosts, [&reader](const Setting* host) { return look_of(*host, reader) != Look::nothing; });
}

}  // namespace

std::vector<Draft> general_drafts(const Settings& block, const std::set<const Setting*>& claimed,
                                  const SettingReader& reader) {
  const std::vector<ClassifiedSetting> settings = classified(block, claimed, reader);
  std::vector<Group> groups;
  for (const ClassifiedSetting& one : settings) {
    if (belongs_to_mail(one, reader)) add(one, reader, group_of(one.role, groups));
  }
  add_neighbours(settings, reader, groups);
  pair_orphans(groups, reader);
  pair_bare_ports(settings, reader, groups);
  std::vector<Draft> drafts;
  for (Group& group : groups) {
    if (is_mailer(group, reader)) drafts.push_back(std::move(group.draft));
  }
  return drafts;
}

}  // namespace smtplint::lowering
