#include "lowering/mail/port_choices.h"

#include <algorithm>
#include <string>

namespace smtplint::lowering {
namespace {

using knowledge::TlsMode;
using model::Condition;
using model::PortChoice;
using model::PortOrigin;

struct Ports {
  std::vector<PortChoice> choices;
  bool any_written = false;
  bool any_default = false;
  bool any_only_answer = false;
  std::vector<Condition> conditions;
};

void add_condition(std::vector<Condition>& conditions, const std::string& subject) {
  const auto same = [&subject](const Condition& seen) {
    return seen.kind == Condition::Kind::overridable && seen.subject == subject;
  };
  if (!subject.empty() && std::ranges::none_of(conditions, same)) {
    conditions.push_back({Condition::Kind::overridable, subject});
  }
}

/// The port of the TLS mode; where the mode is not known, the one that all modes share.
std::optional<std::uint16_t> framework_port(const knowledge::Framework& framework, const TlsReading& tls) {
  if (tls.mode) return framework.default_port(*tls.mode);
  const auto first = framework.default_port(TlsMode::plaintext);
  for (const TlsMode mode : {TlsMode::opportunistic, TlsMode::starttls, TlsMode::implicit}) {
    if (framework.default_port(mode) != first) return std::nullopt;
  }
  return first;
}

std::optional<std::uint16_t> default_port(const PortContext& context, const EndpointReading& endpoint) {
  if (endpoint.scheme != nullptr && endpoint.scheme->port) return endpoint.scheme->port;
  if (context.draft.framework == nullptr) return std::nullopt;
  // Settings that are not known may hold the port, but where a program takes it beside the host only.
  if (!context.settings.complete && !context.draft.form->port.empty()) return std::nullopt;
  return framework_port(*context.draft.framework, context.tls);
}

/// The port of a host that answers on one only, whatever the program that asks would like best.
std::optional<std::uint16_t> only_answer(const EndpointReading& endpoint, const SettingReader& reader) {
  if (endpoint.host.scope != Scope::recipient_mx) return std::nullopt;
  const knowledge::Provider* provider = reader.catalogue().providers().by_id(endpoint.host.provider);
  if (provider == nullptr || provider->ports.size() != 1) return std::nullopt;
  return provider->ports.front().number;
}

/// Where the port has no setting of its own, it may stand in a host that is not known.
bool may_hide_port(const PortContext& context, const EndpointReading& endpoint) {
  return endpoint.host.reason != nullptr && !endpoint.host_alone && context.draft.form != nullptr &&
         context.draft.form->port.empty();
}

void add_default(const PortContext& context, const EndpointReading& endpoint, const SettingReader& reader,
                 Ports& ports) {
  PortChoice choice;
  choice.mark = endpoint.host.mark;
  choice.choices = endpoint.host.choices;
  const bool hidden = may_hide_port(context, endpoint);
  if (hidden) {
    choice.reason = endpoint.host.reason;
  } else {
    choice.number = default_port(context, endpoint);
  }
  if (!choice.number) {
    if (!hidden) choice.number = only_answer(endpoint, reader);
    ports.any_only_answer = ports.any_only_answer || choice.number.has_value();
  } else {
    ports.any_default = true;
    if (endpoint.scheme == nullptr || !endpoint.scheme->port) {
      add_condition(ports.conditions, context.draft.framework->set_elsewhere);
    }
  }
  ports.choices.push_back(std::move(choice));
}

void add_written(const PortContext& context, const PortReading& reading, const SettingReader& reader,
                 Ports& ports) {
  PortChoice choice = reading.choice;
  if (reading.no_port) {
    choice.reason =
        reader.store().reason(ReasonKind::evaluation_error, context.draft.port->path, choice.mark.place);
  }
  ports.any_written = true;
  add_condition(ports.conditions, reading.unless);
  ports.choices.push_back(std::move(choice));
}

/// Two places that both state a port, and not the same one.
bool disagree(const PortReading& beside, const std::vector<PortReading>& own) {
  return beside.choice.number && std::ranges::any_of(own, [&beside](const PortReading& reading) {
           return reading.choice.number && reading.choice.number != beside.choice.number;
         });
}

void add_beside(const PortContext& context, const PortReading& beside, const SettingReader& reader,
                Ports& ports) {
  PortReading reading = beside;
  if (disagree(beside, context.written)) {
    reading.choice.number.reset();
    reading.choice.reason =
        reader.store().reason(ReasonKind::conflict, context.draft.port->path, context.draft.port->key_place);
  }
  reading.no_port = false;
  add_written(context, reading, reader, ports);
}

PortOrigin origin_of(const Ports& ports) {
  if (ports.any_written) return PortOrigin::written;
  if (ports.any_default) return PortOrigin::framework_default;
  return ports.any_only_answer ? PortOrigin::only_answer : PortOrigin::unknown;
}

bool states_something(const PortReading& reading) { return !reading.unset; }

}  // namespace

bool delivers_directly(const Draft& draft) {
  return draft.framework != nullptr && draft.framework->delivers_directly();
}

void add_ports(const PortContext& context, const std::vector<EndpointReading>& endpoints,
               const SettingReader& reader, model::Mailer& mailer) {
  Ports ports;
  const bool own_port = std::ranges::any_of(context.written, states_something);
  for (const EndpointReading& endpoint : endpoints) {
    if (endpoint.unset && delivers_directly(context.draft)) {
      PortChoice port = direct_port(context.server, reader.catalogue().mail_ports());
      port.choices = endpoint.host.choices;
      ports.any_default = true;
      ports.choices.push_back(std::move(port));
    }
    if (endpoint.unset || endpoint.sink) continue;
    if (endpoint.port) {
      add_beside(context, *endpoint.port, reader, ports);
    } else if (!own_port) {
      add_default(context, endpoint, reader, ports);
    }
  }
  const bool needs_own = std::ranges::any_of(endpoints, [](const EndpointReading& endpoint) {
    return !endpoint.port && !endpoint.unset && !endpoint.sink;
  });
  for (const PortReading& reading : context.written) {
    if (!own_port || !needs_own) break;
    if (states_something(reading)) {
      add_written(context, reading, reader, ports);
    } else {
      EndpointReading fallback = endpoints.front();
      fallback.host.choices = reading.choice.choices;
      add_default(context, fallback, reader, ports);
    }
  }
  mailer.port_origin = origin_of(ports);
  mailer.ports = std::move(ports.choices);
  for (const Condition& condition : ports.conditions) add_condition(mailer.conditions, condition.subject);
}

PortChoice direct_port(const Setting& setting, const knowledge::MailPorts& ports) {
  PortChoice port;
  port.number = ports.exchange;
  port.mark.place = setting.key_place;
  return port;
}

}  // namespace smtplint::lowering
