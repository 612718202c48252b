#include "generate/layers/stacks.h"

#include <array>

namespace smtplint::generate {
namespace {

std::string dotnet(const LayerEnds& ends) {
  return "{\n  \"Logging\": {\"Level\": \"Warning\"},\n  \"Smtp\": {\n" +
         (ends.host ? "    \"Host\": \"" + *ends.host + "\",\n" : "") +
         (ends.port ? "    \"Port\": " + *ends.port + ",\n" : "") + "    \"Username\": \"apikey\"\n  }\n}\n";
}

std::string dotnet_text(const LayerEnds& ends) {
  return "{\n  // of this stage\n  \"Smtp\": {\n" +
         (ends.port ? "    \"port\": \"" + *ends.port + "\",\n" : "") +
         (ends.host ? "    \"host\": \"" + *ends.host + "\",\n" : "") + "  }\n}\n";
}

std::string spring_yaml(const LayerEnds& ends) {
  return "server:\n  port: 8080\nspring:\n  mail:\n" + lines(ends, "    host: ", "    port: ", "\n") +
         "    username: apikey\n";
}

/// The variable, and what counts where it is not set.
std::string placeholder(std::string_view name, const std::optional<std::string>& otherwise) {
  return "${" + std::string(name) + (otherwise ? ":" + *otherwise : "") + "}";
}

std::string spring_yaml_placeholders(const LayerEnds& ends) {
  return "spring:\n  mail:\n    host: " + placeholder("RELAY_HOST", ends.host) +
         "\n    port: " + placeholder("RELAY_PORT", ends.port) + "\n    username: apikey\n";
}

std::string spring_properties(const LayerEnds& ends) {
  return "# mail\nspring.mail.username=apikey\n" +
         lines(ends, "spring.mail.host=", "spring.mail.port = ", "\n");
}

std::string django(const LayerEnds& ends) {
  return "import os\n\nEMAIL_HOST_USER = \"apikey\"\nEMAIL_USE_TLS = True\nEMAIL_HOST = " +
         (ends.host ? "os.environ.get(\"RELAY_HOST\", \"" + *ends.host + "\")"
                    : "os.environ[\"RELAY_HOST\"]") +
         "\nEMAIL_PORT = int(" +
         (ends.port ? "os.environ.get(\"RELAY_PORT\", " + *ends.port + ")" : "os.environ[\"RELAY_PORT\"]") +
         ")\n";
}

std::string dotenv(const LayerEnds& ends) {
  return "# mail\nSMTP_USER=apikey\n" + lines(ends, "SMTP_HOST=", "SMTP_PORT=", "\n");
}

std::string dockerfile(const LayerEnds& ends) {
  return "FROM node:22\nENV SMTP_USER=apikey\n" + lines(ends, "ENV SMTP_HOST=", "ENV SMTP_PORT=", "\n") +
         "CMD [\"node\", \"app.js\"]\n";
}

std::string web_config(const LayerEnds& ends) {
  return "<?xml version=\"1.0\"?>\n<configuration>\n  <system.net>\n    <mailSettings>\n      <smtp>\n"
         "        <network userName=\"apikey\" enableSsl=\"true\"" +
         lines(ends, " host=\"", " port=\"", "\"") +
         " />\n      </smtp>\n    </mailSettings>\n  </system.net>\n</configuration>\n";
}

std::string web_config_transform(const LayerEnds& ends) {
  return "<?xml version=\"1.0\"?>\n<configuration "
         "xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">\n  <system.net>\n    "
         "<mailSettings>\n      <smtp>\n        <network" +
         lines(ends, " host=\"", " port=\"", "\"") +
         " xdt:Transform=\"SetAttributes\" />\n      </smtp>\n    </mailSettings>\n  </system.net>\n"
         "</configuration>\n";
}

std::string toml(const LayerEnds& ends) {
  return "[smtp]\nusername = \"apikey\"\n" + (ends.host ? "host = \"" + *ends.host + "\"\n" : "") +
         (ends.port ? "port = " + *ends.port + "\n" : "");
}

constexpr std::array dotnet_layers = {Layer{"appsettings.json", dotnet},
                                      Layer{"appsettings.Production.json", dotnet_text}};
constexpr std::array staged_layers = {Layer{"appsettings.json", dotnet},
                                      Layer{"appsettings.Staging.json", dotnet_text}};
constexpr std::array spring_layers = {Layer{"src/main/resources/application.yml", spring_yaml},
                                      Layer{"src/main/resources/application-prod.yml", spring_yaml}};
constexpr std::array placeholder_layers = {
    Layer{"src/main/resources/application.yml", spring_yaml_placeholders, true}};
constexpr std::array properties_layers = {
    Layer{"src/main/resources/application.properties", spring_properties},
    Layer{"src/main/resources/application-prod.properties", spring_properties}};
constexpr std::array django_layers = {Layer{"shop/settings.py", django, true}};
constexpr std::array dotenv_layers = {Layer{".env", dotenv}, Layer{".env.production", dotenv}};
constexpr std::array image_layers = {Layer{"Dockerfile", dockerfile}};
constexpr std::array web_config_layers = {Layer{"web.config", web_config},
                                          Layer{"web.Release.config", web_config_transform}};
constexpr std::array toml_layers = {Layer{"config.toml", toml}, Layer{"config.production.toml", toml}};

constexpr Naming dotnet_names = {"Smtp__Host", "Smtp__Port", "Smtp__Username", "Smtp__Password", ""};
constexpr Naming spring_names = {"SPRING_MAIL_HOST", "SPRING_MAIL_PORT", "SPRING_MAIL_USERNAME",
                                 "SPRING_MAIL_PASSWORD", ""};
constexpr Naming relay_names = {"RELAY_HOST", "RELAY_PORT", "", "", ""};
constexpr Naming plain_names = {"SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD", ""};
constexpr Naming no_names = {};

constexpr std::array table = {
    Stack{"appsettings", dotnet_layers, dotnet_names},
    Stack{"appsettings of a stage", staged_layers, dotnet_names, "ASPNETCORE_ENVIRONMENT", "Staging"},
    Stack{"Spring in YAML", spring_layers, spring_names},
    Stack{"Spring with placeholders", placeholder_layers, relay_names},
    Stack{"Spring in properties", properties_layers, spring_names},
    Stack{"Django", django_layers, relay_names},
    Stack{"environment files", dotenv_layers, plain_names},
    Stack{"image", image_layers, plain_names},
    Stack{"web.config", web_config_layers, no_names},
    Stack{"TOML", toml_layers, no_names},
};

}  // namespace

std::string lines(const LayerEnds& ends, std::string_view before_host, std::string_view before_port,
                  std::string_view after) {
  std::string text;
  if (ends.host) text += std::string(before_host) + *ends.host + std::string(after);
  if (ends.port) text += std::string(before_port) + *ends.port + std::string(after);
  return text;
}

std::span<const Stack> stacks() { return table; }

}  // namespace smtplint::generate
