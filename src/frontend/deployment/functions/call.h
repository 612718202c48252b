#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limit.h"
#include "frontend/deployment/functions.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::deployment::functions {

/// What a parameter takes.
enum class Parameter : std::uint8_t {
  same,      ///< as the one before
  value,     ///< anything
  known,     ///< anything that is known through and through
  text,      ///< a string, or what can be one; parts of it may be unknown
  string,    ///< a known string
  integer,   ///< a known whole number
  sequence,  ///< an array; what is in it may be unknown
  mapping,   ///< an object; what is in it may be unknown
  lambda,
};

/// What a function does with its arguments.
enum class Kind : std::uint8_t {
  computes,    ///< makes something new of their content
  moves_text,  ///< makes a text of their texts, which keep their places
  hands_on,    ///< gives one of them, or containers of what is in them
  decides,     ///< one of them may decide, whatever the others are
  refers,      ///< moves texts, but may mean a resource that is declared with several names at once
};

class Call;

struct Function {
  std::string_view name;
  Value (*compute)(Call&) = nullptr;
  Kind kind = Kind::computes;
  std::uint8_t fewest = 0;
  std::uint8_t most = 0;
  std::array<Parameter, 4> parameters{};
  std::optional<ReasonKind> never{};

  [[nodiscard]] Parameter parameter(std::size_t i) const;
};

inline constexpr std::uint8_t any_number = 255;

/// One call whose arguments are what its function takes; alternatives have been taken apart where it is not
/// `refers`.
class Call {
 public:
  Call(CallContext& call_context, std::string_view name, std::vector<Value> values,
       std::span<const Lambda* const> lambdas, ProvenanceId origin)
      : context(call_context),
        arguments(std::move(values)),
        name_(name),
        lambdas_(lambdas),
        origin_(origin) {}

  CallContext& context;          // NOLINT(misc-non-private-member-variables-in-classes)
  std::vector<Value> arguments;  // NOLINT(misc-non-private-member-variables-in-classes)

  [[nodiscard]] ValueStore& store() const { return context.store; }
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] Place place() const { return context.place; }
  [[nodiscard]] ProvenanceId origin() const { return origin_; }
  [[nodiscard]] std::size_t count() const { return arguments.size(); }
  [[nodiscard]] std::string_view chars(std::size_t i) const { return arguments[i].text().chars; }
  [[nodiscard]] std::int64_t integer(std::size_t i) const { return arguments[i].number().integer; }
  [[nodiscard]] std::span<const Lambda* const> lambdas() const { return lambdas_; }

  [[nodiscard]] Value string(std::string_view chars);
  [[nodiscard]] Value boolean(bool value) { return store().boolean(value, origin_); }
  [[nodiscard]] Value integer_result(std::int64_t value) { return store().integer(value, origin_); }
  /// A decision, unknown because of a value.
  [[nodiscard]] Value decided(Truth truth, Value because);
  [[nodiscard]] Value array(const std::vector<Value>& items, const Reason* rest = nullptr);
  /// Of names that differ in nothing but case the last one stays, in the place of the first.
  [[nodiscard]] Value object(const std::vector<Entry>& entries, const Reason* rest = nullptr);
  /// An argument, or a part of one, that this call hands on.
  [[nodiscard]] Value handed_on(Value value) { return store().with_step(value, How::call, place(), name_); }

  [[nodiscard]] Value refuse();
  [[nodiscard]] Value limit(Limit bound) {
    return store().unknown(ReasonKind::limit, to_string(bound), place());
  }
  [[nodiscard]] Value unsupported() {
    return store().unknown(ReasonKind::unsupported_function, name_, place());
  }
  /// What a computation gives whose argument is not known: a symbol where it is made of symbols alone.
  [[nodiscard]] Value unknown_because(Value value);
  [[nodiscard]] bool may_expand_to(std::uint64_t elements) const {
    return elements <= context.limits.expansion && context.budget.spend(elements);
  }

 private:
  std::string_view name_;
  std::span<const Lambda* const> lambdas_;
  ProvenanceId origin_;
};

/// True for what is not known as a whole.
[[nodiscard]] bool undecided(Value value);
/// A value written so that equal computations of equal symbols are written alike; nothing where something in
/// it is unknown for another reason than being known at the deployment only.
[[nodiscard]] std::optional<std::string> symbolic_text(Value value);
/// A string, or a number or boolean as texts have it (`True`); absent for anything else.
[[nodiscard]] Value as_text(ValueStore& store, Value value, Place place);

/// All functions, sorted by their names in small letters.
[[nodiscard]] std::span<const Function> functions();

}  // namespace smtplint::deployment::functions
