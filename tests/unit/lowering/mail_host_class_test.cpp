#include "lowering/mail/host_class.h"

#include <gtest/gtest.h>

#include "knowledge/catalogue.h"
#include "value/value.h"

namespace smtplint::lowering {
namespace {

HostClass class_of(std::string_view host, const OwnNames& own = {}) {
  const knowledge::Catalogue& catalogue = knowledge::Catalogue::built_in();
  return class_of(host, catalogue.host_names(), catalogue.providers(), own);
}

std::string with_hole(std::string_view rest) { return std::string(hole_text) + std::string(rest); }

TEST(HostClass, KnowsTheMachineItself) {
  for (const auto* host :
       {"localhost", "127.0.0.1", "127.9.9.9", "::1", "0.0.0.0", "x.localhost", "localhost."}) {
    EXPECT_EQ(class_of(host).scope, Scope::local) << host;
  }
}

TEST(HostClass, KnowsPrivateNamesAndAddresses) {
  for (const auto* host :
       {"10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "fd00::25", "fe80::1",
        "postfix", "relay.local", "mail.internal", "smtp.lan", "mail.corp", "x.intra", "nas.home.arpa",
        "smtp.mail.svc.cluster.local", "smtp.mail.svc", "host.docker.internal"}) {
    EXPECT_EQ(class_of(host).scope, Scope::private_network) << host;
  }
}

TEST(HostClass, KnowsPublicNamesAndAddresses) {
  for (const auto* host : {"mail.contoso.com", "8.8.8.8", "172.32.0.1", "2a00::1", "mta.reform.hmcts.net",
                           "localhost.contoso.com", "mail.contoso.local.com", "internal-mail.contoso.com"}) {
    const HostClass found = class_of(host);
    EXPECT_EQ(found.scope, Scope::public_host) << host;
    EXPECT_FALSE(found.placeholder) << host;
  }
}

TEST(HostClass, KnowsRelaysAndMailExchangers) {
  EXPECT_EQ(class_of("smtp.sendgrid.net").scope, Scope::relay);
  EXPECT_EQ(class_of("email-smtp.eu-west-1.amazonaws.com").provider->id, "amazon-ses");
  EXPECT_EQ(class_of("contoso-com.mail.protection.outlook.com").scope, Scope::recipient_mx);
  EXPECT_EQ(class_of("<tenant>.mail.protection.outlook.com").scope, Scope::recipient_mx);
  EXPECT_FALSE(class_of("<tenant>.mail.protection.outlook.com").placeholder) << "whatever the tenant is";
  EXPECT_EQ(class_of("alt1.aspmx.l.google.com").scope, Scope::recipient_mx);
}

TEST(HostClass, KnowsSinks) {
  EXPECT_TRUE(class_of("mailpit").sink);
  EXPECT_TRUE(class_of("maildev.mail.svc.cluster.local").sink);
  EXPECT_TRUE(class_of("sandbox.smtp.mailtrap.io").sink);
  EXPECT_TRUE(class_of("debugmail.io").sink);
  EXPECT_FALSE(class_of("live.smtp.mailtrap.io").sink);
  EXPECT_FALSE(class_of("mailpit.contoso.com").sink);
}

TEST(HostClass, KnowsPlaceholders) {
  for (const auto* host :
       {"smtp.example.com", "mail.example.org", "<your relay>", "changeme", "__CHANGE_ME__", "placeholder",
        "smtp.yourdomain.com", "192.0.2.25", "smtp.invalid"}) {
    EXPECT_TRUE(class_of(host).placeholder) << host;
    EXPECT_EQ(class_of(host).scope, Scope::public_host) << host;
  }
  EXPECT_FALSE(class_of("smtp.exampleshop.com").placeholder);
}

TEST(HostClass, DoubtsNamesThatSoundPrivate) {
  EXPECT_TRUE(class_of("mail.corp.contoso.com").perhaps_private);
  EXPECT_TRUE(class_of("smtp.int.contoso.co.uk").perhaps_private);
  EXPECT_FALSE(class_of("corp.com").perhaps_private) << "it is the registered domain";
  EXPECT_FALSE(class_of("mail.ad.com").perhaps_private);
  EXPECT_FALSE(class_of("mail.int.co.uk").perhaps_private);
  EXPECT_TRUE(class_of("mail.int.contoso.de").perhaps_private);
}

TEST(HostClass, BelievesWhatTheUserDeclares) {
  const OwnNames own{.private_domains = {"hmcts.net"},
                     .private_ranges = {*parse_ip_range("20.30.0.0/16")},
                     .relays = {Glob("smtp*.contoso.com"), Glob("52.1.2.3")}};
  EXPECT_EQ(class_of("mta.reform.hmcts.net", own).scope, Scope::private_network);
  EXPECT_EQ(class_of("hmcts.net", own).scope, Scope::private_network);
  EXPECT_EQ(class_of("nothmcts.net", own).scope, Scope::public_host);
  EXPECT_EQ(class_of("20.30.1.2", own).scope, Scope::private_network);
  EXPECT_EQ(class_of("smtp2.contoso.com", own).scope, Scope::private_network);
  EXPECT_EQ(class_of("www.contoso.com", own).scope, Scope::public_host);
  EXPECT_EQ(class_of("52.1.2.3", own).scope, Scope::private_network);
}

TEST(HostClass, DecidesByTheEndWhereTheBeginningIsNotKnown) {
  EXPECT_EQ(class_of(with_hole(".mail.protection.outlook.com")).scope, Scope::recipient_mx);
  EXPECT_EQ(class_of(with_hole(".internal")).scope, Scope::private_network);
  EXPECT_EQ(class_of(with_hole(".contoso.com")).scope, Scope::public_host);
  EXPECT_EQ(class_of("email-smtp." + with_hole(".amazonaws.com")).provider->id, "amazon-ses");
  EXPECT_EQ(class_of("smtp." + with_hole("")).scope, Scope::unknown);
  EXPECT_EQ(class_of(with_hole(".com")).scope, Scope::unknown);
  EXPECT_EQ(class_of(with_hole("contoso.com")).scope, Scope::unknown) << "the domain itself is not known";
  EXPECT_EQ(class_of(with_hole("")).scope, Scope::unknown);
}

TEST(HostClass, KnowsTheLookOfAMailServer) {
  const knowledge::HostNames& names = knowledge::Catalogue::built_in().host_names();
  for (const auto* host :
       {"smtp.contoso.com", "mail2.contoso.com", "smtp-relay.contoso.com", "mx.contoso.com"}) {
    EXPECT_TRUE(is_relay_like(host, names)) << host;
  }
  for (const auto* host :
       {"mailchimp.com", "smtpd.contoso.com", "smtp", "www.contoso.com", "exchanges.contoso.com"}) {
    EXPECT_FALSE(is_relay_like(host, names)) << host;
  }
}

}  // namespace
}  // namespace smtplint::lowering
