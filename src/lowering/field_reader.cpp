#include "lowering/field_reader.h"

#include <algorithm>
#include <variant>

#include "base/letter_case.h"
#include "lowering/condition.h"
#include "lowering/settings_reader.h"
#include "lowering/words.h"
#include "value/text.h"

namespace smtplint::lowering {
namespace {

using knowledge::FieldSource;

Value table_value(const knowledge::TableValue& value, ProvenanceId origin, ValueStore& store) {
  if (const auto* flag = std::get_if<bool>(&value)) return store.boolean(*flag, origin);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return store.integer(*number, origin);
  return store.string(*std::get_if<std::string>(&value), origin);
}

}  // namespace

Value from_table(const knowledge::TableValue& value, ValueStore& store) {
  return store.as_defaulted(table_value(value, store.step(How::table, {}), store));
}

Value FieldReader::scalar(const std::vector<FieldSource>& sources) const {
  for (const FieldSource& source : sources) {
    Value value = read(source, Several::flags);
    if (!is_present(value)) continue;
    if (source.paths.front().many() && source.paths.size() == 1 && value.is_sequence()) {
      if (value.items().empty()) return store_.unknown(value.rest());
      value = value.items().front();
    }
    return converted(value, source);
  }
  return {};
}

Value FieldReader::list(const std::vector<FieldSource>& sources) const {
  for (const FieldSource& source : sources) {
    const Value value = read(source, Several::lists);
    if (!is_present(value)) continue;
    if (!value.is_sequence()) {
      if (value.is_unknown()) return value;
      return store_.sequence(ValueType::tuple, {converted(value, source)}, value.provenance());
    }
    std::vector<Value> flat;
    const Reason* rest = value.rest();
    for (const Value item : value.items()) {
      if (!item.is_sequence()) {
        if (is_present(item)) flat.push_back(converted(item, source));
        continue;
      }
      if (item.rest() != nullptr) rest = item.rest();
      for (const Value inner : item.items()) {
        if (is_present(inner)) flat.push_back(converted(inner, source));
      }
    }
    if (flat.empty() && rest == nullptr) continue;
    return store_.sequence(ValueType::tuple, flat, value.provenance(), rest);
  }
  return {};
}

std::vector<SettingsPart> FieldReader::settings(const std::vector<FieldSource>& sources) const {
  for (const FieldSource& source : sources) {
    const Truth open = all_hold(source.when, reader_, {});
    if (open == Truth::no) continue;
    std::vector<SettingsPart> parts = read_settings(source, reader_, whole_, store_, decoders_);
    if (open == Truth::unknown) forget_values(parts);
    if (!parts.empty()) return parts;
  }
  return {};
}

/// Nobody knows in which way they are written.
void FieldReader::forget_values(std::vector<SettingsPart>& parts) const {
  for (SettingsPart& part : parts) {
    part.complete = false;
    for (Setting& setting : part.values) {
      const Reason* reason =
          store_.reason(ReasonKind::runtime_only, store_.keep(setting.path), setting.key_place);
      setting.value = store_.as_sensitive(store_.unknown(reason, setting.value.provenance()));
    }
  }
}

Value FieldReader::read(const FieldSource& source, Several many) const {
  if (source.paths.size() > 1) return many == Several::flags ? any_true(source) : together(source);
  return source.paths.empty() ? Value() : reader_.read(source.paths.front());
}

Value FieldReader::together(const FieldSource& source) const {
  std::vector<Value> items;
  const Reason* rest = nullptr;
  for (const knowledge::PropertyPath& path : source.paths) {
    const Value value = reader_.read(path);
    if (!is_present(value)) continue;
    if (!value.is_sequence()) {
      items.push_back(value);
      continue;
    }
    items.insert(items.end(), value.items().begin(), value.items().end());
    if (value.rest() != nullptr) rest = value.rest();
  }
  if (items.empty() && rest == nullptr) return {};
  return store_.sequence(ValueType::tuple, items, no_provenance, rest);
}

Value FieldReader::any_true(const FieldSource& source) const {
  Value kept;
  for (const knowledge::PropertyPath& path : source.paths) {
    const Value value = reader_.read(path);
    if (!is_present(value)) continue;
    const Truth truth = known_truth(value);
    if (truth == Truth::yes) return value;
    if (kept.is_absent() || truth == Truth::unknown) kept = value;
  }
  return kept;
}

/// `.../sites/shop/namespaces/bus` up to `sites` is `.../sites/shop`.
Value FieldReader::up_to(std::string_view type, Value id) const {
  if (!id.is(ValueType::string)) return id;
  const std::string chars = lower_case(id.text().chars);
  const std::string segment = "/" + lower_case(type) + "/";
  const std::size_t at = chars.find(segment);
  if (at == std::string::npos) return id;
  return text_part(store_, id, 0, std::min(chars.find('/', at + segment.size()), chars.size()));
}

Value FieldReader::converted(Value value, const FieldSource& source) const {
  if (!source.up_to.empty()) return up_to(source.up_to, value);
  if (!source.negate && source.translate.empty()) return value;
  if (!value.is(ValueType::alternatives)) return converted_scalar(value, source);
  std::vector<Alternative> choices;
  for (const Alternative& choice : value.alternatives()) {
    choices.push_back({converted_scalar(choice.value, source), choice.choices});
  }
  const ProvenanceId origin = value.provenance();
  return store_.alternatives(choices, store_.provenance().step(origin).place);
}

Value FieldReader::converted_scalar(Value value, const FieldSource& source) const {
  const auto text = known_text(value);
  if (!text) return store_.unknown(reason_of(value, store_), value.provenance());
  if (source.negate) {
    const Truth truth = known_truth(value);
    if (truth != Truth::unknown) return store_.boolean(truth == Truth::no, value.provenance());
    return store_.unknown(ReasonKind::evaluation_error, *text);
  }
  for (const knowledge::Translation& row : source.translate) {
    if (row.matches.matches(*text)) return table_value(row.to, value.provenance(), store_);
  }
  return store_.unknown(ReasonKind::evaluation_error, *text);
}

}  // namespace smtplint::lowering
