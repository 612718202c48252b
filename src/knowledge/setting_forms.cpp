#include "knowledge/setting_forms.h"

#include <algorithm>
#include <utility>

#include "knowledge/port_number.h"

namespace smtplint::knowledge {
namespace {

constexpr std::pair<std::string_view, TlsMode> modes[] = {
    {"plaintext", TlsMode::plaintext},
    {"opportunistic", TlsMode::opportunistic},
    {"starttls", TlsMode::starttls},
    {"implicit", TlsMode::implicit},
};

Scheme read_scheme(Node map, Problems& problems) {
  Reader reader(map, problems);
  Scheme scheme;
  scheme.name = reader.text("name");
  scheme.port = port_number(reader.optional("port"), problems);
  if (reader.has("tls")) scheme.tls = reader.word<TlsMode>("tls", modes);
  return scheme;
}

}  // namespace

std::optional<TlsMode> tls_mode_named(std::string_view word) {
  for (const auto& [name, mode] : modes) {
    if (name == word) return mode;
  }
  return std::nullopt;
}

const Scheme* SettingForms::scheme(std::string_view name) const {
  const auto found = std::ranges::find(schemes, name, &Scheme::name);
  return found == schemes.end() ? nullptr : &*found;
}

std::optional<std::uint16_t> SettingForms::service(std::string_view name) const {
  const auto found = std::ranges::find(services, name, &NamedPort::name);
  if (found == services.end()) return std::nullopt;
  return found->number;
}

SettingForms SettingForms::read(Reader& reader) {
  SettingForms forms;
  const Node schemes = reader.required("schemes");
  for (std::size_t i = 0; schemes.is(NodeKind::list) && i < schemes.size(); ++i) {
    forms.schemes.push_back(read_scheme(schemes.at(i), reader.problems()));
  }
  const Node services = reader.required("services");
  Reader ports(services, reader.problems());
  for (std::size_t i = 0; services.is(NodeKind::map) && i < services.size(); ++i) {
    const auto port = port_number(ports.required(services.key_at(i)), reader.problems());
    forms.services.push_back({std::string(services.key_at(i)), port.value_or(0)});
  }
  forms.secret_references = reader.texts("secret-references");
  forms.true_words = reader.texts("true-words");
  forms.false_words = reader.texts("false-words");
  (void)reader.sources();
  return forms;
}

}  // namespace smtplint::knowledge
