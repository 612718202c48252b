#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "mail_settings.h"

namespace smtplint::lowering {
namespace {

using knowledge::Framework;
using knowledge::FrameworkExample;

std::string_view to_string(model::PortOrigin origin) {
  switch (origin) {
    case model::PortOrigin::written:
      return "written";
    case model::PortOrigin::framework_default:
      return "framework-default";
    case model::PortOrigin::only_answer:
      return "only-answer";
    case model::PortOrigin::unknown:
      return "unknown";
    case model::PortOrigin::none:
      break;
  }
  return "none";
}

std::string lines_of(const FrameworkExample& example) {
  std::string lines;
  for (const auto& [key, value] : example.settings) lines += key + "=" + value + "\n";
  return lines;
}

void check_example(const Framework& framework, const FrameworkExample& example) {
  const std::string lines = lines_of(example);
  SCOPED_TRACE(framework.id + ":\n" + lines);
  WrittenSettings settings(lines);
  if (!example.file.empty()) settings.stand_in_file("src/" + example.file);
  if (!example.image.empty())
    settings.block.settings.image = {"image", settings.store.string(example.image), {}};
  const std::vector<model::Mailer> mailers = settings.find().mailers;
  ASSERT_EQ(mailers.size(), example.mailer ? 1u : 0u);
  if (!example.mailer) return;
  const model::Mailer& mailer = mailers.front();
  EXPECT_EQ(mailer.detector, framework.id);
  EXPECT_EQ(mailer.framework_name, framework.name);
  EXPECT_EQ(mailer.hosts.front().name.value_or(""), example.host);
  const bool direct = mailer.hosts.front().scope == Scope::recipient_mx && example.host.empty();
  EXPECT_EQ(direct, example.direct);
  EXPECT_EQ(mailer.delivery_stated, example.stated);
  EXPECT_EQ(mailer.ports.front().number, example.port);
  EXPECT_EQ(to_string(mailer.port_origin), example.origin);
}

TEST(Frameworks, DoWhatTheirExamplesSay) {
  std::size_t examples = 0;
  for (const Framework& framework : knowledge::Catalogue::built_in().frameworks().all()) {
    for (const FrameworkExample& example : framework.examples) {
      check_example(framework, example);
      ++examples;
    }
  }
  EXPECT_GT(examples, 100u);
}

bool has_example(const Framework& framework, FrameworkExample::Kind kind, std::optional<std::uint16_t> port) {
  return std::ranges::any_of(framework.examples, [&](const FrameworkExample& example) {
    return example.kind == kind && example.mailer && example.port == port;
  });
}

bool may_dial_25(const Framework& framework) {
  return std::ranges::any_of(framework.default_ports, [](const auto& mode) { return mode.second == 25; });
}

/// A bad example, a good one, and one that leaves the port out: that dials 25 exactly where 25 is a default.
TEST(Frameworks, ShowWhatComesOfAPortThatIsLeftOut) {
  for (const Framework& framework : knowledge::Catalogue::built_in().frameworks().all()) {
    EXPECT_TRUE(has_example(framework, FrameworkExample::Kind::bad, 25)) << framework.id;
    EXPECT_FALSE(has_example(framework, FrameworkExample::Kind::good, 25)) << framework.id;
    EXPECT_EQ(has_example(framework, FrameworkExample::Kind::omitted, 25), may_dial_25(framework))
        << framework.id;
    const bool left_open = has_example(framework, FrameworkExample::Kind::omitted, std::nullopt);
    EXPECT_EQ(left_open, framework.family == knowledge::PortFamily::required) << framework.id;
  }
}

/// Each place in a document is a program of its own.
TEST(Frameworks, AreFoundWhereverTheirKeysStandInADocument) {
  WrittenSettings settings(
      "services.a.environment.GF_SMTP_ENABLED=true\n"
      "services.a.environment.GF_SMTP_HOST=smtp.sendgrid.net:25\n"
      "services.b.environment.GF_SMTP_ENABLED=true\n"
      "services.b.environment.GF_SMTP_HOST=smtp.sendgrid.net:587\n"
      "services.c.environment.GF_SMTP_HOST=smtp.sendgrid.net:25\n");
  settings.stand_in_file("docker-compose.yml");
  const std::vector<model::Mailer> mailers = settings.find().mailers;
  ASSERT_EQ(mailers.size(), 2u);
  EXPECT_EQ(mailers[0].ports.front().number, 25);
  EXPECT_EQ(mailers[1].ports.front().number, 587);
  EXPECT_EQ(mailers[0].login, model::Stated::unknown);
  EXPECT_FALSE(mailers[0].environment_complete);
}

/// The keys of a file count in that file only.
TEST(Frameworks, ReadTheirFilesByName) {
  const auto detector = [](std::string_view file) {
    WrittenSettings settings("smtp.network.host=smtp.sendgrid.net\nsmtp.network.port=25\n");
    settings.stand_in_file(std::string(file));
    return settings.only().detector;
  };
  EXPECT_EQ(detector("src/Web.config"), "system-net-mail");
  EXPECT_EQ(detector("src/application.yml"), "general");
}

/// No single key that others use too may say which program runs, but for a file of its own.
TEST(Frameworks, AreNotRecognisedByCommonKeys) {
  for (const auto* key : {"SMTP_HOST",  "SMTP_PORT",    "SMTP_USER",    "SMTP_USERNAME", "SMTP_PASSWORD",
                          "MAIL_HOST",  "MAIL_PORT",    "MAIL_SERVER",  "MAIL_USERNAME", "EMAIL_HOST",
                          "EMAIL_PORT", "SMTP_SERVER",  "SMTP_ADDRESS", "Smtp__Host",    "MAIL_URL",
                          "EMAIL_URL",  "EMAIL_SERVER", "SMTP_SECURE",  "SMTP_TLS",      "SMTP_SSL"}) {
    const knowledge::FrameworkTable& frameworks = knowledge::Catalogue::built_in().frameworks();
    for (const knowledge::FormRef& ref : frameworks.forms_with(knowledge::comparable_key(key))) {
      const knowledge::SettingsForm& form = frameworks.all()[ref.framework].forms[ref.form];
      EXPECT_EQ(form.kind, knowledge::SettingsForm::Kind::file) << key;
    }
  }
}

TEST(Frameworks, LeaveAMissingPortOpenWhereSettingsAreNotAllKnown) {
  WrittenSettings settings("DISCOURSE_SMTP_ADDRESS=smtp.contoso.com\n");
  settings.block.settings.complete = false;
  const model::Mailer mailer = settings.only();
  EXPECT_EQ(mailer.port_origin, model::PortOrigin::unknown);
  EXPECT_FALSE(mailer.ports.front().number);
  EXPECT_FALSE(mailer.environment_complete);
}

TEST(Frameworks, SayWhereElseThePortMayBeSet) {
  WrittenSettings settings("SPRING_MAIL_HOST=smtp.contoso.com\n");
  const model::Mailer mailer = settings.only();
  ASSERT_EQ(mailer.conditions.size(), 1u);
  EXPECT_EQ(mailer.conditions.front().kind, model::Condition::Kind::overridable);
  EXPECT_EQ(mailer.conditions.front().subject, "spring.mail.port");
  EXPECT_TRUE(WrittenSettings("DISCOURSE_SMTP_ADDRESS=smtp.contoso.com\n").only().conditions.empty());
}

TEST(Frameworks, LeaveThePortOpenWhereItHangsOnAnUnknownTlsValue) {
  WrittenSettings settings("SMTP_HOST=smtp.contoso.com\nSMTP_SECURITY=%{var.security}\n");
  const model::Mailer mailer = settings.only();
  EXPECT_EQ(mailer.detector, "vaultwarden");
  EXPECT_EQ(mailer.port_origin, model::PortOrigin::unknown);
  EXPECT_EQ(mailer.tls, model::Stated::unknown);
}

TEST(Frameworks, MarkTheHostWhereThePortIsLeftOut) {
  WrittenSettings settings("DISCOURSE_SMTP_ADDRESS=[[smtp.contoso.com]]\n");
  EXPECT_EQ(settings.only().ports.front().mark.place, settings.places.front());
}

TEST(Frameworks, LetOthersReadWhatTheyDoNotClaim) {
  WrittenSettings settings(
      "GF_SMTP_ENABLED=true\nGF_SMTP_HOST=smtp.contoso.com:25\nSMTP_HOST=mail.fabrikam.com\nSMTP_PORT=25\n");
  const std::vector<model::Mailer> mailers = settings.find().mailers;
  ASSERT_EQ(mailers.size(), 2u);
  EXPECT_EQ(mailers[0].detector, "grafana");
  EXPECT_EQ(mailers[1].detector, "general");
  EXPECT_EQ(mailers[1].hosts.front().name, "mail.fabrikam.com");
}

TEST(Frameworks, AreRecognisedByBlocksOfResources) {
  WrittenSettings settings("enabled=true\nhost=smtp.sendgrid.net:[[25]]\nstart_tls_policy=NoStartTLS\n");
  settings.block.settings.owner = "azurerm_dashboard_grafana.board";
  settings.block.settings.document = "smtp";
  const model::Mailer mailer = settings.only();
  EXPECT_EQ(mailer.detector, "managed-grafana");
  EXPECT_EQ(mailer.ports.front().mark.place, settings.places.front());
  EXPECT_EQ(mailer.sink, "smtp.host");
  EXPECT_TRUE(mailer.tls_plaintext_on_port);
}

/// Programs share the names of their variables; the image says which of them runs.
TEST(Frameworks, BelieveTheImageMoreThanKeys) {
  const std::string lines = "EMAIL_HOST=smtp.contoso.com\nEMAIL_HOST_USER=apikey\nEMAIL_USE_TLS=true\n";
  WrittenSettings settings(lines);
  EXPECT_EQ(settings.only().detector, "django");
  settings.block.settings.image = {
      "image", settings.store.string("registry.contoso.com/healthchecks/healthchecks:v4"), {}};
  EXPECT_EQ(settings.only().detector, "healthchecks");
  EXPECT_EQ(settings.only().ports.front().number, 587);
}

TEST(Frameworks, HaveTheirKeysBelowNamesOfTheProgramOnly) {
  EXPECT_EQ(WrittenSettings("quarkus.mailer.alerts.host=smtp.contoso.com\n").only().detector,
            "quarkus-named");
  EXPECT_TRUE(WrittenSettings("database.alerts.host=smtp.contoso.com\n").find().mailers.empty());
  WrittenSettings two(
      "Serilog__WriteTo__0__Name=Email\nSerilog__WriteTo__0__Args__host=a.contoso.com\n"
      "Serilog__WriteTo__1__Name=Email\nSerilog__WriteTo__1__Args__host=b.contoso.com\n"
      "Serilog__WriteTo__2__Name=Seq\nSerilog__WriteTo__2__Args__host=c.contoso.com\n");
  const std::vector<model::Mailer> found = two.find().mailers;
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].hosts.front().name, "a.contoso.com");
  EXPECT_EQ(found[1].hosts.front().name, "b.contoso.com");
}

TEST(Frameworks, KnowWhenTlsMeansPlaintext) {
  const auto mailer = [](std::string_view tls) {
    return WrittenSettings("SMTP_HOST=smtp.sendgrid.net\nSMTP_PORT=587\nSMTP_SECURITY=" + std::string(tls) +
                           "\n")
        .only();
  };
  EXPECT_TRUE(mailer("off").tls_plaintext_on_port);
  EXPECT_EQ(mailer("off").tls, model::Stated::off);
  EXPECT_FALSE(mailer("starttls").tls_plaintext_on_port);
  EXPECT_EQ(mailer("force_tls").tls, model::Stated::on);
}

TEST(Frameworks, KnowWhenTheLoginIsOff) {
  const model::Mailer mailer =
      WrittenSettings(
          "SPRING_MAIL_HOST=smtp.sendgrid.net\nSPRING_MAIL_PORT=587\nSPRING_MAIL_USERNAME=apikey\n"
          "SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH=false\n")
          .only();
  EXPECT_EQ(mailer.login, model::Stated::off);
}

}  // namespace
}  // namespace smtplint::lowering
