#include "cli/run.h"

#include "cli/catalogue_choice.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace smtplint::cli {
namespace {

Result<int> dispatch(const Options& options, const knowledge::Catalogue& catalogue) {
  switch (options.command) {
    case Command::check:
    case Command::inventory:
      return run_analysis(options, catalogue);
    case Command::explain:
      return run_explain(options, catalogue);
    case Command::rules:
      return run_rules(catalogue);
    case Command::subscriptions:
      return run_subscriptions(options, catalogue);
    case Command::debug:
      return run_debug(options, catalogue);
    case Command::graph:
      return run_graph(options, catalogue);
    case Command::lsp:
      return run_lsp(options, catalogue);
  }
  return exit_error;
}

Result<int> run_command(const Options& options) {
  const auto choice = CatalogueChoice::open(options.rules_folder);
  if (!choice) return choice.error();
  auto code = dispatch(options, choice->catalogue());
  if (!code) return code;  // an error stands alone on stderr
  for (const std::string& entry : choice->replaced()) write_stderr_line("replaced by a rule file: " + entry);
  return code;
}

Result<int> run_arguments(const std::vector<std::string>& arguments) {
  const auto invocation = read_command_line(arguments);
  if (!invocation) return invocation.error();
  if (const auto* answer = std::get_if<Answer>(&*invocation)) {
    if (auto error = write_stdout(answer->text)) return *error;
    return 0;
  }
  return run_command(std::get<Options>(*invocation));
}

void print_lines(std::string_view message) {
  while (true) {
    const std::size_t end = message.find('\n');
    write_stderr_line("smtplint: " + std::string(message.substr(0, end)));
    if (end == std::string_view::npos) return;
    message.remove_prefix(end + 1);
  }
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  const auto code = run_arguments(arguments);
  if (code) return *code;
  print_lines(code.error().message);
  return exit_error;
}

}  // namespace smtplint::cli
