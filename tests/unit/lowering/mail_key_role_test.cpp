#include "lowering/mail/key_role.h"

#include <gtest/gtest.h>

#include "knowledge/catalogue.h"

namespace smtplint::lowering {
namespace {

using Role = knowledge::KeyRole;

Role role(std::string_view key) {
  const auto found = role_of(key, knowledge::Catalogue::built_in().key_words());
  if (!found || found->strength == GroupStrength::none) return Role::none;
  return found->role;
}

std::string partner(std::string_view key) {
  const auto found = role_of(key, knowledge::Catalogue::built_in().key_words());
  return found ? found->family + "|" + found->rest : "none";
}

TEST(KeyRole, KnowsHosts) {
  for (const auto* key : {"SMTP_HOST",
                          "smtpHost",
                          "SmtpServer",
                          "Smtp__Host",
                          "spring.mail.host",
                          "mail.smtp.host",
                          "EMAIL_HOST",
                          "gitlab_rails['smtp_address']",
                          "smtp_smarthost",
                          "mail_smtphost",
                          "smptHost",
                          "STMP_SERVER",
                          "smtp_server_address",
                          "RELAYHOST",
                          "mailhub",
                          "WPMS_SMTP_HOST",
                          "globalSettings__mail__smtp__host",
                          "Abp.Mailing.Smtp.Host",
                          "emailSMTPServer",
                          "emailServer",
                          "EMAIL_SERVER",
                          "MailServerName",
                          "smtpFQDN",
                          "mail__options__host",
                          "MAIL_RELAY_HOST",
                          "SMARTHOST_ADDRESS",
                          "dc_smarthost",
                          "smtpAddress",
                          "xpack.notification.email.account.x.smtp.host",
                          "email.smtp_host.secured",
                          "smtphosts",
                          "GITEA__mailer__SMTP_ADDR",
                          "PSEmailServer",
                          "MAIL_SERVER_HOST"}) {
    EXPECT_EQ(role(key), Role::host) << key;
  }
}

TEST(KeyRole, KnowsPorts) {
  for (const auto* key :
       {"SMTP_PORT", "SMTP__PORT", "EmailSettings:SmtpPort", "EmailSettings__Port", "MAIL_PORT",
        "SPRING_MAIL_PORT", "EMAIL_PORT", "gitlab_rails['smtp_port']", "mail_smtpport", "smptPort",
        "mail__options__port", "SMTP_HOST_PORT", "EMAIL_SERVER_PORT", "WORDPRESS_SMTP_PORT_NUMBER",
        "mailPort", "email.smtp_port.secured", "AIRFLOW__SMTP__SMTP_PORT", "smtp_server_port", "SMTPPort"}) {
    EXPECT_EQ(role(key), Role::port) << key;
  }
}

TEST(KeyRole, KnowsTheWordOrderOfRomanceLanguages) {
  EXPECT_EQ(role("ServidorSmtp"), Role::host);
  EXPECT_EQ(role("PuertoServerSMTP"), Role::port);
  EXPECT_EQ(role("puertoSMTP"), Role::port);
  EXPECT_EQ(role("EnderecoServidorEmail"), Role::host);
  EXPECT_EQ(role("PortaServidorEmail"), Role::port);
  EXPECT_EQ(role("serveurSmtp"), Role::host);
  EXPECT_EQ(role("SmtpSunucu"), Role::host);
}

TEST(KeyRole, KnowsCredentialsAndSwitches) {
  EXPECT_EQ(role("EMAIL_HOST_USER"), Role::user);
  EXPECT_EQ(role("SMTP_USERNAME"), Role::user);
  EXPECT_EQ(role("SmtpPass"), Role::password);
  EXPECT_EQ(role("EMAIL_HOST_PASSWORD"), Role::password);
  EXPECT_EQ(role("SMTP_USE_TLS"), Role::tls);
  EXPECT_EQ(role("SMTP_TLS_ENABLED"), Role::tls);
  EXPECT_EQ(role("smtp_enable_ssl"), Role::tls);
  EXPECT_EQ(role("smtp_authentication"), Role::login_switch);
  EXPECT_EQ(role("SMTP_ENABLED"), Role::enabled);
  EXPECT_EQ(role("EMAIL_URL"), Role::dsn);
  EXPECT_EQ(role("MAILER_DSN"), Role::dsn);
}

TEST(KeyRole, IsSilentAboutOtherBusiness) {
  for (const auto* key : {"support",
                          "report",
                          "SUPPORT_PORT",
                          "export_port",
                          "PORTAL_HOST",
                          "IMAP_PORT",
                          "MAIL_IMAP_HOST",
                          "POP3_SERVER",
                          "SMTPD_PORT",
                          "mail_loadbalancer_server_port",
                          "MAIL_INBOUND_HOST",
                          "SMTP_LISTEN_PORT",
                          "SMTP_BIND_HOST",
                          "SMTP_TIMEOUT",
                          "SmtpServerTimeout",
                          "MAIL_FROM",
                          "SMTP_FROM_ADDRESS",
                          "smtp_sender_addr",
                          "SERVER_EMAIL",
                          "MAILER_EMAIL",
                          "SMTP_ADMIN_EMAIL",
                          "notification_sender_email",
                          "publisher_email",
                          "SMTP_DOMAIN",
                          "MAIL_DOMAIN",
                          "maildomain",
                          "notification_email",
                          "DEFAULT_EMAIL",
                          "PORT",
                          "HOST",
                          "name_postfix",
                          "postfix_number",
                          "email_receiver",
                          "SMTP_FROM_NAME",
                          "incoming_email_host",
                          "SMTP_HEALTH_PORT",
                          "webmail_host",
                          "email_admin_host",
                          "smtp_submission_port"}) {
    const Role found = role(key);
    EXPECT_TRUE(found != Role::host && found != Role::port) << key;
  }
}

TEST(KeyRole, KnowsHostsOfSomethingElse) {
  for (const auto* key :
       {"SMTP_FROM_HOST", "smtp.from.host", "MAIL_FROM_DOMAIN", "EMAIL_HOST_NAME_FOR_LINKS",
        "EMAIL_LINK_HOST", "SMTP_HELO_HOST", "smtp_helo_name", "SMTP_LOCAL_HOSTNAME",
        "spring.mail.properties.mail.smtp.localhost", "AUTHELIA_NOTIFIER_SMTP_TLS_SERVER_NAME",
        "SMTP_ACCEPT_INVALID_HOSTNAMES", "SMTP_MESSAGE_ID_HOST", "GOTRUE_MAILER_EXTERNAL_HOSTS",
        "EMAIL_NOTIFICATION_MS_HOST", "MAIL_DATABASE_HOST", "Mail:Redis:Host", "MAILER_DEFAULT_URL_HOST",
        "EMAIL_ALLOWED_HOSTS"}) {
    EXPECT_NE(role(key), Role::host) << key;
  }
}

TEST(KeyRole, TakesWordsBeforeTheGroupForTheNameOfAProgram) {
  for (const auto* key : {"SITE_SMTP_HOST", "POSTFIX_QUEUE_EXTERNAL_SMTP_HOST", "email.template.smtp.host",
                          "PUBLIC_MAIL_SERVER", "FRONTEND_EMAIL_HOST"}) {
    EXPECT_EQ(role(key), Role::host) << key;
  }
}

TEST(KeyRole, PairsKeysOfOneMailer) {
  EXPECT_EQ(partner("SMTP_SERVER_ADDRESS"), partner("SMTP_PORT"));
  EXPECT_EQ(partner("EMAIL_SERVER"), partner("EMAIL_SERVER_PORT"));
  EXPECT_EQ(partner("EmailSettings__SmtpServer"), partner("EmailSettings__Port"));
  EXPECT_EQ(partner("emailSMTPServer"), partner("emailSMTPPort"));
  EXPECT_EQ(partner("SMTP_USE_TLS"), partner("SMTP_HOST"));
  EXPECT_EQ(partner("ORDERS_SMTP_HOST"), partner("ORDERS_SMTP_PORT"));
  EXPECT_NE(partner("ORDERS_SMTP_HOST"), partner("ALERTS_SMTP_HOST"));
  EXPECT_NE(partner("SMTP_SSL_PORT"), partner("SMTP_HOST")) << "another listener of the same server";
  EXPECT_NE(partner("SMTP1_HOST"), partner("SMTP2_HOST"));
}

TEST(KeyRole, BearsAnyKey) {
  EXPECT_EQ(role(""), Role::none);
  EXPECT_EQ(role("__"), Role::none);
  EXPECT_EQ(role(std::string(100000, '_')), Role::none);
  EXPECT_EQ(role("\xff\xfe"), Role::none);
}

}  // namespace
}  // namespace smtplint::lowering
