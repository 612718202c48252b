#include <algorithm>

#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/format_directive.h"
#include "frontend/terraform/functions/format_number.h"
#include "frontend/terraform/functions/json_text.h"
#include "frontend/terraform/functions/json_writer.h"
#include "frontend/terraform/functions/unicode.h"

namespace smtplint::terraform::functions {
namespace {

/// How the writing of one argument, or of the whole, went.
enum class Written : std::uint8_t { yes, refused, null_argument };

/// Writes a format string with its arguments once.
class Formatter {
 public:
  Formatter(Call& call, std::span<const Value> arguments)
      : call_(call), arguments_(arguments), result_(call) {}

  [[nodiscard]] Written write() {
    const std::string_view format = call_.chars(0);
    for (std::size_t at = 0; at < format.size() && !result_.cut_off();) {
      const std::size_t percent = std::min(format.find('%', at), format.size());
      result_.add_part(call_.arguments[0], at, percent - at);
      if (percent == format.size()) break;
      const std::optional<FormatDirective> directive = read_directive(format.substr(percent));
      if (!directive) return Written::refused;
      const Written written = write(*directive);
      if (written != Written::yes) return written;
      at = percent + directive->length;
    }
    return used_ < arguments_.size() && !result_.cut_off() ? Written::refused : Written::yes;
  }
  [[nodiscard]] Value finish() { return result_.finish(); }

 private:
  Written write(const FormatDirective& directive) {
    if (directive.verb == '%') {
      result_.add("%");
      return Written::yes;
    }
    const std::size_t index = directive.argument ? *directive.argument - 1 : next_;
    if (index >= arguments_.size()) return Written::refused;
    next_ = index + 1;
    used_ = std::max(used_, next_);
    const std::uint64_t longest = call_.context.limits.text_bytes;
    if (directive.width.value_or(0) > longest || directive.precision.value_or(0) > longest) {
      result_.cut();
      return Written::yes;
    }
    const Value argument = arguments_[index];
    return argument.is_unset() ? Written::null_argument : write(directive, argument);
  }

  Written write(const FormatDirective& directive, Value argument) {
    switch (directive.verb) {
      case 'v':
        return write_any(directive, argument);
      case 't':
        return write_boolean(argument);
      case 's':
        return write_string(directive, argument);
      case 'q':
        return write_quoted(directive, argument);
      default:
        return write_number(directive, argument);
    }
  }

  Written write_any(const FormatDirective& directive, Value argument) {
    const bool container = argument.is_sequence() || argument.is_mapping();
    if (directive.sharp || container) {
      return write_json(call_, argument, result_) ? Written::yes : Written::refused;
    }
    if (argument.is(ValueType::boolean)) return write_boolean(argument);
    if (!argument.is(ValueType::number)) return write_string(directive, argument);
    FormatDirective number = directive;
    number.verb = 'g';
    return write_number(number, argument);
  }

  Written write_boolean(Value argument) {
    const Value boolean = to_boolean_value(call_.store(), argument, call_.place());
    if (refused(boolean)) return Written::refused;
    return result_.add_value(boolean) ? Written::yes : Written::refused;
  }

  Written write_string(const FormatDirective& directive, Value argument) {
    const Value string = to_string_value(call_.store(), argument, call_.place());
    if (refused(string)) return Written::refused;
    const bool plain = !directive.width && !directive.precision;
    if (!plain && !string.wholly_known()) {
      result_.add_hole(call_.reason_of(string));
      return Written::yes;
    }
    if (plain) return result_.add_value(string) ? Written::yes : Written::refused;
    const std::string_view chars = string.text().chars;
    std::size_t length = chars.size();
    if (directive.precision.value_or(0) > 0) {
      const std::vector<std::size_t> bounds = unicode::character_bounds(chars);
      length = bounds[std::min<std::size_t>(*directive.precision, bounds.size() - 1)];
    }
    const std::string whole = padded(std::string(chars.substr(0, length)), directive);
    const std::size_t added = whole.size() - length;
    if (!directive.minus) result_.add(whole.substr(0, added));
    result_.add_part(string, 0, length);
    if (directive.minus) result_.add(whole.substr(length));
    return Written::yes;
  }

  Written write_quoted(const FormatDirective& directive, Value argument) {
    const Value string = to_string_value(call_.store(), argument, call_.place());
    if (refused(string)) return Written::refused;
    if (!string.wholly_known() || !directive.width) {
      return write_json(call_, string, result_) ? Written::yes : Written::refused;
    }
    result_.add(padded(json_string(string.text().chars), directive));
    return Written::yes;
  }

  Written write_number(const FormatDirective& directive, Value argument) {
    const Value number = to_number_value(call_.store(), argument, call_.place());
    if (refused(number)) return Written::refused;
    if (!number.is(ValueType::number)) {
      result_.add_hole(call_.reason_of(number));
      return Written::yes;
    }
    const std::optional<std::string> text = format_number(number.number(), directive);
    if (!text) return Written::refused;
    result_.add_made_of(*text, {.place = call_.store().provenance().step(number.provenance()).place,
                                .origin = number.provenance()});
    return Written::yes;
  }

  Call& call_;
  std::span<const Value> arguments_;
  ResultText result_;
  std::size_t next_ = 0, used_ = 0;
};

Value formatted(Call& call, std::span<const Value> arguments) {
  Formatter formatter(call, arguments);
  switch (formatter.write()) {
    case Written::yes:
      return formatter.finish();
    case Written::refused:
      return call.refuse();
    case Written::null_argument:  // depends on the type of the null
      return call.unknown(ReasonKind::unsupported_function);
  }
  return call.refuse();
}

/// How many times `formatlist` formats: the length that all lists share, once without any.
struct Repetition {
  std::optional<std::size_t> count;
  const Reason* rest = nullptr;
  bool refused = false;
};
Repetition repetition_of(Call& call) {
  Repetition repetition;
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    const Value argument = call.arguments[i];
    const bool undecided = argument.is_unknown() || argument.is(ValueType::reference);
    if (undecided || argument.rest() != nullptr) repetition.rest = call.reason_of(argument);
    if (!argument.is_sequence()) continue;
    const std::size_t count = argument.items().size();
    repetition.refused = repetition.refused || (repetition.count && *repetition.count != count);
    repetition.count = count;
  }
  return repetition;
}

}  // namespace

Value format(Call& call) { return formatted(call, std::span(call.arguments).subspan(1)); }

Value format_list(Call& call) {
  const Repetition repetition = repetition_of(call);
  if (repetition.rest != nullptr) return call.sequence(ValueType::list, {}, repetition.rest);
  if (repetition.refused) return call.refuse();
  std::vector<Value> texts;
  const auto unset = [](Value argument) { return argument.is_unset(); };
  if (std::ranges::any_of(call.arguments, unset)) return call.unknown(ReasonKind::unsupported_function);
  for (std::size_t i = 0; i < repetition.count.value_or(1); ++i) {
    std::vector<Value> row;
    for (const Value argument : std::span(call.arguments).subspan(1)) {
      row.push_back(argument.is_sequence() ? argument.items()[i] : argument);
      if (row.back().is_unset()) return call.refuse();
    }
    const Value text = formatted(call, row);
    if (refused(text)) return call.refuse();
    texts.push_back(text);
  }
  return call.sequence(ValueType::list, texts);
}

}  // namespace smtplint::terraform::functions
