#pragma once

#include <optional>
#include <span>

#include "generate/language.h"

namespace smtplint::generate::bicep {

class BicepWorkshop final : public Workshop {
 public:
  void into_local(Carrier& value) override;
  void into_module(Carrier& value, Scope& child) override;
  void out_of_module(Carrier& value) override;
  [[nodiscard]] std::string secret(Scope& scope) override;
  [[nodiscard]] std::string setting(const Carrier& value) const override;
  [[nodiscard]] std::string quoted(std::string_view text) const override;
  [[nodiscard]] std::string address(const Scope& scope, std::string_view type, bool instances) const override;
  [[nodiscard]] std::map<std::string, std::string> finish() override;

  /// Gives a parameter of the root a value in the project's parameter file, whose kind the first choice
  /// decides.
  void assign(std::string_view name, std::string_view bicep, std::string_view json, std::uint32_t choice);

 protected:
  void settle(Scope& module) override;

 private:
  std::optional<bool> parameters_in_json_;
  std::string assignments_;
};

/// The type that a value has by now.
[[nodiscard]] std::string_view type_of(const Carrier& value);

[[nodiscard]] std::span<const Move> origins();
[[nodiscard]] std::span<const Move> steps();
[[nodiscard]] std::span<const Sender> senders();
[[nodiscard]] TextTables texts();

}  // namespace smtplint::generate::bicep
