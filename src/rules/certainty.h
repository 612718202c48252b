#pragma once

#include <string>

#include "diagnostic/vocabulary.h"
#include "knowledge/phrases.h"
#include "model/mailer.h"

namespace smtplint::rules {

/// Why a finding is less than certain.
struct Doubt {
  std::string condition{};     ///< the words that the message begins with; empty where there is none
  bool host_unknown = false;   ///< the port is certain, the host is not known
  bool some_are_fine = false;  ///< some of the possible values are fine
};

/// What is doubtful about one host of a mailer; `name`: as it is shown.
[[nodiscard]] Doubt doubt_about(const model::Mailer& mailer, const model::HostChoice& host,
                                const std::string& name, const knowledge::PhraseTable& phrases);

/// The one function from certainty to severity: conditional is one step lower, once, however many reasons;
/// an unknown host is a warning at most; values of which some are fine are a note.
[[nodiscard]] Severity severity_of(Severity rule, const Doubt& doubt);

}  // namespace smtplint::rules
