#include "knowledge/framework.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/letter_case.h"
#include "knowledge/framework_form.h"
#include "knowledge/port_number.h"

namespace smtplint::knowledge {
namespace {

constexpr std::array<TlsMode, 4> all_modes{TlsMode::plaintext, TlsMode::opportunistic, TlsMode::starttls,
                                           TlsMode::implicit};
constexpr std::array<std::string_view, 4> mode_names{"plaintext", "opportunistic", "starttls", "implicit"};

constexpr std::pair<std::string_view, PortFamily> families[] = {
    {"fixed", PortFamily::fixed},
    {"by-tls", PortFamily::by_tls},
    {"submission", PortFamily::submission},
    {"required", PortFamily::required},
};
constexpr std::pair<std::string_view, TlsMode> mode_words[] = {
    {mode_names[0], TlsMode::plaintext},
    {mode_names[1], TlsMode::opportunistic},
    {mode_names[2], TlsMode::starttls},
    {mode_names[3], TlsMode::implicit},
};
constexpr std::pair<std::string_view, Framework::WithoutHost> without_host_words[] = {
    {"silent", Framework::WithoutHost::silent},
    {"direct", Framework::WithoutHost::direct},
    {"direct-unless-set-inside", Framework::WithoutHost::set_inside},
};
constexpr std::pair<std::string_view, FrameworkExample::Kind> example_kinds[] = {
    {"bad", FrameworkExample::Kind::bad},
    {"good", FrameworkExample::Kind::good},
    {"omitted", FrameworkExample::Kind::omitted},
};

void read_default_port(Node map, Framework& framework, Problems& problems) {
  Reader reader(map, problems);
  framework.family = reader.word<PortFamily>("family", families);
  framework.set_elsewhere = reader.text_or("set-elsewhere", "");
  const auto any = port_number(reader.optional("port"), problems);
  for (std::size_t i = 0; i < all_modes.size(); ++i) {
    const auto own = port_number(reader.optional(mode_names[i]), problems);
    const std::optional<std::uint16_t> port = own ? own : any;
    if (port) framework.default_ports[all_modes[i]] = *port;
    if (framework.family == PortFamily::fixed && own)
      reader.problem("a fixed port does not follow the TLS mode");
  }
  const bool complete = framework.default_ports.size() == all_modes.size();
  if (framework.family != PortFamily::required && !complete) reader.problem("a TLS mode has no default port");
  if (framework.family == PortFamily::required && !framework.default_ports.empty()) {
    reader.problem("a required port has no default");
  }
}

FrameworkExample read_example(Node map, Problems& problems) {
  Reader reader(map, problems);
  FrameworkExample example;
  example.kind = read_example_kind(reader);
  example.settings = read_example_settings(reader);
  example.file = reader.text_or("file", "");
  example.image = reader.text_or("image", "");
  example.mailer = reader.boolean_or("mailer", true);
  if (!example.mailer) return example;
  example.direct = reader.boolean_or("direct", false);
  if (example.direct) example.stated = reader.boolean_or("stated", true);
  example.host = reader.text_or("host", "");
  example.port = port_number(reader.optional("port"), problems);
  example.origin = reader.text("origin");
  return example;
}

void check_examples(Reader& reader, const Framework& framework) {
  for (const auto& [name, kind] : example_kinds) {
    const bool present =
        std::ranges::find(framework.examples, kind, &FrameworkExample::kind) != framework.examples.end();
    if (!present && kind != FrameworkExample::Kind::bad) {
      reader.problem("an example of kind `" + std::string(name) + "` is missing");
    }
  }
}

}  // namespace

FrameworkExample::Kind read_example_kind(Reader& reader) {
  return reader.word<FrameworkExample::Kind>("kind", example_kinds);
}

std::vector<std::pair<std::string, std::string>> read_example_settings(Reader& reader) {
  std::vector<std::pair<std::string, std::string>> written;
  const Node settings = reader.required("settings");
  Reader entries(settings, reader.problems());
  for (std::size_t i = 0; settings.is(NodeKind::map) && i < settings.size(); ++i) {
    const std::string key(settings.key_at(i));
    written.emplace_back(key, std::string(entries.optional(key).text()));
  }
  return written;
}

std::string comparable_key(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c == ':') {
      result += "__";
    } else {
      result += lower_case(c);
    }
  }
  return result;
}

std::optional<std::uint16_t> Framework::default_port(TlsMode mode) const {
  const auto port = default_ports.find(mode);
  if (port == default_ports.end()) return std::nullopt;
  return port->second;
}

Framework Framework::read_program(Reader& reader) {
  Framework framework;
  framework.id = reader.text("id");
  framework.name = reader.text("name");
  framework.default_host = reader.text_or("default-host", "");
  read_default_port(reader.required("default-port"), framework, reader.problems());
  if (reader.has("tls-otherwise"))
    framework.tls_otherwise = reader.word<TlsMode>("tls-otherwise", mode_words);
  if (reader.has("without-host"))
    framework.without_host = reader.word<Framework::WithoutHost>("without-host", without_host_words);
  return framework;
}

Framework Framework::read(Node file, Problems& problems) {
  Reader reader(file, problems);
  Framework framework = read_program(reader);
  const Node forms = reader.required("forms");
  for (std::size_t i = 0; forms.is(NodeKind::list) && i < forms.size(); ++i) {
    framework.forms.push_back(read_settings_form(forms.at(i), problems));
  }
  const Node examples = reader.required("examples");
  for (std::size_t i = 0; examples.is(NodeKind::list) && i < examples.size(); ++i) {
    framework.examples.push_back(read_example(examples.at(i), problems));
  }
  check_examples(reader, framework);
  framework.sources = reader.sources();
  return framework;
}

FrameworkTable FrameworkTable::read(const std::vector<Node>& files, Problems& problems) {
  FrameworkTable table;
  for (const Node file : files) table.frameworks_.push_back(Framework::read(file, problems));
  for (std::size_t i = 0; i < table.frameworks_.size(); ++i) {
    const std::vector<SettingsForm>& forms = table.frameworks_[i].forms;
    for (std::size_t j = 0; j < forms.size(); ++j) {
      if (!forms[j].images.empty()) table.with_images_.push_back({i, j});
      for (const std::string& key : forms[j].evidence) table.by_evidence_[key].push_back({i, j});
      for (const auto& [key, values] : forms[j].evidence_values) table.by_evidence_[key].push_back({i, j});
    }
  }
  return table;
}

const std::vector<FormRef>& FrameworkTable::forms_with(const std::string& key) const {
  static const std::vector<FormRef> none;
  const auto forms = by_evidence_.find(key);
  return forms == by_evidence_.end() ? none : forms->second;
}

}  // namespace smtplint::knowledge
