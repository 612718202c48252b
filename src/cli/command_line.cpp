#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/version.h"
#include "cli/wording.h"

namespace smtplint::cli {
namespace {

struct CommandInfo {
  Command command;
  const char* name;
  const char* description;
  void (*add_options)(CLI::App& app, Words& words);
  const char* footer = "";
};

constexpr const char* examples =
    "Examples:\n"
    "  smtplint check                                        the current folder\n"
    "  smtplint check --subscription pay-as-you-go infra     as if deployed there\n"
    "  smtplint check --format sarif=smtplint.sarif          for code scanning\n\n"
    "Exit codes: 0 nothing found, 1 findings, 2 wrong usage or an error.";

void add_list(CLI::App& app, const char* names, std::vector<std::string>& values, const std::string& help,
              const char* type_name) {
  // Without `allow_extra_args(false)` an option would swallow the paths that follow it.
  app.add_option(names, values, help)->allow_extra_args(false)->type_name(type_name);
}

void add_text(CLI::App& app, const char* names, std::optional<std::string>& value, const char* help,
              const char* type_name) {
  app.add_option(names, value, help)->type_name(type_name);
}

void add_flag(CLI::App& app, const char* name, bool& value, const char* help) {
  app.add_flag(name, value, help)->disable_flag_override();
}

void add_edition_options(CLI::App& app, Words& words) {
  add_text(app, "--policy-edition", words.policy_edition, "an older edition of the policy, by id", "ID");
  add_text(app, "--as-of", words.as_of, "the edition of the policy that was valid on a day", "YYYY-MM-DD");
}

void add_rule_options(CLI::App& app, Words& words) {
  add_text(app, "--rules", words.rules_folder, "rule files that add to the built-in ones or replace them",
           "DIR");
}

void add_paths(CLI::App& app, Words& words) {
  app.add_option("PATH", words.paths, "files and folders (default: the current folder)")->type_name("");
}

/// What an analysis takes as given.
void add_request_options(CLI::App& app, Words& words) {
  add_paths(app, words);
  add_text(app, "--subscription", words.subscription, "the subscription type to assume for everything",
           "TYPE");
  add_text(app, "--subscription-created", words.subscription_created, "when that subscription was created",
           "YYYY-MM-DD");
  add_flag(app, "--port-25-exempt", words.port_25_exempt,
           "Microsoft has lifted the block for that subscription");
  add_text(app, "--subscription-info", words.subscription_info,
           "JSON of the ARM `get subscription` call or of its billing property", "FILE");
  add_list(app, "--var", words.variables, "a Terraform variable", "NAME=VALUE");
  add_list(app, "--var-file", words.variable_files, "a file of variables, in place of the environments",
           "FILE");
  add_list(app, "--parameters", words.parameter_files,
           "a parameter file of ARM or Bicep, in place of the environments", "FILE");
  app.add_option("--platform", words.platform, "whether configuration without link to compute runs in Azure")
      ->type_name("azure|other|auto");
  add_text(app, "--config", words.configuration_file,
           "the configuration for everything, in place of .smtplint.yaml", "FILE");
  add_flag(app, "--no-config", words.no_configuration, "no .smtplint.yaml counts");
  add_flag(app, "--git-index", words.git_index, "read tracked files as they are staged, and no others");
  add_edition_options(app, words);
  add_rule_options(app, words);
}

/// `text, json or sarif`
std::string listed_formats() {
  std::string text;
  const auto formats = report::reporters();
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) text += i + 1 == formats.size() ? " or " : ", ";
    text += formats[i].name;
  }
  return text;
}

void add_report_options(CLI::App& app, Words& words) {
  add_request_options(app, words);
  add_list(app, "--format", words.formats, listed_formats() + "; with =FILE into a file; may be repeated",
           "F[=FILE]");
  app.add_option("--color", words.colour, "colours in text on stdout")->type_name("auto|always|never");
  add_list(app, "--select", words.select, "report only these rules (ids, prefixes or names)", "RULE[,RULE]");
  add_list(app, "--ignore", words.ignore, "do not report these rules", "RULE[,RULE]");
}

void add_check_options(CLI::App& app, Words& words) {
  add_report_options(app, words);
  app.add_option("--fail-on", words.fail_on, "lowest severity that makes the exit code 1")
      ->type_name("error|warning|note|never");
  add_flag(app, "--fix", words.fix, "apply the safe fixes, then report what remains");
  add_flag(app, "--diff", words.diff, "print the safe fixes as a unified diff and change nothing");
}

void add_debug_options(CLI::App& app, Words& words) {
  app.add_option("STAGE", words.stage, "tree, eval, resources, model, or path WORKLOAD HOST:PORT")
      ->type_name("")
      ->required();
  add_request_options(app, words);
}

void add_graph_options(CLI::App& app, Words& words) {
  add_request_options(app, words);
  app.add_option("--format", words.graph_format, "mermaid, dot, json or svg (by Graphviz)")->type_name("F");
}

void add_explain_options(CLI::App& app, Words& words) {
  app.add_option("RULE", words.subject, "id or name of a rule")->type_name("")->required();
  add_rule_options(app, words);
}

void add_subscriptions_options(CLI::App& app, Words& words) {
  add_edition_options(app, words);
  add_rule_options(app, words);
}

