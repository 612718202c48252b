#include "lowering/mail/endpoint_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smtplint::lowering {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// `host|port`, with `scheme=` and `user=` where they are there.
std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> result;
  for (const EndpointText& endpoint : endpoints_in(text)) {
    std::string one;
    if (endpoint.scheme.length > 0) one += std::string(endpoint.scheme.in(text)) + "=";
    if (endpoint.user_info.length > 0) one += std::string(endpoint.user_info.in(text)) + "@";
    result.push_back(one + std::string(endpoint.host.in(text)) + "|" + std::string(endpoint.port.in(text)));
  }
  return result;
}

TEST(EndpointText, TakesServersApart) {
  EXPECT_THAT(parts("smtp.contoso.com"), ElementsAre("smtp.contoso.com|"));
  EXPECT_THAT(parts("smtp.contoso.com:25"), ElementsAre("smtp.contoso.com|25"));
  EXPECT_THAT(parts("[smtp.contoso.com]:25"), ElementsAre("smtp.contoso.com|25"));
  EXPECT_THAT(parts("[smtp.contoso.com]"), ElementsAre("smtp.contoso.com|"));
  EXPECT_THAT(parts("smtp.contoso.com::587"), ElementsAre("smtp.contoso.com|587"));
  EXPECT_THAT(parts("smtp.contoso.com 25"), ElementsAre("smtp.contoso.com|25"));
  EXPECT_THAT(parts("  smtp.contoso.com:submission "), ElementsAre("smtp.contoso.com|submission"));
  EXPECT_THAT(parts("[2a00::1]:25"), ElementsAre("2a00::1|25"));
  EXPECT_THAT(parts("2a00::25"), ElementsAre("2a00::25|"));
  EXPECT_THAT(parts("10.0.0.4:25"), ElementsAre("10.0.0.4|25"));
}

TEST(EndpointText, TakesUrlsApart) {
  EXPECT_THAT(parts("smtp://smtp.contoso.com"), ElementsAre("smtp=smtp.contoso.com|"));
  EXPECT_THAT(parts("smtps://u:p%40@smtp.contoso.com:465/?x=1"),
              ElementsAre("smtps=u:p%40@smtp.contoso.com|465"));
  EXPECT_THAT(parts("smtp://a@b.com:p@ss@h.com:25"), ElementsAre("smtp=a@b.com:p@ss@h.com|25"));
  EXPECT_THAT(parts("smtp://u:a,b;c@h.com"), ElementsAre("smtp=u:a,b;c@h.com|"));
  EXPECT_THAT(parts("failover(smtp://a.com:25 smtp://b.com)"), ElementsAre("smtp=a.com|25", "smtp=b.com|"));
}

TEST(EndpointText, TakesListsApart) {
  EXPECT_THAT(parts("a.com:25;b.com"), ElementsAre("a.com|25", "b.com|"));
  EXPECT_THAT(parts("a.com, b.com:587"), ElementsAre("a.com|", "b.com|587"));
  EXPECT_THAT(parts("a, b"), ElementsAre("a|", "b|"));
  EXPECT_THAT(parts("mail1 mail2"), ElementsAre("mail1|", "mail2|"));
}

TEST(EndpointText, RefusesWhatIsNoServer) {
  for (const auto* text : {"", "  ", "a@contoso.com", "/var/spool", "a b", "to be set", "[h", "[h]x",
                           "h:", "h:25:x!", "key=value", "://x", "smtp://"}) {
    EXPECT_THAT(parts(text), IsEmpty()) << text;
  }
}

TEST(EndpointText, KeepsAPlaceholderTogether) {
  EXPECT_THAT(parts("<name of your relay>"), ElementsAre("<name of your relay>|"));
  EXPECT_THAT(parts("<name of your relay>:25"), ElementsAre("<name of your relay>|25"));
  EXPECT_THAT(parts("{{ relay }}:25;b.com"), ElementsAre("{{ relay }}|25", "b.com|"));
  EXPECT_THAT(parts("smtp.{{ domain }}"), ElementsAre("smtp.{{ domain }}|"));
}

TEST(EndpointText, BoundsLists) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "h.com,";
  EXPECT_EQ(endpoints_in(many).size(), 16u);
}

TEST(Overridable, FindsWhatHoldsOtherwise) {
  const auto value = [](std::string_view text) {
    const auto found = overridable_in(text);
    return found ? std::string(found->name) + "=" + std::string(found->value.in(text)) : "none";
  };
  EXPECT_EQ(value("${SMTP_PORT:25}"), "SMTP_PORT=25");
  EXPECT_EQ(value("${SMTP_PORT:-25}"), "SMTP_PORT=25");
  EXPECT_EQ(value("${spring.mail.port:25}"), "spring.mail.port=25");
  EXPECT_EQ(value("${A:${B:25}}"), "A=25");
  EXPECT_EQ(value("${SMTP_PORT}"), "SMTP_PORT=");
  EXPECT_FALSE(overridable_in("${SMTP_PORT}")->has_value);
  EXPECT_EQ(value("25"), "none");
  EXPECT_EQ(value("${}"), "none");
  EXPECT_EQ(value("${A:25} and more"), "none");
}

}  // namespace
}  // namespace smtplint::lowering
