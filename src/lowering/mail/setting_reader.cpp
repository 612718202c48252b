#include "lowering/mail/setting_reader.h"

#include <algorithm>
#include <span>

#include "base/letter_case.h"
#include "base/trimmed.h"
#include "lowering/mail/marks.h"
#include "lowering/mail/port_text.h"

namespace smtplint::lowering {

struct SettingReader::Part {
  Value value;
  std::span<const Choice> choices;
  std::size_t position = 0;
};

namespace {

constexpr std::size_t most_list_items = 16;

/// The alternatives of a scalar, and the items of a list one after the other.
template <typename Part>
std::vector<Part> parts_of(Value value) {
  std::vector<Part> parts;
  const std::size_t count = value.is_sequence() ? std::min(value.items().size(), most_list_items) : 1;
  for (std::size_t i = 0; i < count; ++i) {
    const Value item = value.is_sequence() ? value.items()[i] : value;
    if (!item.is(ValueType::alternatives)) {
      parts.push_back(Part{item, {}, i});
      continue;
    }
    for (const Alternative& one : item.alternatives()) parts.push_back(Part{one.value, one.choices, i});
  }
  return parts;
}

/// What is known holds unless the variable is set that the setting asks for first.
void add_variable(const Setting& setting, std::string& unless) {
  if (unless.empty() && !setting.variables.empty()) unless = setting.variables.front();
}

bool is_empty_text(Value value) { return value.is(ValueType::string) && trimmed(value.text().chars).empty(); }

/// `SMTP_HOST=false`
bool switches_off(Value value, const knowledge::SettingForms& forms) {
  if (value.is(ValueType::boolean)) return !value.boolean();
  if (!value.is(ValueType::string)) return false;
  const std::string_view text = trimmed(value.text().chars);
  return std::ranges::find(forms.false_words, lower_case(text)) != forms.false_words.end();
}

std::optional<std::uint16_t> port_of_number(const Number& number) {
  if (!number.is_integer() || number.integer < 1 || number.integer > 65535) return std::nullopt;
  return static_cast<std::uint16_t>(number.integer);
}

bool is_declared_secret(const ValueStore& store, Place place) {
  return std::ranges::any_of(store.declared_secrets(), [place](Place secret) {
    return secret.source == place.source && secret.span.begin <= place.span.begin &&
           place.span.end <= secret.span.end;
  });
}

std::vector<Choice> copied(std::span<const Choice> choices) { return {choices.begin(), choices.end()}; }

}  // namespace

bool SettingReader::is_secret_reference(std::string_view text) const {
  const std::string begin = lower_case(trimmed(text).substr(0, 64));
  return std::ranges::any_of(catalogue_.setting_forms().secret_references,
                             [&begin](const std::string& prefix) { return begin.starts_with(prefix); });
}

HostClass SettingReader::class_of_host(std::string_view host) const {
  return class_of(host, catalogue_.host_names(), catalogue_.providers(), own_);
}

PortReading SettingReader::port_in_text(Value text, TextRange range, Place key) const {
  const std::string_view chars = range.in(text.text().chars);
  PortReading reading;
  if (const auto form = overridable_in(chars)) {
    reading.unless = form->name;
    if (!form->has_value) {
      reading.choice.reason = store_.reason(ReasonKind::no_value, form->name, key);
      reading.choice.mark = mark_of_text(store_, text, range, key);
      return reading;
    }
    range = {range.begin + form->value.begin, form->value.length};
  }
  reading.choice.mark = mark_of_text(store_, text, range, key);
  reading.choice.reason = hole_in(store_, text, range);
  if (reading.choice.reason != nullptr) return reading;
  const std::string_view value = range.in(text.text().chars);
  reading.choice.number = port_in(value, catalogue_.setting_forms());
  reading.unset = trimmed(value).empty();
  reading.no_port = !reading.choice.number && !reading.unset;
  return reading;
}

PortReading SettingReader::port_of(const Part& part, const Setting& setting) const {
  PortReading reading;
  if (part.value.is(ValueType::string) && !is_empty_text(part.value)) {
    const std::string_view chars = part.value.text().chars;
    if (is_secret_reference(chars)) {
      reading.choice.reason = store_.reason(ReasonKind::secret, setting.path, setting.key_place);
      reading.choice.mark = mark_of_value(store_, part.value, setting.key_place);
    } else {
      reading = port_in_text(part.value, {0, chars.size()}, setting.key_place);
    }
  } else {
    reading.choice.mark = mark_of_value(store_, part.value, setting.key_place);
    reading.choice.reason = reason_of(store_, part.value);
    reading.unset = part.value.is_unset() || is_empty_text(part.value);
    if (part.value.is(ValueType::number)) reading.choice.number = port_of_number(part.value.number());
    reading.no_port = !reading.unset && !reading.choice.number && reading.choice.reason == nullptr;
  }
  reading.choice.choices = copied(part.choices);
  return reading;
}

std::vector<PortReading> SettingReader::ports(const Setting& setting) const {
  std::vector<PortReading> readings;
  for (const Part& part : parts_of<Part>(setting.value)) {
    PortReading& reading = readings.emplace_back(port_of(part, setting));
    if (reading.choice.number) add_variable(setting, reading.unless);
  }
  return readings;
}

std::optional<EndpointReading> SettingReader::endpoint_of(Value text, const EndpointText& form,
                                                          Place key) const {
  const std::string_view chars = text.text().chars;
  EndpointReading reading;
  if (form.scheme.length > 0) {
    reading.scheme = catalogue_.setting_forms().scheme(lower_case(form.scheme.in(chars)));
    if (reading.scheme == nullptr) return std::nullopt;
  }
  std::string name = lower_case(form.host.in(chars));
  if (name.ends_with('.')) name.pop_back();
  const HostClass known = class_of_host(name);
  reading.host.scope = known.scope;
  reading.host.provider = known.provider == nullptr ? std::string() : known.provider->id;
  reading.host.perhaps_private = known.perhaps_private;
  reading.host.placeholder = known.placeholder;
  reading.host.mark = mark_of_text(store_, text, form.host, key);
  reading.host.reason = hole_in(store_, text, form.host);
  if (reading.host.reason == nullptr) reading.host.name = name;
  reading.host.hidden = text.sensitive() && is_declared_secret(store_, reading.host.mark.place);
  reading.sink = known.sink;
  reading.host_alone = form.bracketed;
  reading.has_login = form.user_info.length > 0;
  if (form.port.length > 0) reading.port = port_in_text(text, form.port, key);
  return reading;
}

void SettingReader::read_endpoints(const Part& part, const Setting& setting,
                                   std::vector<EndpointReading>& readings) const {
  EndpointReading open;
  open.position = part.position;
  open.host.choices = copied(part.choices);
  open.host.mark = mark_of_value(store_, part.value, setting.key_place);
  open.host.reason = reason_of(store_, part.value);
  open.unset = part.value.is_unset() || is_empty_text(part.value) ||
               switches_off(part.value, catalogue_.setting_forms());
  if (open.unset || open.host.reason != nullptr) return readings.push_back(std::move(open));
  if (!part.value.is(ValueType::string)) return;
  const std::string_view chars = part.value.text().chars;
  TextRange range{0, chars.size()};
  const auto placeholder = overridable_in(chars);
  const bool secret = is_secret_reference(chars);
  if (secret || (placeholder && !placeholder->has_value)) {
    const ReasonKind kind = secret ? ReasonKind::secret : ReasonKind::no_value;
    open.host.reason = store_.reason(kind, secret ? setting.path : placeholder->name, setting.key_place);
    return readings.push_back(std::move(open));
  }
  if (placeholder) range = placeholder->value;
  std::size_t position = part.position;
  for (EndpointText form : endpoints_in(range.in(chars))) {
    for (TextRange* inner : {&form.scheme, &form.user_info, &form.host, &form.port})
      inner->begin += range.begin;
    auto reading = endpoint_of(part.value, form, setting.key_place);
    if (!reading) continue;
    reading->host.choices = copied(part.choices);
    if (reading->port) reading->port->choice.choices = copied(part.choices);
    if (placeholder) reading->unless = placeholder->name;
    reading->position = position++;
    readings.push_back(std::move(*reading));
  }
}

std::vector<EndpointReading> SettingReader::endpoints(const Setting& setting) const {
  std::vector<EndpointReading> readings;
  for (const Part& part : parts_of<Part>(setting.value)) read_endpoints(part, setting, readings);
  for (EndpointReading& reading : readings) {
    if (reading.host.name) add_variable(setting, reading.unless);
  }
  return readings;
}

model::Stated SettingReader::is_set(const Setting& setting) const {
  const Value value = setting.value;
  if (value.is_unset() || is_empty_text(value)) return model::Stated::absent;
  if (value.sensitive() || value.is(ValueType::reference) || value.is_scalar()) return model::Stated::on;
  if (value.is_unknown() && value.reason().kind == ReasonKind::secret) return model::Stated::on;
  return model::Stated::unknown;
}

std::optional<std::string> SettingReader::word(const Setting& setting) const {
  const Value value = setting.value;
  if (value.is(ValueType::boolean)) return value.boolean() ? "true" : "false";
  if (value.is(ValueType::number)) return to_text(value.number());
  if (!value.is(ValueType::string) || value.text().has_holes()) return std::nullopt;
  return lower_case(trimmed(value.text().chars));
}

std::string SettingReader::why_open(const Setting& setting) const {
  const Value value = setting.value;
  const Reason* reason = reason_of(store_, value);
  if (value.is(ValueType::string)) reason = hole_in(store_, value, {0, value.text().chars.size()});
  if (reason == nullptr) return catalogue_.phrases().text(knowledge::Phrase::several_values, setting.path);
  return catalogue_.reasons().sentence(to_string(reason->kind), reason->name);
}

std::optional<bool> SettingReader::flag(const std::string& word) const {
  const knowledge::SettingForms& forms = catalogue_.setting_forms();
  if (std::ranges::find(forms.true_words, word) != forms.true_words.end()) return true;
  if (std::ranges::find(forms.false_words, word) != forms.false_words.end()) return false;
  return std::nullopt;
}

void SettingReader::add_secrets(const Setting& setting, bool whole_value, std::vector<Place>& places) const {
  if (whole_value) return add_places(store_, setting.value, places);
  for (const Part& part : parts_of<Part>(setting.value)) {
    if (!part.value.is(ValueType::string)) continue;
    for (const EndpointText& form : endpoints_in(part.value.text().chars)) {
      if (form.scheme.length == 0 || form.user_info.length == 0) continue;
      const model::Mark mark = mark_of_text(store_, part.value, form.user_info, {});
      if (mark.place.known()) places.push_back(mark.place);
    }
  }
}

}  // namespace smtplint::lowering
