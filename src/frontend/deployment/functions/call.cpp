#include "frontend/deployment/functions/call.h"

#include <algorithm>
#include <unordered_map>

#include "base/letter_case.h"
#include "value/number.h"

namespace smtplint::deployment::functions {
namespace {

bool append_symbolic(Value value, std::string& text) {
  if (value.is_unset()) return text += "null", true;
  switch (value.type()) {
    case ValueType::boolean:
      text += value.boolean() ? "true" : "false";
      return true;
    case ValueType::number:
      text += to_text(value.number());
      return true;
    case ValueType::reference:
      text += value.reference().address;
      if (!value.reference().path.empty()) text += '.' + std::string(value.reference().path);
      return true;
    case ValueType::string:
      text += '\'';
      for (const Segment& segment : segments_of(value.text())) {
        if (segment.known) text += value.text().chars.substr(segment.begin, segment.length);
        if (segment.known) continue;
        const auto piece = std::ranges::find(value.text().pieces, segment.begin, &Piece::begin);
        if (piece->kind != PieceKind::reference) return false;
        text +=
            "{" + std::string(piece->reference->address) + "." + std::string(piece->reference->path) + "}";
      }
      text += '\'';
      return true;
    default:
      return false;
  }
}

}  // namespace

bool undecided(Value value) { return value.is_unknown() || value.is(ValueType::reference); }

std::optional<std::string> symbolic_text(Value value) {
  std::string text;
  if (!append_symbolic(value, text)) return std::nullopt;
  return text;
}

Value as_text(ValueStore& store, Value value, Place place) {
  if (value.is(ValueType::string)) return value;
  const bool scalar = value.is(ValueType::number) || value.is(ValueType::boolean) || undecided(value);
  if (!scalar) return {};
  TextBuilder builder(store);
  if (value.is(ValueType::boolean)) {
    builder.derived(value.boolean() ? "True" : "False", place, value.provenance());
  } else if (!builder.append(value, place)) {
    return {};
  }
  return builder.finish(value.provenance());
}

Parameter Function::parameter(std::size_t i) const {
  std::size_t written = std::min(i, parameters.size() - 1);
  while (written > 0 && parameters[written] == Parameter::same) --written;
  return parameters[written];
}

Value Call::string(std::string_view chars) {
  if (chars.size() > context.limits.text_bytes) return limit(Limit::text_bytes);
  return store().string(chars, origin_);
}

Value Call::decided(Truth truth, Value because) {
  return truth == Truth::unknown ? unknown_because(because) : boolean(truth == Truth::yes);
}

Value Call::array(const std::vector<Value>& items, const Reason* rest) {
  if (!may_expand_to(items.size())) return limit(Limit::expansion);
  return store().sequence(ValueType::tuple, items, origin_, rest);
}

Value Call::object(const std::vector<Entry>& entries, const Reason* rest) {
  if (!may_expand_to(entries.size())) return limit(Limit::expansion);
  std::vector<Entry> kept;
  std::unordered_map<std::string, std::size_t> seen;
  for (const Entry& entry : entries) {
    const auto [known, added] = seen.emplace(lower_case(entry.key), kept.size());
    if (added) {
      kept.push_back(entry);
    } else {
      kept[known->second] = entry;
    }
  }
  return store().mapping(ValueType::object, kept, origin_, rest);
}

Value Call::refuse() {
  if (context.budget.exhausted()) return limit(Limit::evaluation_steps);
  return store().unknown(ReasonKind::evaluation_error, name_, place());
}

Value Call::unknown_because(Value value) {
  std::string symbol = std::string(name_) + "(";
  bool symbolic = true;
  for (const Value argument : arguments) {
    const std::optional<std::string> text = symbolic_text(argument);
    symbolic = symbolic && text.has_value();
    if (text) symbol += (symbol.ends_with('(') ? "" : ", ") + *text;
  }
  if (symbolic && symbol.size() < context.limits.text_bytes)
    return store().reference(symbol + ")", "", origin_);
  const Reason* reason = why_unknown(store(), value, place());
  return store().unknown(reason != nullptr ? reason : store().reason(ReasonKind::no_value, name_, place()),
                         origin_);
}

}  // namespace smtplint::deployment::functions
