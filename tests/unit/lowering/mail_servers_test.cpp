#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mail_settings.h"

namespace smtplint::lowering {
namespace {

using model::Mailer;
using model::PortOrigin;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(MailServers, TakeASwitchedOffHostForNone) {
  EXPECT_THAT(mailers("SMTP_HOST=false\nSMTP_PORT=25\n"), IsEmpty());
  EXPECT_THAT(mailers("SMTP_HOST=none\nSMTP_PORT=25\n"), IsEmpty());
  WrittenSettings settings("SMTP_PORT=25\n");
  settings.add("SMTP_HOST", settings.store.boolean(false));
  EXPECT_THAT(settings.find().mailers, IsEmpty());
}

TEST(MailServers, TakeAServerThatMailIsFetchedFromForNone) {
  EXPECT_THAT(mailers("EMAIL_HOST=imap.contoso.com:993\n"), IsEmpty());
  EXPECT_THAT(mailers("EMAIL_HOST=pop3.contoso.com\nEMAIL_PORT=25\n"), IsEmpty());
  EXPECT_THAT(mailers("SMTP_HOST=imap.contoso.com\nSMTP_PORT=25\n"), ElementsAre("imap.contoso.com:25"))
      << "the key says SMTP";
}

TEST(MailServers, TakeAPlaceholderForOneHost) {
  EXPECT_THAT(mailers("SMTP_HOST=<name of your relay>\nSMTP_PORT=25\n"),
              ElementsAre("<name of your relay>:25"));
  EXPECT_THAT(mailers("smtp_server=replace_smtp_server\nsmtp_port=replace_smtp_port\n"), IsEmpty());
}

TEST(MailServers, KnowThePortOfAHostThatAnswersOnOneOnly) {
  for (const auto* host : {"contoso-com.mail.protection.outlook.com", "aspmx.l.google.com"}) {
    WrittenSettings settings("SMTP_HOST=" + std::string(host) + "\n");
    const Mailer mailer = settings.only();
    EXPECT_EQ(mailer.ports.front().number, 25);
    EXPECT_EQ(mailer.port_origin, PortOrigin::only_answer);
    EXPECT_EQ(settings.text(mailer.ports.front().mark.place), host);
  }
  EXPECT_EQ(
      WrittenSettings("SMTP_HOST=%{var.tenant}.mail.protection.outlook.com\n").only().ports.front().number,
      25);
  WrittenSettings written("SMTP_HOST=aspmx.l.google.com\nSMTP_PORT=587\n");
  EXPECT_EQ(written.only().ports.front().number, 587) << "what is written counts, even if it does not work";
  WrittenSettings open("SMTP_HOST=aspmx.l.google.com\nSMTP_PORT=%{var.port}\n");
  EXPECT_FALSE(open.only().ports.front().number);
}

}  // namespace
}  // namespace smtplint::lowering
