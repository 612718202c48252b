#include "lowering/settings_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "lowering/named_properties.h"
#include "lowering/words.h"
#include "value/encoded_text.h"

namespace smtplint::lowering {
namespace {

using knowledge::FieldSource;
using knowledge::Shape;

constexpr unsigned most_nesting = 16;
constexpr std::size_t most_settings = 10000;  ///< of one part; what is beyond makes it incomplete

/// The document that a text holds.
Value decoded(Value text, ValueStore& store, const Decoders* decoders) {
  const bool readable = decoders != nullptr && decoders->json != nullptr;
  if (readable && text.is(ValueType::string)) return decoders->json(text);
  return store.unknown(reason_of(text, store), text.provenance());
}

bool begins_like_an_object(Value value) {
  if (!value.is(ValueType::string)) return false;
  const std::string_view chars = value.text().chars;
  const std::size_t first = chars.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && chars[first] == '{';
}

class PartReader {
 public:
  PartReader(const FieldSource& source, const PropertyReader& whole, ValueStore& store,
             const Decoders* decoders, SettingsPart& part)
      : source_(source), whole_(whole), store_(store), decoders_(decoders), part_(part) {}

  void read(Value value, Shape shape) {
    if (!value.is_mapping() && !value.is_sequence()) {
      part_.complete = false;
      return;
    }
    if (shape == Shape::map) read_map(value);
    if (shape == Shape::name_value_list) read_list(value);
    if (shape == Shape::tree) read_tree(value, "", 0);
  }

 private:
  void add(std::string path, Value value, Place key_place) {
    if (part_.values.size() >= most_settings) {
      part_.complete = false;
      return;
    }
    if (source_.base64) value = from_secret(value, path);
    part_.values.push_back({path, value, key_place});
    if (!in_text_ && begins_like_an_object(value)) add_from_text(value, path + ".");
  }

  /// What is no text says nothing.
  Value from_secret(Value encoded, const std::string& name) {
    if (!encoded.is(ValueType::string)) return encoded;
    const Value plain = decode_base64(store_, encoded, encoded.provenance());
    if (!plain.is_absent()) return store_.as_sensitive(plain);
    const Place place = store_.provenance().step(encoded.provenance()).place;
    return store_.as_sensitive(
        store_.unknown(store_.reason(ReasonKind::secret, store_.keep(name), place), encoded.provenance()));
  }

  /// `MAIL_CONFIG = jsonencode({host = ...})`: a setting that holds further ones.
  void add_from_text(Value text, const std::string& prefix) {
    const Value document = decoded(text, store_, decoders_);
    if (!document.is_mapping()) return;
    in_text_ = true;
    read_tree(document, prefix, 1);
    in_text_ = false;
  }

  void open(Value container) {
    if (container.rest() != nullptr) part_.complete = false;
  }

  /// A list stands for its elements: blocks that are written several times.
  void read_map(Value value) {
    open(value);
    if (value.is_sequence()) {
      for (const Value item : value.items()) item.is_mapping() ? read_map(item) : note_unreadable(item);
      return;
    }
    for (const Entry& entry : value.entries()) {
      if (!entry.value.is_unset()) add(std::string(entry.key), entry.value, entry.key_place);
    }
  }

  void read_list(Value value) {
    open(value);
    if (value.is_mapping()) return read_pair(value, "");
    for (const Value item : value.items()) {
      if (item.is_mapping()) {
        read_pair(item, "");
      } else if (item.is_sequence()) {
        read_list(item);
      } else {
        note_unreadable(item);
      }
    }
  }

  void note_unreadable(Value item) {
    if (!item.is_unset()) part_.complete = false;
  }

  void read_pair(Value pair, const std::string& prefix) {
    const Value name = pair.find_ignoring_case(source_.keys.name);
    const auto text = known_text(name);
    if (!text) {
      part_.complete = false;
      return;
    }
    const Value value = value_of(pair, *text);
    if (!value.is_absent()) add(prefix + *text, value, store_.provenance().step(name.provenance()).place);
  }

  Value value_of(Value pair, const std::string& name) {
    for (const std::string& key : source_.keys.value) {
      const Value value = pair.find_ignoring_case(key);
      if (is_present(value)) return value;
    }
    for (const std::string& key : source_.keys.secure) {
      const Value value = pair.find_ignoring_case(key);
      if (is_present(value)) return store_.as_sensitive(value);
    }
    for (const std::string& key : source_.keys.secret) {
      const Value secret = pair.find_ignoring_case(key);
      if (is_present(secret)) return secret_value(secret, name);
    }
    return {};
  }

