#include "cli/options.h"

#include <array>
#include <charconv>
#include <filesystem>
#include <set>

#include "base/date.h"
#include "cli/wording.h"
#include "engine/configuration/words.h"

namespace smtplint::cli {
namespace {

template <typename E>
using WordTable = std::span<const std::pair<std::string_view, E>>;

template <typename E>
Result<E> word_in(WordTable<E> table, std::string_view what, std::string_view word) {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : table) {
    if (name == word) return value;
    names.push_back(name);
  }
  return Error{unknown_word(what, word, names)};
}

using ColourWord = std::pair<std::string_view, ColourChoice>;
constexpr auto colours = std::to_array<ColourWord>({
    {"auto", ColourChoice::automatic},
    {"always", ColourChoice::always},
    {"never", ColourChoice::never},
});

using FailWord = std::pair<std::string_view, std::optional<Severity>>;
constexpr auto fail_words = std::to_array<FailWord>({
    {"error", Severity::error},
    {"warning", Severity::warning},
    {"note", Severity::note},
    {"never", std::nullopt},
});

using StageWord = std::pair<std::string_view, engine::Stage>;
constexpr auto stages = std::to_array<StageWord>({
    {"tree", engine::Stage::tree},
    {"eval", engine::Stage::evaluation},
    {"resources", engine::Stage::resources},
    {"model", engine::Stage::model},
});

constexpr std::string_view path_stage = "path";

Result<engine::Stage> stage_from(std::string_view word) {
  std::vector<std::string_view> names;
  for (const auto& [name, stage] : stages) {
    if (name == word) return stage;
    names.push_back(name);
  }
  names.push_back(path_stage);
  return Error{unknown_word("stage", word, names)};
}

/// `debug path WORKLOAD HOST:PORT` takes its question from the front of the paths.
Result<engine::PathQuestion> question_from(std::vector<std::string>& words) {
  if (words.size() < 2) return Error{"`debug path` takes WORKLOAD and HOST:PORT"};
  const std::string target = words[1];
  const std::size_t colon = target.rfind(':');
  std::uint16_t port = 0;
  const char* const end = target.data() + target.size();
  const char* const digits = colon == std::string::npos ? end : target.data() + colon + 1;
  const auto [stop, error] = std::from_chars(digits, end, port);
  if (error != std::errc{} || stop != end || port == 0 || colon == 0) {
    return Error{"`debug path` takes HOST:PORT, not " + backticked(target)};
  }
  std::string host = target.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  engine::PathQuestion question{words[0], std::move(host), port};
  words.erase(words.begin(), words.begin() + 2);
  return question;
}

constexpr std::string_view drawn_format = "svg";

Result<GraphOutput> graph_output_from(std::string_view word) {
  const bool drawn = word == drawn_format;
  const report::GraphFormat* format = report::graph_format_named(drawn ? "dot" : word);
  if (format != nullptr) return GraphOutput{format, drawn};
  std::vector<std::string_view> names{drawn_format};
  for (const report::GraphFormat& known : report::graph_formats()) names.push_back(known.name);
  return Error{unknown_word("format", word, names)};
}

Result<Output> output_from(std::string_view word) {
  const std::size_t equals = word.find('=');
  const std::string_view format = word.substr(0, equals);
  const report::Reporter* reporter = report::reporter_named(format);
  if (reporter == nullptr) {
    std::vector<std::string_view> names;
    for (const report::Reporter& known : report::reporters()) names.push_back(known.name);
    return Error{unknown_word("format", format, names)};
  }
  if (equals == std::string_view::npos) return Output{reporter, std::nullopt};
  if (equals + 1 == word.size()) return Error{"`--format " + shown(word) + "` names no file"};
  return Output{reporter, std::string(word.substr(equals + 1))};
}

/// The same for every way to write the path of a file, which need not exist.
std::string real_file(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path real =
      std::filesystem::weakly_canonical(std::filesystem::absolute(path, failed), failed);
  return failed ? path : real.generic_string();
}

Result<std::vector<Output>> outputs_from(const std::vector<std::string>& formats,
                                         std::string_view otherwise) {
  std::vector<Output> outputs;
  std::set<std::string> files;
  std::size_t on_stdout = 0;
  for (const std::string& word : formats) {
    auto output = output_from(word);
    if (!output) return output.error();
    if (!output->file) ++on_stdout;
    if (output->file && !files.insert(real_file(*output->file)).second) {
      return Error{"two formats would be written to " + backticked(*output->file)};
    }
    outputs.push_back(*output);
  }
  if (on_stdout > 1)
    return Error{"only one `--format` can go to stdout; write the others as `--format F=FILE`"};
  if (outputs.empty() && !otherwise.empty())
    outputs.push_back({report::reporter_named(otherwise), std::nullopt});
  return outputs;
}

Result<std::vector<std::pair<std::string, std::string>>> variables_from(
    const std::vector<std::string>& words) {
  std::vector<std::pair<std::string, std::string>> variables;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return Error{"`--var` takes NAME=VALUE, not " + backticked(word)};
    }
    variables.emplace_back(word.substr(0, equals), word.substr(equals + 1));
  }
  return variables;
}

