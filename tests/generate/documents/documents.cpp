#include "generate/documents/documents.h"

#include <algorithm>
#include <array>

#include "generate/documents/open_text.h"

namespace smtplint::generate {
namespace {

bool has_open_places(const std::string& text) { return text.find('\x04') != std::string::npos; }

/// Commands of a shell that have the effect: the command itself, or one that writes the file.
std::string commands(const Program& program, const Ends& ends, std::uint32_t choice) {
  const std::string text = program.write(ends), path(program.path);
  if (path.empty()) return text;
  switch (choice % 5) {
    case 0:
      return "cat > " + path + " <<EOF\n" + text + "EOF\n";
    case 1:
      return "cat <<EOF | sudo tee " + path + " >/dev/null\n" + text + "EOF\n";
    case 2:
      return "tee " + path + " <<-EOF\n" + indented(text, "\t") + "\tEOF\n";
    case 3:
      return "mkdir -p /opt/shop\n{\n  cat <<EOF\n" + text + "EOF\n} > " + path + "\n";
    default: {
      std::string all = ": > " + path + "\n";
      for (const std::string& line : lines_of(text)) all += "echo '" + line + "' >> " + path + "\n";
      return all;
    }
  }
}

std::string script(const std::string& body) { return "#!/bin/bash\nset -euo pipefail\n" + body; }

std::string here_document(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script(commands(program, ends, choice));
}

/// Nothing in it means anything to the shell.
std::string quoted_here_document(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script(replaced(commands(program, ends, choice % 4), "<<EOF", "<<'EOF'"));
}

/// The lines of the file are written with quotes, in which no variable counts.
std::uint32_t with_variables(std::uint32_t choice) { return choice % 4; }

std::string shell_variables(const Program& program, const Ends& ends, std::uint32_t choice) {
  const std::string quote = choice / 8 % 2 == 0 ? "\"" : "";
  return script(
      "RELAY=" + quote + ends.host + quote + "\nPORT=" + ends.port + "\n" +
      commands(program, {"$RELAY", choice / 16 % 2 == 0 ? "${PORT}" : "$PORT"}, with_variables(choice)));
}

std::string shell_default(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script(commands(program, {"${RELAY:-" + ends.host + "}", "${PORT:-" + ends.port + "}"},
                         with_variables(choice)));
}

std::string shell_function(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script("configure() {\n" + commands(program, {"$1", "$2"}, with_variables(choice)) +
                "}\nconfigure " + ends.host + " " + ends.port + "\n");
}

std::string shell_loop(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script("for port in " + ends.port + "; do\n" +
                commands(program, {ends.host, "$port"}, with_variables(choice)) + "done\n");
}

std::string script_in_a_script(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script("cat > /opt/setup.sh <<'INNER'\n" + here_document(program, ends, choice) +
                "INNER\nchmod +x /opt/setup.sh\n" + (choice / 8 % 2 == 0 ? "bash " : "") + "/opt/setup.sh\n");
}

std::string arguments_of_a_script(const Program& program, const Ends& ends, std::uint32_t choice) {
  return script("cat > /opt/setup.sh <<'INNER'\n" +
                here_document(program, {"$1", "$2"}, with_variables(choice)) + "INNER\nbash /opt/setup.sh " +
                ends.host + " " + ends.port + "\n");
}

std::string file_entry(std::string_view path, const std::string& text, std::string_view style = "|") {
  return "  - path: " + std::string(path) + "\n    permissions: '0640'\n    content: " + std::string(style) +
         "\n" + indented(text, "      ");
}

std::string run_commands(const Program& program, const Ends& ends, std::uint32_t choice) {
  return "#cloud-config\npackages: [curl]\nruncmd:\n  - |\n" +
         indented(commands(program, ends, choice == 2 ? 0 : choice), "    ");
}

std::string written_files(const Program& program, const Ends& ends, std::uint32_t choice) {
  if (program.path.empty()) return run_commands(program, ends, choice);
  return "#cloud-config\npackage_update: true\nwrite_files:\n" + file_entry("/etc/motd", "welcome\n") +
         file_entry(program.path, program.write(ends), choice % 2 == 0 ? "|" : "|-");
}

std::string written_in_quotes(const Program& program, const Ends& ends, std::uint32_t choice) {
  if (program.path.empty()) return run_commands(program, ends, choice);
  const std::string quoted = replaced(replaced(program.write(ends), "\"", "\\\""), "\n", "\\n");
  return "#cloud-config\nwrite_files:\n  - path: " + std::string(program.path) + "\n    content: \"" +
         quoted + "\"\n";
}

std::string written_in_base64(const Program& program, const Ends& ends, std::uint32_t choice) {
  const std::string text = program.write(ends);
  if (program.path.empty() || has_open_places(text)) return written_files(program, ends, choice);
  return "#cloud-config\nwrite_files:\n  - path: " + std::string(program.path) +
         "\n    encoding: b64\n    content: " + in_base64(text) + "\n";
}

std::string named_script(const Program& program, const Ends& ends, std::uint32_t choice) {
  const std::string body = here_document(program, ends, choice);
  return "#cloud-config\nwrite_files:\n" + file_entry("/opt/setup.sh", body) + "runcmd:\n  - " +
         (choice / 8 % 2 == 0 ? "[bash, /opt/setup.sh]" : "bash /opt/setup.sh") + "\n";
}

std::string one_command(const Program& program, const Ends& ends, std::uint32_t choice) {
  const std::string text = program.write(ends);
  const bool one_line = program.path.empty() && text.find('\n') + 1 == text.size();
  if (!one_line) return run_commands(program, ends, choice);
  return "#cloud-config\nruncmd:\n  - " +
         (choice % 2 == 0 ? "[sh, -c, '" + text.substr(0, text.size() - 1) + "']\n" : text);
}

std::string message(const Program& program, const Ends& ends, std::uint32_t choice) {
  const bool as_script = choice / 8 % 2 == 0;
  return "Content-Type: multipart/mixed; boundary=\"PART\"\nMIME-Version: 1.0\n\n--PART\n"
         "Content-Type: text/cloud-config; charset=\"us-ascii\"\n\n#cloud-config\npackages: "
         "[curl]\n\n--PART\n"
         "Content-Type: " +
         std::string(as_script ? "text/x-shellscript" : "text/cloud-config") + "; charset=\"us-ascii\"\n\n" +
         (as_script ? here_document(program, ends, choice) : written_files(program, ends, choice)) +
         "\n--PART--\n";
}

std::string json_settings(const Program&, const Ends& ends, std::uint32_t choice) {
  const std::string end = choice % 2 == 0 ? "\n" : "";
  return "{" + end + "\"host\": \"" + ends.host + "\"," + end + " \"port\": " + ends.port + "," + end +
         " \"username\": \"apikey\"" + end + "}";
}

std::string yaml_values(const Program&, const Ends& ends, std::uint32_t choice) {
  const std::string quote = choice / 2 % 2 == 0 ? "\"" : "";
  if (choice % 2 == 0)
    return "web:\n  env:\n    SMTP_HOST: " + ends.host + "\n    SMTP_PORT: " + quote + ends.port + quote +
           "\n";
  return "image: shop\nmail:\n  smtpHost: " + ends.host + "\n  smtpPort: " + ends.port + "\n";
}

std::string file_of_program(const Program& program, const Ends& ends, std::uint32_t) {
  return program.write(ends);
}

std::string container_group_template(const Program&, const Ends& ends, std::uint32_t choice) {
  const bool by_parameter = choice % 2 == 0;
  const std::string port = by_parameter ? "[parameters('port')]" : ends.port;
  return std::string(
             "{\n  \"$schema\": "
             "\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n"
             "  \"contentVersion\": \"1.0.0.0\",\n") +
         (by_parameter ? "  \"parameters\": {\"port\": {\"type\": \"string\", \"defaultValue\": \"" +
                             ends.port + "\"}},\n"
                       : "") +
         "  \"resources\": [{\n    \"type\": \"Microsoft.ContainerInstance/containerGroups\", "
         "\"apiVersion\": "
         "\"2023-05-01\",\n    \"name\": \"shop\", \"location\": \"westeurope\",\n"
         "    \"properties\": {\"osType\": \"Linux\", \"containers\": [{\"name\": \"app\", \"properties\": "
         "{\n"
         "      \"image\": \"shop:1\", \"environmentVariables\": [\n"
         "        {\"name\": \"SMTP_HOST\", \"value\": \"" +
         ends.host + "\"},\n        {\"name\": \"SMTP_PORT\", \"value\": \"" + port +
         "\"},\n        {\"name\": \"SMTP_USER\", \"value\": \"apikey\"}\n      ]}}]}\n  }]\n}\n";
}

constexpr std::array table = {
    Document{"written files", TextKind::user_data, written_files},
    Document{"files written in quotes", TextKind::user_data, written_in_quotes},
    Document{"files written in base64", TextKind::user_data, written_in_base64},
    Document{"commands of a cloud-config", TextKind::user_data, run_commands},
    Document{"one command of a cloud-config", TextKind::user_data, one_command},
    Document{"named script", TextKind::user_data, named_script},
    Document{"message of parts", TextKind::user_data, message},
    Document{"here-document", TextKind::user_data, here_document},
    Document{"variables of a shell", TextKind::user_data, shell_variables},
    Document{"script in a script", TextKind::user_data, script_in_a_script},
    Document{"here-document", TextKind::script, here_document},
    Document{"quoted here-document", TextKind::script, quoted_here_document},
    Document{"variables of a shell", TextKind::script, shell_variables},
    Document{"defaults of a shell", TextKind::script, shell_default},
    Document{"function of a shell", TextKind::script, shell_function},
    Document{"loop of a shell", TextKind::script, shell_loop},
    Document{"script in a script", TextKind::script, script_in_a_script},
    Document{"arguments of a script", TextKind::script, arguments_of_a_script},
    Document{"JSON in a setting", TextKind::settings, json_settings},
    Document{"values of a chart", TextKind::chart_values, yaml_values},
    Document{"file of a program", TextKind::file, file_of_program},
    Document{"template of containers", TextKind::arm_template, container_group_template},
};

}  // namespace

const Document& document_of(TextKind kind, std::size_t row) {
  const auto fits = [kind](const Document& one) { return one.kind == kind; };
  auto left = row % static_cast<std::size_t>(std::ranges::count_if(table, fits));
  return *std::ranges::find_if(table, [&](const Document& one) { return fits(one) && left-- == 0; });
}

}  // namespace smtplint::generate
