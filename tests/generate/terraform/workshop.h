#pragma once

#include <span>

#include "generate/language.h"

namespace smtplint::generate::terraform {

class TerraformWorkshop final : public Workshop {
 public:
  void into_local(Carrier& value) override;
  void into_module(Carrier& value, Scope& child) override;
  void out_of_module(Carrier& value) override;
  [[nodiscard]] std::string secret(Scope& scope) override;
  [[nodiscard]] std::string quoted(std::string_view text) const override;
  [[nodiscard]] std::string address(const Scope& scope, std::string_view type, bool instances) const override;
  [[nodiscard]] std::map<std::string, std::string> finish() override;

 protected:
  void settle(Scope& module) override;
};

[[nodiscard]] std::span<const Move> origins();
[[nodiscard]] std::span<const Move> steps();
[[nodiscard]] std::span<const Sender> senders();
[[nodiscard]] TextTables texts();
[[nodiscard]] const Sender& value_holder_sender();

}  // namespace smtplint::generate::terraform
