#include "lowering/mail/mailer_builder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lowering/mail/port_choices.h"
#include "lowering/mail/protection.h"

namespace smtplint::lowering {
namespace {

using model::Condition;
using model::Mailer;
using model::Stated;

void add_condition(std::vector<Condition>& conditions, Condition condition) {
  const auto same = [&condition](const Condition& seen) {
    return seen.kind == condition.kind && seen.subject == condition.subject;
  };
  if (std::ranges::none_of(conditions, same)) conditions.push_back(std::move(condition));
}

/// Where the setting stands, as a path of the resource or document.
std::string sink_path(const Setting& setting, const Settings& settings) {
  if (settings.owner.empty() || settings.document.empty()) return setting.path;
  return settings.document + "." + setting.path;
}

Mailer frame_of(const Draft& draft, const Setting& setting, const SettingsBlock& block) {
  const Settings& settings = block.settings;
  Mailer mailer;
  mailer.workload = block.workload;
  mailer.runner = settings.runner.address;
  mailer.runner_kind = workload_kind_from(settings.runner.kind).value_or(WorkloadKind::unknown);
  mailer.detector = draft.framework == nullptr ? "general" : draft.framework->id;
  mailer.framework_name = draft.framework == nullptr ? std::string() : draft.framework->name;
  mailer.document = settings.owner.empty() ? settings.document : settings.owner;
  mailer.sink = sink_path(draft.port == nullptr ? setting : *draft.port, settings);
  mailer.place = setting.key_place;
  // A document does not hold what the environment of a program adds to it, nor a container what its image
  // does, unless that is the image of the program itself.
  const bool image_known = settings.image.value.is_absent() || draft.made_by == &settings.image;
  mailer.environment_complete = settings.complete && image_known && block.workload.valid() &&
                                settings.home == SettingsHome::environment;
  mailer.link = block.link;
  if (block.link && block.link->kind == model::Link::Kind::only_compute)
    mailer.conditions.push_back({Condition::Kind::only_compute, block.link->name});
  if (!block.workload.valid()) mailer.conditions.push_back({Condition::Kind::unlinked, mailer.document});
  if (draft.port_is_bare) mailer.conditions.push_back({Condition::Kind::bare_port, draft.port->path});
  return mailer;
}

Stated tls_with(Stated settings, const knowledge::Scheme* scheme) {
  if (scheme == nullptr || !scheme->tls || settings == Stated::on) return settings;
  return *scheme->tls == knowledge::TlsMode::plaintext ? Stated::off : Stated::on;
}

/// A scheme says how TLS begins, too; where both speak, they may contradict each other.
bool negotiates_starttls(const TlsReading& tls, const knowledge::Scheme* scheme) {
  const auto starts = [](std::optional<knowledge::TlsMode> mode) {
    return mode == knowledge::TlsMode::starttls || mode == knowledge::TlsMode::opportunistic;
  };
  return starts(tls.mode) && (scheme == nullptr || !scheme->tls || starts(scheme->tls));
}

/// A server that is not set under some alternatives: nothing leaves the machine then, or mail goes to the
/// exchangers.
model::HostChoice unset_host(model::HostChoice host, const Draft& draft) {
  host.scope = delivers_directly(draft) ? Scope::recipient_mx : Scope::local;
  return host;
}

model::HostChoice host_of(const EndpointReading& endpoint, const Draft& draft) {
  if (endpoint.unset) return unset_host(endpoint.host, draft);
  model::HostChoice host = endpoint.host;
  if (endpoint.sink) host.scope = Scope::local;
  return host;
}

bool is_pointless(const std::vector<EndpointReading>& endpoints, const std::vector<PortReading>& ports) {
  const auto leads_nowhere = [](const EndpointReading& endpoint) { return endpoint.unset || endpoint.sink; };
  if (std::ranges::all_of(endpoints, leads_nowhere)) return true;
  const auto stands_in = [](const EndpointReading& endpoint) { return endpoint.host.placeholder; };
  const auto says_nothing = [](const PortReading& port) { return port.no_port || port.unset; };
  return std::ranges::all_of(endpoints, stands_in) && !ports.empty() &&
         std::ranges::all_of(ports, says_nothing);
}

std::optional<Mailer> mailer_of(const Draft& draft, const Setting& setting,
                                std::vector<EndpointReading> endpoints, const SettingsBlock& block,
                                const SettingReader& reader) {
  std::vector<PortReading> written;
  if (draft.port != nullptr) written = reader.ports(*draft.port);
  if (is_pointless(endpoints, written)) return std::nullopt;
  Mailer mailer = frame_of(draft, setting, block);
  const TlsReading tls = tls_of(draft, block.settings, reader);
  mailer.tls = tls_with(tls.stated, endpoints.front().scheme);
  if (mailer.tls == Stated::unknown) mailer.tls_open = tls.open;
  LoginReading login = login_of(draft, block.settings, reader);
  mailer.login = login.stated;
  for (EndpointReading& endpoint : endpoints) {
    if (endpoint.has_login && mailer.login != Stated::off) mailer.login = Stated::on;
    if (!endpoint.unless.empty())
      add_condition(mailer.conditions, {Condition::Kind::overridable, endpoint.unless});
    mailer.hosts.push_back(host_of(endpoint, draft));
  }
  if (mailer.login == Stated::unknown) mailer.login_open = std::move(login.open);
  const PortContext context{draft, setting, block.settings, tls, written};
  add_ports(context, endpoints, reader, mailer);
  mailer.negotiates_starttls = negotiates_starttls(tls, endpoints.front().scheme);
  const bool plaintext = tls.stated == Stated::off && tls.mode == knowledge::TlsMode::plaintext;
  mailer.tls_plaintext_on_port = plaintext && mailer.ports.front().number.has_value();
  return mailer;
}

/// A host that the settings leave open: the program's own default, or one from somewhere else.
EndpointReading open_endpoint(const Draft& draft, const Setting& setting, const SettingReader& reader) {
  EndpointReading endpoint;
  endpoint.host.mark.place = setting.key_place;
  if (draft.framework == nullptr || draft.framework->default_host.empty()) return endpoint;
  const HostClass known = reader.class_of_host(draft.framework->default_host);
  endpoint.host.name = draft.framework->default_host;
  endpoint.host.scope = known.scope;
  endpoint.host.provider = known.provider == nullptr ? std::string() : known.provider->id;
  return endpoint;
}

Mailer direct_mailer(const Draft& draft, const Setting& setting, const SettingsBlock& block,
                     const knowledge::MailPorts& ports) {
  Mailer mailer = frame_of(draft, setting, block);
  mailer.sink = sink_path(setting, block.settings);
  model::HostChoice host;
  host.scope = Scope::recipient_mx;
  host.mark.place = setting.key_place;
  mailer.hosts.push_back(host);
  mailer.ports.push_back(direct_port(setting, ports));
  mailer.port_origin = model::PortOrigin::framework_default;
  mailer.login = Stated::absent;
  return mailer;
}

/// It has a relay that is not known.
Mailer open_mailer(const Draft& draft, const Setting& setting, const SettingsBlock& block,
                   ValueStore& store) {
  Mailer mailer = frame_of(draft, setting, block);
  mailer.sink = sink_path(setting, block.settings);
  const std::string_view name = store.keep(draft.set_by.empty() ? setting.path : draft.set_by);
  const Reason* reason = setting.value.is_unknown()
                             ? &setting.value.reason()
                             : store.reason(ReasonKind::runtime_only, name, setting.key_place);
  model::HostChoice host;
  host.reason = reason;
  host.mark.place = setting.key_place;
  model::PortChoice port;
  port.reason = reason;
  port.mark.place = setting.key_place;
  mailer.hosts.push_back(std::move(host));
  mailer.ports.push_back(std::move(port));
  return mailer;
}

const Setting* first_setting(const Draft& draft, const Settings& block) {
  if (!draft.hosts.empty()) return draft.hosts.front();
  if (draft.port != nullptr) return draft.port;
  if (!draft.credentials.empty()) return draft.credentials.front();
  if (draft.made_by != nullptr) return draft.made_by;
  return block.values.empty() ? nullptr : &block.values.front();
}

bool names_same_server(const Mailer& left, const Mailer& right) {
  return left.hosts.size() == 1 && right.hosts.size() == 1 && left.hosts.front().name.has_value() &&
         left.hosts.front().name == right.hosts.front().name;
}

void add(std::optional<Mailer> mailer, std::vector<Mailer>& mailers) {
  if (!mailer) return;
  const auto same = [&mailer](const Mailer& seen) { return names_same_server(seen, *mailer); };
  if (std::ranges::none_of(mailers, same)) mailers.push_back(std::move(*mailer));
}

/// No setting of the host, or only empty ones.
bool is_without_host(const Draft& draft, const SettingReader& reader) {
  return std::ranges::all_of(draft.hosts, [&reader](const Setting* setting) {
    const std::vector<EndpointReading> endpoints = reader.endpoints(*setting);
    return !endpoints.empty() && std::ranges::all_of(endpoints, &EndpointReading::unset);
  });
}

bool is_delivery_stated(const Draft& draft, const WithoutHost& without) {
  if (without.by != nullptr || !draft.hosts.empty()) return true;
  return draft.delivery_stated &&
         draft.framework->without_host != knowledge::Framework::WithoutHost::set_inside;
}

}  // namespace

std::vector<Mailer> build_mailers(const Draft& draft, const SettingsBlock& block,
                                  const SettingReader& reader) {
  std::vector<Mailer> mailers;
  const Setting* first = first_setting(draft, block.settings);
  const Delivery delivery = delivery_of(draft, block.settings, reader);
  if (first == nullptr || delivery == Delivery::silent) return mailers;
  if (delivery == Delivery::direct)
    return {direct_mailer(draft, *first, block, reader.catalogue().mail_ports())};
  for (const Setting* setting : draft.hosts) {
    std::map<std::size_t, std::vector<EndpointReading>> servers;
    for (EndpointReading& endpoint : reader.endpoints(*setting)) {
      servers[endpoint.position].push_back(std::move(endpoint));
    }
    for (auto& [position, endpoints] : servers) {
      add(mailer_of(draft, *setting, std::move(endpoints), block, reader), mailers);
    }
  }
  if (mailers.empty() && is_without_host(draft, reader)) {
    const WithoutHost delivery_without = without_host(draft, block.settings, reader);
    const Setting& said_by = delivery_without.by == nullptr ? *first : *delivery_without.by;
    if (delivery_without.open) return {open_mailer(draft, said_by, block, reader.store())};
    if (delivery_without.direct) {
      Mailer direct = direct_mailer(draft, said_by, block, reader.catalogue().mail_ports());
      direct.delivery_stated = is_delivery_stated(draft, delivery_without);
      return {std::move(direct)};
    }
  }
  const bool is_client = draft.port != nullptr && block.settings.complete;
  if (draft.hosts.empty() && (draft.framework == nullptr || is_client)) {
    add(mailer_of(draft, *first, {open_endpoint(draft, *first, reader)}, block, reader), mailers);
  }
  return mailers;
}

}  // namespace smtplint::lowering
