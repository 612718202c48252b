#include "generate/layers/compositions.h"

#include <array>

#include "generate/documents/open_text.h"

namespace smtplint::generate {
namespace {

/// Of a variable that one layer gives and another has a default for.
std::string composed(std::string_view key, std::string_view variable,
                     const std::optional<std::string>& otherwise, const std::optional<std::string>& given) {
  if (!otherwise && !given) return {};
  return "      " + std::string(key) + ": ${" + std::string(variable) + (otherwise ? ":-" + *otherwise : "") +
         "}\n";
}

/// A file of variables < defaults of placeholders < the file that fills them in.
void compose(Workshop& workshop, Scope&, std::span<const LayerEnds> layers) {
  const LayerEnds& below = layers[0];
  const LayerEnds& defaults = layers[1];
  const LayerEnds& given = layers[2];
  workshop.add_file(
      "shop/docker-compose.yml",
      "services:\n  web:\n    image: shop\n    env_file: [mail.env]\n    environment:\n      TZ: UTC\n" +
          composed("SMTP_HOST", "OUTBOUND_A", defaults.host, given.host) +
          composed("SMTP_PORT", "OUTBOUND_B", defaults.port, given.port));
  workshop.add_file("shop/mail.env", "SMTP_USER=apikey\n" + lines(below, "SMTP_HOST=", "SMTP_PORT=", "\n"));
  workshop.add_file("shop/.env", "TAG=1\n" + lines(given, "OUTBOUND_A=", "OUTBOUND_B=", "\n"));
}

std::string yaml_values(const LayerEnds& ends) {
  return "mail:\n  smtpUser: apikey\n" + lines(ends, "  smtpHost: ", "  smtpPort: ", "\n");
}

void chart_files(Workshop& workshop, Scope&, std::span<const LayerEnds> layers) {
  workshop.add_environment("prod");
  workshop.add_file("shop/values.yaml", yaml_values(layers[0]));
  workshop.add_file("shop/values-prod.yaml", yaml_values(layers[1]));
}

std::string set_block(std::string_view name, const std::optional<std::string>& value) {
  return value ? "  set {\n    name  = \"mail." + std::string(name) + "\"\n    value = \"" + *value +
                     "\"\n  }\n"
               : "";
}

constexpr std::string_view cluster =
    "resource \"azurerm_kubernetes_cluster\" \"main\" {\n  name = \"main\"\n}\n\n";

/// A document of values < another one < single values.
void release(Workshop& workshop, Scope& scope, std::span<const LayerEnds> layers) {
  workshop.add_file(scope.folder + "/production.yaml", yaml_values(layers[0]));
  scope.body += std::string(cluster) +
                "resource \"helm_release\" \"shop\" {\n  name  = \"shop\"\n  chart = \"shop\"\n"
                "  values = [\n    file(\"${path.module}/production.yaml\"),\n    <<-YAML\n" +
                indented(yaml_values(layers[1]), "      ") + "    YAML\n  ]\n" +
                set_block("smtpHost", layers[2].host) + set_block("smtpPort", layers[2].port) + "}\n\n";
}

std::string entries(const LayerEnds& ends) {
  return lines(ends, "    SMTP_HOST = \"", "    SMTP_PORT = \"", "\"\n");
}

std::string config_map(std::string_view label, const LayerEnds& ends) {
  return "resource \"kubernetes_config_map\" \"" + std::string(label) + "\" {\n  metadata {\n    name = \"" +
         std::string(label) + "\"\n  }\n  data = {\n    SMTP_USER = \"apikey\"\n" + entries(ends) +
         "  }\n}\n\n";
}

std::string taken_in(std::string_view label) {
  return "          env_from {\n            config_map_ref {\n              name = kubernetes_config_map." +
         std::string(label) + ".metadata[0].name\n            }\n          }\n";
}

std::string variable(std::string_view name, const std::optional<std::string>& value) {
  return value ? "          env {\n            name  = \"" + std::string(name) +
                     "\"\n            value = \"" + *value + "\"\n          }\n"
               : "";
}

/// A map < another one < single variables.
void config_maps(Workshop&, Scope& scope, std::span<const LayerEnds> layers) {
  scope.body += std::string(cluster) + config_map("common", layers[0]) + config_map("shop", layers[1]) +
                "resource \"kubernetes_deployment\" \"shop\" {\n  metadata {\n    name = \"shop\"\n  }\n"
                "  spec {\n    template {\n      spec {\n        container {\n          name = \"web\"\n" +
                taken_in("common") + taken_in("shop") + variable("SMTP_HOST", layers[2].host) +
                variable("SMTP_PORT", layers[2].port) + "        }\n      }\n    }\n  }\n}\n\n";
}

constexpr std::array table = {
    Composition{"Compose", 3, 1, WorkloadKind::unknown, false, "", "compose/web", compose},
    Composition{"files of a chart", 2, std::nullopt, WorkloadKind::unknown, false, "", "", chart_files},
    Composition{"release of a chart", 3, std::nullopt, WorkloadKind::kubernetes, true, "helm_release", "",
                release},
    Composition{"maps of a deployment", 3, std::nullopt, WorkloadKind::kubernetes, true,
                "kubernetes_deployment", "", config_maps},
};

}  // namespace

std::span<const Composition> compositions() { return table; }

}  // namespace smtplint::generate
