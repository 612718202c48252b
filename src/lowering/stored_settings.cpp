#include "lowering/stored_settings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;

/// What tells one store from another: what it is, or what is not known of it.
std::string identity(Value store) {
  if (store.is(ValueType::reference)) return std::string(store.reference().address);
  if (store.is(ValueType::string)) return std::string(store.text().chars);
  return store.is_unknown() ? std::string(store.reason().name) : std::string();
}

/// `shop/Smtp:Port$production`: the key behind the names of the resources above it, with its label.
std::pair<std::string, std::string> key_and_label(const Mapped& thing) {
  const auto name = known_text(thing[Field::name]);
  if (!name) return {};
  if (thing.resource->dialect != Dialect::arm) return {*name, known_text(thing[Field::label]).value_or("")};
  const std::string last = name->substr(name->rfind('/') + 1);
  const std::size_t label = std::min(last.find('$'), last.size());
  return {last.substr(0, label), last.substr(std::min(label + 1, last.size()))};
}

/// The only resource that is a part of a text, or that a value is a property of.
const Reference* only_reference(Value value) {
  if (value.is(ValueType::reference)) return &value.reference();
  if (!value.is(ValueType::string)) return nullptr;
  const Reference* found = nullptr;
  for (const Piece& piece : value.text().pieces) {
    if (piece.kind != PieceKind::reference) continue;
    if (found != nullptr) return nullptr;
    found = piece.reference;
  }
  return found;
}

}  // namespace

void build_stored_settings(Assembly& assembly) {
  std::map<std::string, SettingsBlock> stores;
  for (const Mapped& thing : assembly.things) {
    if (thing.thing() != Thing::stored_setting) continue;
    const std::string store = identity(thing[Field::store]);
    const auto [found, added] = stores.try_emplace(store);
    Settings& settings = found->second.settings;
    if (added) {
      const bool known = thing[Field::store].is(ValueType::reference);
      settings.owner = known ? store : thing.resource->address;
      settings.complete = false;
      settings.place = thing.place;
    }
    const auto [key, label] = key_and_label(thing);
    if (key.empty() || !is_present(thing[Field::value])) continue;
    settings.values.push_back({label.empty() ? key : label + ":" + key,
                               held_by_secret(assembly, thing[Field::value]), thing.place});
  }
  for (auto& [store, block] : stores) assembly.lowered.settings.push_back(std::move(block));
}

Value held_by_secret(Assembly& assembly, Value value) {
  const Reference* reference = only_reference(value);
  if (reference == nullptr) return value;
  constexpr Thing kind = Thing::stored_secret;
  const LinkTarget secret =
      assembly.linker.resolve(assembly.store.reference(reference->address, reference->path), {&kind, 1}, {});
  if (secret.thing == nullptr) return value;
  const Value held = (*secret.thing)[Field::value];
  if (!is_present(held)) return value;
  const Place place = assembly.store.provenance().step(value.provenance()).place;
  return assembly.store.as_declared_secret(assembly.store.with_step(
      held, How::attribute, place, assembly.store.keep(secret.thing->resource->address)));
}

}  // namespace smtplint::lowering
