#pragma once

#include <memory>

#include "engine/languages/language.h"
#include "lowering/decoders.h"

namespace smtplint::engine {

[[nodiscard]] std::unique_ptr<Language> open_terraform(LanguageInput input);
/// Terraform's JSON syntax has none.
[[nodiscard]] std::vector<Span> terraform_comments(const Source& source, const syntax::ParseLimits& limits);

/// Readers of documents whose values live in `store`; both must outlive them.
[[nodiscard]] lowering::Decoders decoders(const knowledge::Limits& limits, ValueStore& store);

}  // namespace smtplint::engine
