#pragma once

#include <string>

#include "model/model.h"

namespace smtplint::model {

/// The line of one mailer.
[[nodiscard]] std::string dump_mailer(const Model& model, const Mailer& mailer);

}  // namespace smtplint::model
