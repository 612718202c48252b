#include <algorithm>
#include <array>

#include "generate/documents/documents.h"

namespace smtplint::generate {
namespace {

std::string postfix(const Ends& ends) {
  return "# sends what the shop writes\nmyhostname = shop\nrelayhost = [" + ends.host + "]:" + ends.port +
         "\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = hash:/etc/postfix/login\n";
}

std::string msmtp(const Ends& ends) {
  return "account default\nhost " + ends.host + "\nport " + ends.port + "\nauth on\nuser apikey\n";
}

std::string environment_file(const Ends& ends) {
  return "SMTP_HOST=" + ends.host + "\nSMTP_PORT=" + ends.port + "\nSMTP_USER=apikey\n";
}

std::string dotnet(const Ends& ends) {
  return "{\n  \"Smtp\": {\"Host\": \"" + ends.host + "\",\n           \"Port\": " + ends.port +
         ", \"Username\": \"apikey\"}\n}\n";
}

std::string spring(const Ends& ends) {
  return "spring:\n  mail:\n    host: " + ends.host + "\n    port: " + ends.port + "\n    username: apikey\n";
}

std::string java_properties(const Ends& ends) {
  return "spring.mail.host=" + ends.host + "\nspring.mail.port=" + ends.port +
         "\nspring.mail.username=apikey\n";
}

std::string postconf(const Ends& ends) {
  return "postconf -e \"relayhost = [" + ends.host + "]:" + ends.port +
         "\" smtp_sasl_password_maps=hash:/etc/postfix/login\n";
}

std::string swaks(const Ends& ends) {
  return "swaks --to ops@contoso.com --server " + ends.host + " --port " + ends.port +
         " --auth-user shop --auth-password \"$(cat /run/login)\"\n";
}

constexpr std::array table = {
    Program{"Postfix", "/etc/postfix/main.cf", postfix},
    Program{"msmtp", "/etc/msmtprc", msmtp},
    Program{"environment file", "/opt/shop/.env", environment_file},
    Program{"appsettings", "/opt/shop/appsettings.Production.json", dotnet, true},
    Program{"Spring", "/opt/shop/application.yml", spring, true},
    Program{"properties", "/opt/shop/application.properties", java_properties, true},
    Program{"postconf", "", postconf},
    Program{"swaks", "", swaks},
};

}  // namespace

const Program& program_of(TextKind kind, std::size_t row) {
  const auto fits = [kind](const Program& one) { return kind != TextKind::file || one.in_containers; };
  auto left = row % static_cast<std::size_t>(std::ranges::count_if(table, fits));
  return *std::ranges::find_if(table, [&](const Program& one) { return fits(one) && left-- == 0; });
}

}  // namespace smtplint::generate
