#pragma once

#include "rules/message.h"
#include "rules/sender_facts.h"

namespace smtplint::rules {

/// Whether TLS begins with the connection on this port of the provider, and not by STARTTLS.
[[nodiscard]] bool begins_with_tls(const knowledge::Provider& provider, std::uint16_t port);

/// What the placeholders of a sender's message stand for.
[[nodiscard]] Words sender_words(const SenderView& sender);

/// What there is to say of how the type of the subscription is known, as the end of a sentence of help.
[[nodiscard]] std::string with_notes(const model::Judgement& judgement);

/// `sending` in the columns of reports.
[[nodiscard]] SenderRef sender_ref(const SenderView& sender);
[[nodiscard]] DestinationRow destination_row(const SenderView& sender);

}  // namespace smtplint::rules