  /// What the secret of that name holds, if it is written in the same resource.
  Value secret_value(Value secret, const std::string& name) {
    const Value held = source_.keys.secrets ? whole_.read(*source_.keys.secrets) : Value();
    if (held.is_sequence()) {
      for (const Value candidate : held.items()) {
        if (same_name(candidate.find_ignoring_case(source_.keys.name), secret) != Truth::yes) continue;
        const Value value = candidate.find_ignoring_case("value");
        if (is_present(value)) return store_.as_sensitive(value);
      }
    }
    const ProvenanceId origin = secret.provenance();
    return store_.as_sensitive(store_.unknown(
        store_.reason(ReasonKind::secret, name, store_.provenance().step(origin).place), origin));
  }

  [[nodiscard]] bool is_pair(Value item) const {
    return item.is_mapping() && !item.find_ignoring_case(source_.keys.name).is_absent() &&
           !item.find_ignoring_case(source_.keys.value.front()).is_absent();
  }

  void read_tree(Value value, const std::string& prefix, unsigned depth) {
    open(value);
    if (depth == most_nesting) {
      part_.complete = false;
    } else if (value.is_mapping()) {
      for (const Entry& entry : value.entries()) {
        read_branch(entry.value, prefix + std::string(entry.key), entry.key_place, depth);
      }
    } else {
      read_elements(value, prefix, depth);
    }
  }

  void read_elements(Value list, const std::string& prefix, unsigned depth) {
    const std::string path = prefix.empty() ? prefix : prefix.substr(0, prefix.size() - 1);
    for (std::size_t i = 0; i < list.items().size(); ++i) {
      const Value item = list.items()[i];
      if (is_pair(item)) {
        read_pair(item, prefix);
      } else if (list.items().size() == 1 && item.is_mapping()) {
        read_tree(item, prefix, depth + 1);
      } else {
        read_branch(item, path + "[" + std::to_string(i) + "]", {}, depth);
      }
    }
  }

  void read_branch(Value value, const std::string& path, Place key_place, unsigned depth) {
    if (value.is_mapping() || value.is_sequence()) {
      read_tree(value, path + ".", depth + 1);
    } else if (!value.is_unset()) {
      add(path, value, key_place);
    }
  }

  const FieldSource& source_;
  const PropertyReader& whole_;
  ValueStore& store_;
  const Decoders* decoders_;
  SettingsPart& part_;
  bool in_text_ = false;
};

/// Each property whose name fits is a part of its own; the scalars of one object together make one more.
std::vector<SettingsPart> read_by_name(const FieldSource& source, const PropertyReader& reader,
                                       const PropertyReader& whole, ValueStore& store,
                                       const Decoders* decoders) {
  std::vector<SettingsPart> parts;
  std::map<std::string, SettingsPart> scalars;
  for (const NamedProperty& property : properties_named(source.names, reader)) {
    if (property.value.is_unset()) continue;
    if (!property.value.is_mapping() && !property.value.is_sequence()) {
      SettingsPart& part =
          scalars.try_emplace(property.parent, SettingsPart{property.parent, {}, false, {}}).first->second;
      part.values.push_back({property.name, property.value, property.place});
      continue;
    }
    const std::string path = property.parent.empty() ? property.name : property.parent + "." + property.name;
    parts.push_back({path, {}, !source.partial, property.place});
    PartReader(source, whole, store, decoders, parts.back()).read(property.value, source.shape);
  }
  for (auto& [parent, part] : scalars) parts.push_back(std::move(part));
  return parts;
}

}  // namespace

std::vector<SettingsPart> read_settings(const FieldSource& source, const PropertyReader& reader,
                                        const PropertyReader& whole, ValueStore& store,
                                        const Decoders* decoders) {
  if (source.paths.empty()) return read_by_name(source, reader, whole, store, decoders);
  const knowledge::PropertyPath& path = source.paths.front();
  Value value = reader.read(path);
  if (value.is_unset()) return {};
  if (source.json) value = decoded(value, store, decoders);
  std::vector<SettingsPart> parts{
      {path.text(), {}, !source.partial, reader.properties().name_place(path.head())}};
  PartReader(source, whole, store, decoders, parts.back()).read(value, source.shape);
  return parts;
}

}  // namespace smtplint::lowering
