#include "knowledge/provider.h"

#include <algorithm>

#include "base/glob.h"
#include "base/letter_case.h"
#include "knowledge/framework_form.h"
#include "knowledge/port_number.h"

namespace smtplint::knowledge {
namespace {

/// The whole labels behind the last `*`.
std::string_view fixed_suffix(std::string_view pattern) {
  const std::size_t star = pattern.rfind('*');
  if (star == std::string_view::npos) return pattern;
  const std::size_t dot = pattern.find('.', star);
  return dot == std::string_view::npos ? std::string_view() : pattern.substr(dot + 1);
}

bool is_pattern(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '*';
  };
  return text.find('.') != std::string_view::npos && !fixed_suffix(text).empty() &&
         std::ranges::all_of(text, allowed);
}

void read_ports(Reader& reader, std::string_view key, PortTls tls, std::vector<ProviderPort>& ports) {
  const Node list = reader.optional(key);
  if (list.missing()) return;
  if (!list.is(NodeKind::list)) return reader.problems().add(list.mark(), "ports are a list");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (const auto number = port_number(list.at(i), reader.problems())) ports.push_back({*number, tls});
  }
}

std::optional<std::uint16_t> suggested(const std::vector<ProviderPort>& ports, const MailPorts& mail) {
  for (const std::uint16_t wanted : mail.submission) {
    if (std::ranges::find(ports, wanted, &ProviderPort::number) != ports.end()) return wanted;
  }
  return std::nullopt;
}

ProviderExample read_example(Node map, Problems& problems) {
  Reader reader(map, problems);
  ProviderExample example;
  example.kind = read_example_kind(reader);
  example.settings = read_example_settings(reader);
  example.subscription = reader.text_or("subscription", example.subscription);
  example.finds = reader.text_or("finds", "");
  example.help = reader.text_or("help", "");
  return example;
}

Provider read_provider(Node file, const MailPorts& mail, Problems& problems) {
  Reader reader(file, problems);
  Provider provider;
  provider.id = reader.text("id");
  provider.name = reader.text("name");
  provider.hosts = reader.texts("hosts");
  read_ports(reader, "starttls", PortTls::starttls, provider.ports);
  read_ports(reader, "implicit-tls", PortTls::implicit, provider.ports);
  provider.demands_login = reader.boolean_or("demands-login", true);
  provider.sink = reader.boolean_or("sink", false);
  provider.recipient_mx = reader.boolean_or("recipient-mx", false);
  provider.advice = reader.text_or("advice", "");
  const Node examples = reader.optional("examples");
  for (std::size_t i = 0; examples.is(NodeKind::list) && i < examples.size(); ++i)
    provider.examples.push_back(read_example(examples.at(i), problems));
  provider.sources = reader.sources();
  provider.submission = suggested(provider.ports, mail);
  if (provider.ports.empty())
    reader.problem("a provider has at least one port, under `starttls` or `implicit-tls`");
  if (provider.recipient_mx && provider.submission) reader.problem("a mail exchanger has no submission port");
  return provider;
}

}  // namespace

ProviderTable ProviderTable::read(const std::vector<Node>& files, const MailPorts& mail, Problems& problems) {
  ProviderTable table;
  for (const Node file : files) table.providers_.push_back(read_provider(file, mail, problems));
  table.index(problems, files);
  return table;
}

void ProviderTable::index(Problems& problems, const std::vector<Node>& files) {
  for (std::size_t i = 0; i < providers_.size(); ++i) {
    for (const std::string& host : providers_[i].hosts) {
      if (!is_pattern(host)) {
        problems.add(files[i].mark(), "`" + host + "` is no lower-case host name or pattern");
        continue;
      }
      std::vector<Pattern>& bucket = by_suffix_[std::string(fixed_suffix(host))];
      if (std::ranges::find(bucket, host, &Pattern::text) != bucket.end()) {
        problems.add(files[i].mark(), "`" + host + "` belongs to another provider already");
        continue;
      }
      bucket.push_back({host, i});
    }
  }
}

const Provider* ProviderTable::of_host(std::string_view host) const {
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string name = lower_case(host);
  const bool empty_label = name.starts_with('.') || name.find("..") != std::string::npos;
  if (empty_label) return nullptr;
  const Pattern* best = nullptr;
  for (std::size_t begin = 0; begin < name.size();) {
    const auto bucket = by_suffix_.find(name.substr(begin));
    if (bucket != by_suffix_.end()) {
      for (const Pattern& pattern : bucket->second) {
        if (!glob_matches(pattern.text, name)) continue;
        if (best == nullptr || pattern.text.size() > best->text.size()) best = &pattern;
      }
    }
    const std::size_t dot = name.find('.', begin);
    if (dot == std::string::npos) break;
    begin = dot + 1;
  }
  return best == nullptr ? nullptr : &providers_[best->provider];
}

const Provider* ProviderTable::by_id(std::string_view id) const {
  const auto provider = std::ranges::find(providers_, id, &Provider::id);
  return provider == providers_.end() ? nullptr : &*provider;
}

}  // namespace smtplint::knowledge