/// `--stdio` and `--clientProcessId` are what editors add by themselves.
void add_lsp_options(CLI::App& app, Words& words) {
  app.add_flag("--stdio")->description("talk on stdin and stdout (always so)");
  app.add_option("--clientProcessId", words.client_process, "end with this process")->type_name("PID");
  add_rule_options(app, words);
}

constexpr auto commands = std::to_array<CommandInfo>({
    {Command::check, "check", "report mail that Azure will block", add_check_options, examples},
    {Command::inventory, "inventory", "list everything that sends mail", add_report_options},
    {Command::explain, "explain", "explain a rule", add_explain_options},
    {Command::rules, "rules", "list the rules", add_rule_options},
    {Command::subscriptions, "subscriptions", "list the subscription types and what the policy says of each",
     add_subscriptions_options},
    {Command::graph, "graph", "draw the way that mail takes through the network", add_graph_options},
    {Command::debug, "debug", "show what a stage of the analysis makes of files", add_debug_options},
    {Command::lsp, "lsp", "serve an editor (language server protocol)", add_lsp_options},
});

Error unknown_option(std::string_view argument, const CLI::App& app) {
  const std::string_view name = argument.substr(0, argument.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& known : option->get_lnames()) names.push_back("--" + known);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return {"unknown option " + backticked(name) + near_miss(name, views)};
}

Error unknown_command(std::string_view word) {
  std::vector<std::string_view> names;
  for (const CommandInfo& info : commands) names.emplace_back(info.name);
  return {unknown_word("command", word, names)};
}

bool looks_like_option(std::string_view argument) { return argument.size() > 1 && argument.front() == '-'; }

/// What a command did not take: options it does not have, or more words than it has places for.
std::optional<Error> left_over(const CLI::App& app) {
  for (const std::string& argument : app.remaining()) {
    if (argument == "--") continue;
    if (looks_like_option(argument)) return unknown_option(argument, app);
    return Error{"too many arguments: " + backticked(argument)};
  }
  return std::nullopt;
}

void configure_root(CLI::App& root) {
  root.name("smtplint");
  root.set_help_flag("-h,--help", "print this help");
  root.set_version_flag("--version", version_line(), "print the version");
  root.allow_extras();
  root.footer(examples);
}

Result<Options> chosen(const CLI::App& root,
                       const std::vector<std::pair<const CommandInfo*, CLI::App*>>& apps, Words words) {
  for (const auto& [info, app] : apps) {
    if (!app->parsed()) continue;
    if (auto error = left_over(root)) return *error;
    if (auto error = left_over(*app)) return *error;
    return options_from(info->command, std::move(words));
  }
  const std::vector<std::string> rest = root.remaining();
  if (rest.empty()) return Error{"no command given; try `smtplint check` or `smtplint --help`"};
  if (looks_like_option(rest.front())) return unknown_option(rest.front(), root);
  return unknown_command(rest.front());
}

/// The sentences of CLI11 are for whoever writes the options, not for whoever uses them. `said`: one that
/// begins with the name of the option or argument.
Error misused(std::string_view said, const std::vector<std::string>& arguments) {
  const std::string name(said.substr(0, said.find_first_of(": ")));
  if (said.ends_with("flag override")) return {"`--" + name + "` takes no value"};
  if (!name.starts_with("--")) return {"this command takes a " + name + ", which is missing"};
  const auto is_it = [&name](const std::string& argument) {
    return argument == name || argument.starts_with(name + "=");
  };
  const bool twice = std::ranges::count_if(arguments, is_it) > 1;
  return {backticked(name) + (twice ? " is given more than once" : " is given without its value")};
}

/// CLI11 takes a word in brackets for a list; only paths look so, and `./[a]` is the same path. It also wants
/// the arguments from last to first.
std::vector<std::string> for_parser(const std::vector<std::string>& arguments) {
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  for (std::string& argument : reversed) {
    if (argument.starts_with('[') && argument.ends_with(']')) argument.insert(0, "./");
  }
  return reversed;
}

}  // namespace

Result<std::variant<Options, Answer>> read_command_line(const std::vector<std::string>& arguments) {
  using Invocation = std::variant<Options, Answer>;
  if (arguments.size() == 1 && arguments.front() == "--version")
    return Invocation(Answer{version_line() + "\n"});
  Words words;
  CLI::App root("Finds mail that leaves Azure on TCP port 25, before it is deployed.");
  try {
    configure_root(root);
    std::vector<std::pair<const CommandInfo*, CLI::App*>> apps;
    for (const CommandInfo& info : commands) {
      CLI::App* app = root.add_subcommand(info.name, info.description);
      app->allow_extras();
      app->footer(info.footer);
      info.add_options(*app, words);
      apps.emplace_back(&info, app);
    }
    root.parse(for_parser(arguments));
    auto options = chosen(root, apps, std::move(words));
    if (!options) return options.error();
    return Invocation(std::move(options).value());
  } catch (const CLI::CallForHelp&) {
    return Invocation(Answer{root.help()});
  } catch (const CLI::CallForVersion&) {
    return Invocation(Answer{version_line() + "\n"});
  } catch (const CLI::Error& error) {
    return misused(shown(error.what()), arguments);
  }
}

}  // namespace smtplint::cli
