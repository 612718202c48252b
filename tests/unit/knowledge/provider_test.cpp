#include "knowledge/provider.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/catalogue.h"
#include "knowledge/yaml_import.h"

namespace smtplint::knowledge {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

std::string provider_of(std::string_view host) {
  const Provider* provider = Catalogue::built_in().providers().of_host(host);
  return provider == nullptr ? std::string() : provider->id;
}

TEST(Providers, AreFoundByExactNamesAndPatterns) {
  EXPECT_EQ(provider_of("smtp.sendgrid.net"), "sendgrid");
  EXPECT_EQ(provider_of("SMTP.SendGrid.NET."), "sendgrid");
  EXPECT_EQ(provider_of("email-smtp.us-east-1.amazonaws.com"), "amazon-ses");
  EXPECT_EQ(provider_of("email-smtp.cn-north-1.amazonaws.com.cn"), "amazon-ses");
  EXPECT_EQ(provider_of("contoso-com.mail.protection.outlook.com"), "exchange-online-protection");
  EXPECT_EQ(provider_of("smtpdm-ap-southeast-1.aliyun.com"), "aliyun-direct-mail");
  EXPECT_EQ(provider_of("smtp.aliyun.com"), "aliyun-mail");
}

TEST(Providers, AreNotFoundByLookAlikes) {
  for (const auto* host :
       {"sendgrid.net", "xsmtp.sendgrid.net", "smtp.sendgrid.net.contoso.com", "mail.protection.outlook.com",
        ".mail.protection.outlook.com", "amazonaws.com", "", ".", "net"}) {
    EXPECT_EQ(provider_of(host), "") << host;
  }
}

TEST(Providers, SuggestASubmissionPort) {
  const ProviderTable& providers = Catalogue::built_in().providers();
  EXPECT_EQ(providers.by_id("sendgrid")->submission, 587);
  EXPECT_EQ(providers.by_id("elastic-email")->submission, 465);
  EXPECT_EQ(providers.by_id("sendcloud")->submission, 2525);
  EXPECT_EQ(providers.by_id("exchange-online-protection")->submission, std::nullopt);
  EXPECT_TRUE(providers.by_id("exchange-online-protection")->recipient_mx);
  EXPECT_TRUE(providers.by_id("ethereal")->sink);
  EXPECT_EQ(providers.by_id("nobody"), nullptr);
}

TEST(Providers, AllOfferAWayOutOrSayThatThereIsNone) {
  for (const Provider& provider : Catalogue::built_in().providers().all()) {
    EXPECT_FALSE(provider.ports.empty()) << provider.id;
    EXPECT_FALSE(provider.sources.empty()) << provider.id;
    EXPECT_TRUE(provider.submission != 25) << provider.id;
  }
}

std::vector<std::string> problems_of(const std::vector<std::string>& texts) {
  ImageWriter writer;
  Problems problems;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    import_yaml("providers", "providers/" + std::to_string(i) + ".yaml", texts[i], writer, problems);
  }
  const std::string bytes = writer.finish();
  const Image image(bytes);
  (void)ProviderTable::read(image.section("providers"), Catalogue::built_in().mail_ports(), problems);
  return problems.lines();
}

std::string provider_text(std::string_view id, std::string_view host,
                          std::string_view ports = "starttls: [587]") {
  return "id: " + std::string(id) + "\nname: N\nhosts: [" + std::string(host) + "]\n" + std::string(ports) +
         "\nsource: https://contoso.com\n";
}

TEST(Providers, AreReadStrictly) {
  EXPECT_THAT(problems_of({provider_text("a", "smtp.a.com"), provider_text("b", "\"*.b.com\"")}), IsEmpty());
  EXPECT_THAT(problems_of({provider_text("a", "smtp.a.com"), provider_text("b", "smtp.a.com")}),
              Contains(HasSubstr("belongs to another provider")));
  EXPECT_THAT(problems_of({provider_text("a", "SMTP.a.com")}),
              Contains(HasSubstr("no lower-case host name")));
  EXPECT_THAT(problems_of({provider_text("a", "\"*\"")}), Contains(HasSubstr("no lower-case host name")));
  EXPECT_THAT(problems_of({provider_text("a", "smtp.a.com", "starttls: [0]")}),
              Contains(HasSubstr("1 to 65535")));
  EXPECT_THAT(problems_of({provider_text("a", "smtp.a.com", "starttls: [99999]")}),
              Contains(HasSubstr("1 to 65535")));
  EXPECT_THAT(problems_of({provider_text("a", "smtp.a.com", "sink: true")}),
              Contains(HasSubstr("at least one port")));
  EXPECT_THAT(problems_of({provider_text("a", "smtp.a.com", "starttls: [25, 587]\nrecipient-mx: true")}),
              Contains(HasSubstr("no submission port")));
}

}  // namespace
}  // namespace smtplint::knowledge
