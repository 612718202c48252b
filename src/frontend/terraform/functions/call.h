#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/limit.h"
#include "frontend/terraform/evaluation/functions.h"
#include "value/arithmetic.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::terraform::functions {

/// What a parameter takes. An argument that is not known where it has to be makes the result unknown; one of
/// the wrong type or null makes Terraform refuse the call.
enum class Parameter : std::uint8_t {
  same,      ///< as the one before
  value,     ///< anything but null, known or not
  nullable,  ///< anything
  known,     ///< anything but null that is known through and through
  text,      ///< a string; parts of it may be unknown
  string,    ///< a known string
  number,    ///< a known number
  integer,   ///< a known whole number of 64 bits
  sequence,  ///< a list, set or tuple; what is in it may be unknown
  mapping,   ///< a map or object; what is in it may be unknown
};

/// One call whose arguments are what its function's parameters take. Alternatives have been taken apart:
/// everywhere for functions that read their arguments' content, at the top for those that only hand arguments
/// on.
class Call {
 public:
  Call(CallContext& call_context, std::string_view name, std::vector<Value> values, ProvenanceId origin)
      : context(call_context), arguments(std::move(values)), name_(name), origin_(origin) {}

  CallContext& context;          // NOLINT(misc-non-private-member-variables-in-classes)
  std::vector<Value> arguments;  // NOLINT(misc-non-private-member-variables-in-classes)

  [[nodiscard]] ValueStore& store() const { return context.store; }
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] Place place() const { return context.place; }
  /// The chain of a computed result: the arguments' chains and this call.
  [[nodiscard]] ProvenanceId origin() const { return origin_; }
  [[nodiscard]] std::string_view chars(std::size_t i) const { return arguments[i].text().chars; }
  [[nodiscard]] std::int64_t integer(std::size_t i) const { return arguments[i].number().integer; }

  [[nodiscard]] Value string(std::string_view chars);
  [[nodiscard]] Value boolean(bool value) { return store().boolean(value, origin_); }
  [[nodiscard]] Value decided(Truth truth, Value because);
  [[nodiscard]] Value integer_result(std::int64_t value) { return store().integer(value, origin_); }
  [[nodiscard]] Value number(const Computed& computed);
  [[nodiscard]] Value sequence(ValueType type, const std::vector<Value>& items, const Reason* rest = nullptr);
  /// Sorts the entries; of equal keys the last one stays.
  [[nodiscard]] Value mapping(ValueType type, std::vector<Entry> entries, const Reason* rest = nullptr);
  /// Whether two values are the same; unknown once the budget is used up.
  [[nodiscard]] Truth same(Value left, Value right);
  /// An argument, or a part of one, that this call hands on.
  [[nodiscard]] Value handed_on(Value value);

  [[nodiscard]] Value refuse();
  [[nodiscard]] Value unknown(ReasonKind kind);
  [[nodiscard]] Value limit(Limit bound);
  [[nodiscard]] Value unknown_because(Value value);
  [[nodiscard]] const Reason* reason_of(Value value);
  /// True while so many elements are within the limits.
  [[nodiscard]] bool may_expand_to(std::uint64_t elements) const {
    return elements <= context.limits.expansion && context.budget.spend(elements);
  }

 private:
  std::string_view name_;
  ProvenanceId origin_;
};

/// A string under construction that stops growing at the limit for texts.
class ResultText {
 public:
  explicit ResultText(Call& call) : call_(call), builder_(call.store()) {}

  /// Text that the function itself adds.
  void add(std::string_view chars);
  /// Text that stands for what is written at a place: an escape, a changed letter.
  void add_made_of(std::string_view chars, const Piece& piece);
  void add_part(const Text& text, std::size_t begin, std::size_t length, ProvenanceId origin);
  void add_part(Value string, std::size_t begin, std::size_t length) {
    add_part(string.text(), begin, length, string.provenance());
  }
  /// Text at the place of a chain.
  void add_own(std::string_view chars, ProvenanceId origin);
  void add_hole(const Reason* reason);
  /// False for what cannot be text.
  [[nodiscard]] bool add_value(Value value);
  /// Ends the text at the limit.
  void cut() { cut_off_ = true; }
  [[nodiscard]] bool cut_off() const { return cut_off_; }
  [[nodiscard]] std::size_t size() const { return builder_.size(); }
  /// A text that is nothing but one unknown part is that unknown value.
  [[nodiscard]] Value finish(ProvenanceId origin);
  [[nodiscard]] Value finish() { return finish(call_.origin()); }

 private:
  [[nodiscard]] bool fits(std::size_t more);

  Call& call_;
  TextBuilder builder_;
  bool cut_off_ = false;
};

}  // namespace smtplint::terraform::functions
