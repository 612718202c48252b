#include "engine/embedded/desired_state.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/path.h"
#include "lowering/property_reader.h"
#include "value/text.h"

namespace smtplint::engine {
namespace {

std::string_view chars_of(Value value) {
  return value.is(ValueType::string) ? value.text().chars : std::string_view();
}

/// The first that is there.
Value first_of(Value document, const std::vector<knowledge::PropertyPath>& paths, ValueStore& store) {
  if (!document.is_mapping()) return {};
  const auto properties = lowering::properties_of(document, {});
  const lowering::PropertyReader reader(*properties, Dialect::arm, store);
  for (const knowledge::PropertyPath& path : paths) {
    if (const Value found = reader.read(path); lowering::is_present(found)) return found;
  }
  return {};
}

/// `Web` of `https://contoso.com/dsc/Web.zip?token`; empty where that is not known.
std::string archive_name(std::string_view address) {
  const std::string_view ending = ".zip";
  const std::size_t end = address.find(ending);
  if (end == std::string_view::npos) return {};
  std::string_view name = file_name(address.substr(0, end));
  if (name.ends_with(".ps1")) name.remove_suffix(4);
  return name.find(hole_text) == std::string_view::npos ? std::string(name) : std::string();
}

Value script_of(const std::string& archive, std::string_view name, const script::Session& session) {
  const std::string script = name.empty() ? archive + ".ps1" : std::string(name);
  if (script.find(hole_text) != std::string::npos || script == ".ps1") return {};
  const Value beside = archive.empty() ? Value() : session.find_script(archive + "/" + script);
  return beside.is_absent() ? session.find_script(script) : beside;
}

}  // namespace

script::ConfigurationCall configuration_call(const ExtensionSettings& settings,
                                             const knowledge::ConfigurationSettings& paths,
                                             const script::Session& session) {
  if (!session.find_script) return {};
  ValueStore& store = session.store;
  const auto document = [&](Value value) {
    return value.is(ValueType::string) ? session.read_document(value) : value;
  };
  const Value plain = document(settings.plain);
  Value script = first_of(plain, paths.script, store);
  script::ConfigurationCall call;
  call.name = first_of(plain, paths.name, store);
  if (const Value both = first_of(plain, paths.both, store); both.is(ValueType::string)) {
    const std::string_view chars = chars_of(both);
    const std::size_t slash = std::min(chars.rfind('\\'), chars.size());
    script = text_part(store, both, 0, slash);
    if (slash < chars.size()) call.name = text_part(store, both, slash + 1, chars.size() - slash - 1);
  }
  call.arguments = first_of(plain, paths.arguments, store);
  if (call.arguments.is_absent()) {
    call.arguments = first_of(document(settings.secret), paths.arguments, store);
  }
  const std::string archive = archive_name(chars_of(first_of(plain, paths.archive, store)));
  const bool known = script.is_absent() || script.is(ValueType::string);
  if (known) call.script = script_of(archive, chars_of(script), session);
  return call;
}

}  // namespace smtplint::engine
