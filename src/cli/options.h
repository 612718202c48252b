#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "diagnostic/vocabulary.h"
#include "engine/analyze.h"
#include "engine/debug/debug.h"
#include "engine/debug/path_debug.h"
#include "report/graph.h"
#include "report/reporter.h"

namespace smtplint::cli {

enum class Command { check, inventory, explain, rules, subscriptions, debug, graph, lsp };
enum class ColourChoice { automatic, always, never };

/// What becomes of safe fixes.
enum class Repair { none, apply, show };

/// One `--format`: where no file is named it goes to stdout.
struct Output {
  const report::Reporter* reporter = nullptr;
  std::optional<std::string> file;
};

/// How `graph` writes.
struct GraphOutput {
  const report::GraphFormat* format = nullptr;
  bool drawn = false;  ///< by Graphviz, from its own format
};

/// What the command line says. Words of the catalogue (types, editions, rules) are not looked up yet.
struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;  ///< as written; never empty
  std::optional<std::string> subscription;
  std::optional<std::string> subscription_created;
  std::optional<std::string> subscription_info;  ///< a file
  bool port_25_exempt = false;
  bool git_index = false;  ///< read tracked files as they are staged
  std::vector<std::pair<std::string, std::string>> variables;
  std::vector<std::string> variable_files;
  std::vector<std::string> parameter_files;
  engine::Platform platform = engine::Platform::automatic;
  std::optional<std::string> policy_edition;
  std::optional<std::string> as_of;
  std::vector<Output> outputs;                        ///< at most one on stdout
  std::optional<Severity> fail_on = Severity::error;  ///< nothing: never
  ColourChoice colour = ColourChoice::automatic;
  std::optional<std::string> rules_folder;
  std::optional<std::string> configuration_file;
  bool search_configuration = true;
  Repair repair = Repair::none;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string subject;                           ///< of `explain`
  engine::Stage stage = engine::Stage::tree;     ///< of `debug`
  std::optional<engine::PathQuestion> question;  ///< of `debug path`
  GraphOutput graph;
  std::optional<long> client_process;  ///< of `lsp`: to end with
};

/// The strings of the command line, before they are understood.
struct Words {
  std::vector<std::string> paths, variables, variable_files, parameter_files, formats, select, ignore;
  std::optional<std::string> subscription, subscription_created, subscription_info, policy_edition, as_of,
      rules_folder, configuration_file, client_process;
  std::string platform = "auto", fail_on = "error", colour = "auto", stage = "tree", graph_format = "mermaid",
              subject;
  bool port_25_exempt = false, git_index = false, no_configuration = false, fix = false, diff = false;
};

/// Understands the words of a command; fails with one sentence about the first that is wrong.
[[nodiscard]] Result<Options> options_from(Command command, Words words);

}  // namespace smtplint::cli
