#include "model/dump_mailer.h"

#include "model/dump_line.h"

namespace smtplint::model {
namespace {

std::string not_known(const Reason* reason) {
  if (reason == nullptr) return "{unknown}";
  return "{" + std::string(to_string(reason->kind)) + " " + std::string(reason->name) + "}";
}

std::string_view origin_name(PortOrigin origin) {
  switch (origin) {
    case PortOrigin::written:
      return "written";
    case PortOrigin::framework_default:
      return "framework-default";
    case PortOrigin::only_answer:
      return "only-answer";
    case PortOrigin::unknown:
      return "unknown";
    case PortOrigin::none:
      break;
  }
  return "none";
}

std::string_view stated_name(Stated stated) {
  switch (stated) {
    case Stated::unknown:
      return "unknown";
    case Stated::absent:
      return "absent";
    case Stated::off:
      return "off";
    case Stated::on:
      break;
  }
  return "on";
}

std::string_view condition_name(Condition::Kind kind) {
  switch (kind) {
    case Condition::Kind::overridable:
      return "overridable";
    case Condition::Kind::unlinked:
      return "unlinked";
    case Condition::Kind::only_compute:
      return "only-compute";
    case Condition::Kind::bare_port:
      return "bare-port";
    case Condition::Kind::placeholder_host:
      return "placeholder-host";
    case Condition::Kind::script_branch:
      return "script-branch";
    case Condition::Kind::perhaps_private_host:
      break;
  }
  return "perhaps-private-host";
}

}  // namespace

std::string dump_mailer(const Model& model, const Mailer& mailer) {
  DumpLine line("", "mailer",
                mailer.workload.valid() ? model[mailer.workload].address
                : mailer.runner.empty() ? mailer.document
                                        : mailer.runner);
  line.text("detector", mailer.detector).text("sink", mailer.sink);
  for (const HostChoice& host : mailer.hosts) {
    line.text("host", host.name ? *host.shown_name() : not_known(host.reason));
    line.text("scope", to_string(host.scope)).text("provider", host.provider);
  }
  for (const PortChoice& port : mailer.ports) {
    line.text("port", port.number ? std::to_string(*port.number) : not_known(port.reason));
  }
  line.text("port-origin", origin_name(mailer.port_origin));
  line.text("tls", stated_name(mailer.tls)).text("login", stated_name(mailer.login));
  if (!mailer.delivery_stated) line.text("delivery", "not-stated");
  line.flag("environment-complete", mailer.environment_complete);
  for (const Condition& condition : mailer.conditions) {
    line.text(condition_name(condition.kind), condition.subject.empty() ? "yes" : condition.subject);
  }
  return std::move(line).finish();
}

}  // namespace smtplint::model
