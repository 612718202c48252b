#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "diagnostic/vocabulary.h"
#include "engine/analyze.h"
#include "engine/debug.h"
#include "report/reporter.h"

namespace smtplint::cli {

enum class Command { check, inventory, explain, rules, subscriptions, debug };
enum class ColourChoice { automatic, always, never };

/// One `--format`: where no file is named it goes to stdout.
struct Output {
  const report::Reporter* reporter = nullptr;
  std::optional<std::string> file;
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
  engine::Platform platform = engine::Platform::automatic;
  std::optional<std::string> policy_edition;
  std::optional<std::string> as_of;
  std::vector<Output> outputs;                        ///< at most one on stdout
  std::optional<Severity> fail_on = Severity::error;  ///< nothing: never
  ColourChoice colour = ColourChoice::automatic;
  std::optional<std::string> rules_folder;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string subject;                        ///< of `explain`
  engine::Stage stage = engine::Stage::tree;  ///< of `debug`
};

/// The strings of the command line, before they are understood.
struct Words {
  std::vector<std::string> paths, variables, variable_files, formats, select, ignore;
  std::optional<std::string> subscription, subscription_created, subscription_info, policy_edition, as_of,
      rules_folder;
  std::string platform = "auto", fail_on = "error", colour = "auto", stage = "tree", subject;
  bool port_25_exempt = false, git_index = false;
};

/// Understands the words of a command; fails with one sentence about the first that is wrong.
[[nodiscard]] Result<Options> options_from(Command command, Words words);

}  // namespace smtplint::cli
