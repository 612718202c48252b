#pragma once

#include <span>

#include "generate/language.h"

namespace smtplint::generate::arm {

/// Templates: modules are linked templates, nested ones with names of their own, or such without.
/// `Carrier::expression` is what stands between the brackets of an expression, or, while it is a literal, the
/// literal without quotes.
class ArmWorkshop final : public Workshop {
 public:
  void into_local(Carrier& value) override;
  void into_module(Carrier& value, Scope& child) override;
  void out_of_module(Carrier& value) override;
  [[nodiscard]] std::string secret(Scope& scope) override;
  [[nodiscard]] std::string setting(const Carrier& value) const override;
  [[nodiscard]] std::string as_text(const Carrier& value) const override;
  [[nodiscard]] std::string quoted(std::string_view text) const override;
  [[nodiscard]] std::string address(const Scope& scope, std::string_view type, bool instances) const override;
  [[nodiscard]] std::map<std::string, std::string> finish() override;

  /// Gives a parameter of the root a value in the parameter file.
  void assign(std::string_view name, std::string_view json);

 protected:
  void settle(Scope& module) override;

 private:
  [[nodiscard]] std::string written(Scope& scope, std::map<std::string, std::string>& all);

  std::string assignments_;
};

/// The value as an argument of a function.
[[nodiscard]] std::string operand(const Carrier& value);
/// The value as JSON: a literal, or a text with an expression.
[[nodiscard]] std::string json_of(const Carrier& value);
[[nodiscard]] std::string_view type_of(const Carrier& value);
/// Adds `"name": json` to a section of a template.
void add(Scope& scope, std::string_view section, std::string_view name, std::string_view json);

[[nodiscard]] std::span<const Move> origins();
[[nodiscard]] std::span<const Move> steps();
[[nodiscard]] std::span<const Sender> senders();
[[nodiscard]] TextTables texts();

}  // namespace smtplint::generate::arm