std::vector<std::string> split_at_commas(const std::vector<std::string>& words) {
  std::vector<std::string> items;
  for (std::string_view rest : words) {
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      if (comma != 0) items.emplace_back(rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
  }
  return items;
}

Result<std::optional<long>> process_from(const std::optional<std::string>& word) {
  if (!word) return std::optional<long>();
  long number = 0;
  const char* const end = word->data() + word->size();
  const auto [stop, error] = std::from_chars(word->data(), end, number);
  if (error == std::errc{} && stop == end && number > 0) return std::optional(number);
  return Error{"`--clientProcessId` takes the number of a process, not " + backticked(*word)};
}

std::optional<Error> empty_list(std::string_view option, const std::vector<std::string>& words) {
  if (words.empty() || !split_at_commas(words).empty()) return std::nullopt;
  return Error{"`" + std::string(option) + "` names no rule"};
}

std::optional<Error> wrong_date(std::string_view option, const std::optional<std::string>& date) {
  if (!date || is_date(*date)) return std::nullopt;
  return Error{"`" + std::string(option) + "` takes a date as YYYY-MM-DD, not " + backticked(*date)};
}

Result<Repair> repair_from(const Words& words) {
  if (words.fix && words.diff) return Error{"`--fix` and `--diff` exclude each other"};
  if (words.fix && words.git_index)
    return Error{"`--fix` writes files, and `--git-index` does not read them"};
  if (words.diff && !words.formats.empty()) {
    for (const std::string& format : words.formats) {
      if (format.find('=') == std::string::npos) {
        return Error{"`--diff` stands alone on stdout; write the format as `--format " + shown(format) +
                     "=FILE`"};
      }
    }
  }
  if (words.fix) return Repair::apply;
  return words.diff ? Repair::show : Repair::none;
}

}  // namespace

Result<Options> options_from(Command command, Words words) {
  const auto platform =
      word_in<engine::Platform>(engine::platform_words(), "value of `--platform`", words.platform);
  if (!platform) return platform.error();
  const auto colour = word_in<ColourChoice>(colours, "value of `--color`", words.colour);
  if (!colour) return colour.error();
  const auto fail_on = word_in<std::optional<Severity>>(fail_words, "value of `--fail-on`", words.fail_on);
  if (!fail_on) return fail_on.error();
  std::optional<engine::PathQuestion> question;
  if (command == Command::debug && words.stage == path_stage) {
    auto asked = question_from(words.paths);
    if (!asked) return asked.error();
    question = std::move(asked).value();
    words.stage = stages.front().first;
  }
  const auto stage = stage_from(words.stage);
  if (!stage) return stage.error();
  const auto graph = graph_output_from(words.graph_format);
  if (!graph) return graph.error();
  const std::string_view otherwise = command == Command::inventory ? "inventory" : words.diff ? "" : "text";
  auto outputs = outputs_from(words.formats, otherwise);
  if (!outputs) return outputs.error();
  auto variables = variables_from(words.variables);
  if (!variables) return variables.error();
  if (auto error = wrong_date("--subscription-created", words.subscription_created)) return *error;
  if (auto error = wrong_date("--as-of", words.as_of)) return *error;
  if (words.configuration_file && words.no_configuration) {
    return Error{"`--config` and `--no-config` exclude each other"};
  }
  const auto repair = repair_from(words);
  if (!repair) return repair.error();
  if (auto error = empty_list("--select", words.select)) return *error;
  if (auto error = empty_list("--ignore", words.ignore)) return *error;
  const auto client_process = process_from(words.client_process);
  if (!client_process) return client_process.error();
  if (words.paths.empty()) words.paths.emplace_back(".");
  return Options{.command = command,
                 .paths = std::move(words.paths),
                 .subscription = std::move(words.subscription),
                 .subscription_created = std::move(words.subscription_created),
                 .subscription_info = std::move(words.subscription_info),
                 .port_25_exempt = words.port_25_exempt,
                 .git_index = words.git_index,
                 .variables = std::move(variables).value(),
                 .variable_files = std::move(words.variable_files),
                 .parameter_files = std::move(words.parameter_files),
                 .platform = *platform,
                 .policy_edition = std::move(words.policy_edition),
                 .as_of = std::move(words.as_of),
                 .outputs = std::move(outputs).value(),
                 .fail_on = *fail_on,
                 .colour = *colour,
                 .rules_folder = std::move(words.rules_folder),
                 .configuration_file = std::move(words.configuration_file),
                 .search_configuration = !words.no_configuration,
                 .repair = *repair,
                 .select = split_at_commas(words.select),
                 .ignore = split_at_commas(words.ignore),
                 .subject = std::move(words.subject),
                 .stage = *stage,
                 .question = std::move(question),
                 .graph = *graph,
                 .client_process = *client_process};
}

}  // namespace smtplint::cli
