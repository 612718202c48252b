#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "generate/documents/documents.h"
#include "generate/documents/open_text.h"
#include "generate/project.h"
#include "generate/workshop.h"

namespace smtplint::generate {

/// What the settings are called.
struct Naming {
  std::string_view host, port, user, password;
  std::string_view
      starttls;  ///< the setting that switches STARTTLS on, of programs whose TLS settings are known
};
[[nodiscard]] std::span<const Naming> namings();

/// `NAME = expression`
struct NamedSetting {
  std::string name;
  std::string expression;
};

/// A resource that sends mail.
struct Sender {
  std::string_view type;
  WorkloadKind kind = WorkloadKind::unknown;
  bool integrated = false;
  /// The declarations of the resource and of what it needs; with `instances` it is one of a loop.
  std::string (*write)(std::string_view label, bool instances,
                       const std::vector<NamedSetting>& settings) = nullptr;
};

/// A resource that takes a text as its only setting.
struct TextHolder {
  Sender sender;
  TextKind takes = TextKind::user_data;
  bool encodes = false;             ///< the text may be encoded
  std::string_view address_type{};  ///< of what sends, where that is declared by the text
};

/// How the language writes a text with open places: an expression.
struct Carriage {
  std::string_view name;
  std::string (*write)(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t choice);
};

/// What there is for texts that stand in values.
struct TextTables {
  std::span<const TextHolder> holders;
  std::span<const Carriage> carriages;
  std::span<const Move> encodings;  ///< the first leaves the text as it is
};

/// A language: how literals are written first (`value.expression` is the literal, marked; afterwards it
/// stands for it), how values are handed on, and what sends.
struct Language {
  std::string_view name;
  std::span<const Move> origins;
  std::span<const Move> steps;
  std::span<const Sender> senders;
  TextTables texts;
  std::unique_ptr<Workshop> (*open)();
  /// Holds the settings, and sends nothing.
  const Sender* value_holder = nullptr;

  [[nodiscard]] TableSizes sizes() const {
    return {origins.size(),       steps.size(),           senders.size(),        namings().size(),
            texts.holders.size(), texts.carriages.size(), texts.encodings.size()};
  }
};

[[nodiscard]] const Language& terraform_language();
[[nodiscard]] const Language& bicep_language();
[[nodiscard]] const Language& arm_language();

[[nodiscard]] Project write(const Language& language, const Plan& plan);
/// What the rows are called, for messages about a failing plan.
[[nodiscard]] std::string describe(const Language& language, const Plan& plan);

}  // namespace smtplint::generate
