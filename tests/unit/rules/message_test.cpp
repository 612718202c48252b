#include "rules/message.h"

#include <gtest/gtest.h>

namespace smtplint::rules {
namespace {

using knowledge::MessageTemplate;
using knowledge::Placeholder;

MessageTemplate::Part text(std::string words) { return {.text = std::move(words)}; }
MessageTemplate::Part hole(Placeholder placeholder) {
  return {.text = {}, .placeholder = true, .value = placeholder};
}

TEST(Message, PutsWordsInTheirPlaces) {
  const MessageTemplate message{{text("mail to "), hole(Placeholder::host), text(" on port "),
                                 hole(Placeholder::port), text(" is blocked")}};
  const Words words{{Placeholder::port, "25"}, {Placeholder::host, "`smtp.sendgrid.net`"}};
  EXPECT_EQ(fill(message, words), "mail to `smtp.sendgrid.net` on port 25 is blocked");
}

TEST(Message, LeavesOutWhatHasNoWords) {
  const MessageTemplate message{{text("blocked "), hole(Placeholder::way_out)}};
  EXPECT_EQ(fill(message, {}), "blocked") << "and no blank stays behind at the end";
  EXPECT_EQ(fill(message, {{Placeholder::way_out, "ask"}}), "blocked ask");
  EXPECT_EQ(fill(message, {{Placeholder::port, "25"}}), "blocked") << "words of another placeholder";
}

TEST(Message, TakesWordsAsTheyAre) {
  const MessageTemplate message{{hole(Placeholder::host)}};
  EXPECT_EQ(fill(message, {{Placeholder::host, "{port}"}, {Placeholder::port, "25"}}), "{port}")
      << "what stands in a value is no placeholder";
}

}  // namespace
}  // namespace smtplint::rules
