#include <map>
#include <set>

#include "docs/coverage_parts.h"
#include "docs/markdown.h"

namespace smtplint::docs {
namespace {

using knowledge::Framework;
using knowledge::PortFamily;
using knowledge::Provider;

std::string default_port(const Framework& framework) {
  std::set<std::uint16_t> numbers;
  for (const auto& [mode, port] : framework.default_ports) numbers.insert(port);
  std::vector<std::string> ports;
  for (const std::uint16_t number : numbers) ports.push_back(std::to_string(number));
  const std::string listed = joined(ports, " or ");
  switch (framework.family) {
    case PortFamily::fixed:
      return listed;
    case PortFamily::by_tls:
      return listed + ", by TLS mode";
    case PortFamily::submission:
      return listed + ", a submission port";
    case PortFamily::required:
      return "none: must be written";
  }
  return {};
}

std::string hosts_read(const Framework& framework) {
  std::set<std::string> keys;
  for (const knowledge::SettingsForm& form : framework.forms) {
    if (form.kind != knowledge::SettingsForm::Kind::environment) continue;
    for (const auto* list : {&form.host, &form.dsn}) keys.insert(list->begin(), list->end());
  }
  return joined(code(std::vector<std::string>(keys.begin(), keys.end())));
}

/// How many examples of each kind the entries have.
template <typename Entries>
std::string examples_of(const Entries& entries) {
  std::map<knowledge::FrameworkExample::Kind, std::size_t> counts;
  for (const auto& entry : entries) {
    for (const auto& example : entry.examples) ++counts[example.kind];
  }
  using Kind = knowledge::FrameworkExample::Kind;
  return "Their examples run as tests: " + std::to_string(counts[Kind::bad]) + " bad, " +
         std::to_string(counts[Kind::good]) + " good, " + std::to_string(counts[Kind::omitted]) +
         " in which the port is left out.";
}

std::string ports_of(const Provider& provider, knowledge::PortTls tls) {
  std::vector<std::string> ports;
  for (const knowledge::ProviderPort& port : provider.ports) {
    if (port.tls == tls) ports.push_back(std::to_string(port.number));
  }
  return joined(ports);
}

std::string remarks_of(const Provider& provider) {
  std::vector<std::string> remarks;
  if (provider.sink) remarks.emplace_back("a test inbox");
  if (provider.recipient_mx) remarks.emplace_back("takes mail for its own domains only");
  if (!provider.demands_login) remarks.emplace_back("works without login");
  return joined(remarks);
}

}  // namespace

std::string frameworks_section(const knowledge::Catalogue& catalogue) {
  std::vector<std::vector<std::string>> rows;
  for (const Framework& framework : catalogue.frameworks().all())
    rows.push_back({framework.name, hosts_read(framework), default_port(framework), framework.default_host});
  return "## Programs\n\nThe mail settings of " + std::to_string(rows.size()) +
         " programs and libraries are known by their own keys, in environment variables and app settings "
         "(compared without case, `:` and `__` are the same). Other settings are found by general words for "
         "mail hosts "
         "and ports ([key-words.yaml](../rules/platform/key-words.yaml)), which know no default port. " +
         examples_of(catalogue.frameworks().all()) + "\n\n" +
         table({"program", "keys of the host", "port where none is written", "host where none is written"},
               rows) +
         "\n";
}

std::string mail_servers_section(const knowledge::Catalogue& catalogue) {
  std::vector<std::vector<std::string>> rows;
  for (const knowledge::Mta& mta : catalogue.mtas()) {
    std::vector<std::string> files, commands;
    for (const knowledge::SettingsFile& file : mta.files)
      files.insert(files.end(), file.paths.begin(), file.paths.end());
    for (const knowledge::SettingsCommand& command : mta.commands) {
      commands.insert(commands.end(), command.names.begin(), command.names.end());
    }
    for (const auto& [question, key] : mta.answers) commands.push_back(question);
    for (const auto& [member, key] : mta.members) commands.push_back("." + member);
    rows.push_back({mta.program.name, joined(code(mta.packages)), joined(code(files)), joined(code(commands)),
                    mta.program.delivers_directly() ? "delivers to mail exchangers" : "sends nothing"});
  }
  return "## Mail servers on machines\n\n" + std::to_string(rows.size()) +
         " mail servers and mail programs are found where cloud-init, shell scripts, PowerShell and its "
         "configurations (DSC), extensions and provisioners install or configure them. What stands in a "
         "branch "
         "of a script that only running it decides makes a finding conditional. " +
         examples_of(catalogue.mtas()) + "\n\n" +
         table({"program", "packages", "files", "commands, answers and members", "without a relay host"},
               rows) +
         "\n";
}

std::string providers_section(const knowledge::Catalogue& catalogue) {
  std::vector<std::vector<std::string>> rows;
  for (const Provider& provider : catalogue.providers().all()) {
    rows.push_back({provider.name, joined(code(provider.hosts)),
                    ports_of(provider, knowledge::PortTls::starttls),
                    ports_of(provider, knowledge::PortTls::implicit), remarks_of(provider)});
  }
  return "## Mail providers\n\n" + std::to_string(rows.size()) +
         " providers are known by host name. `*` stands for "
         "part of a name. A host that is not listed and not private is a public host. " +
         examples_of(catalogue.providers().all()) + "\n\n" +
         table({"provider", "hosts", "STARTTLS", "implicit TLS", "remarks"}, rows) + "\n";
}

}  // namespace smtplint::docs
