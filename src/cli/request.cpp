#include "cli/request.h"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <sstream>

#include "base/disk_file_system.h"
#include "base/letter_case.h"
#include "cli/wording.h"

namespace smtplint::cli {
namespace {

constexpr std::uint64_t largest_file = 1u << 20u;

Result<std::string> subscription_id(std::string_view word, const knowledge::SubscriptionTable& table) {
  if (const knowledge::SubscriptionType* type = table.find(word)) return type->id;
  const knowledge::SubscriptionType* nearest = table.nearest(word);
  return Error{"unknown subscription type " + backticked(word) +
               (nearest != nullptr ? "; did you mean " + backticked(nearest->id) + "?"
                                   : "; `smtplint subscriptions` lists them")};
}

/// A file that the user names, wherever it is.
Result<std::string> text_of_file(std::string_view option, const std::string& path) {
  const auto wrong = [option](const std::string& why) {
    return Error{"`" + std::string(option) + "`: " + why};
  };
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::canonical(path, failed);
  if (failed) {
    const bool there = std::filesystem::exists(path, failed);
    return wrong(there ? backticked(path) + " is no regular file" : missing_path(path).message);
  }
  if (std::filesystem::is_directory(real, failed)) return wrong(backticked(path) + " is a folder");
  const auto text = DiskFileSystem(real.parent_path()).read(real.filename().string(), largest_file);
  return text ? text : wrong(shown(text.error().message));
}

/// Ids for ids and names of rules, in any case; prefixes of ids stay such. Fails where a word means no rule.
Result<std::vector<std::string>> rule_words(std::string_view option, const std::vector<std::string>& words,
                                            const std::vector<knowledge::Check>& checks) {
  std::vector<std::string> ids;
  std::vector<std::string_view> names;
  for (const knowledge::Check& check : checks) names.insert(names.end(), {check.info.id, check.info.name});
  for (const std::string& word : words) {
    const auto named = std::ranges::find_if(
        checks, [&](const auto& check) { return equal_ignoring_case(check.info.name, word); });
    const auto begins = std::ranges::find_if(checks, [&](const auto& check) {
      return equal_ignoring_case(std::string_view(check.info.id).substr(0, word.size()), word);
    });
    if (named == checks.end() && begins == checks.end()) {
      return Error{unknown_word("rule for `" + std::string(option) + "`", word, names)};
    }
    ids.push_back(named == checks.end() ? begins->info.id.substr(0, word.size()) : named->info.id);
  }
  return ids;
}

std::optional<Error> read_subscription(const Options& options, const knowledge::Catalogue& catalogue,
                                       engine::SubscriptionOptions& subscription) {
  subscription.created = options.subscription_created;
  subscription.exempt = options.port_25_exempt;
  if (options.subscription) {
    auto id = subscription_id(*options.subscription, catalogue.subscriptions());
    if (!id) return id.error();
    subscription.type = std::move(id).value();
  }
  if (options.subscription_info) {
    auto text = text_of_file("--subscription-info", *options.subscription_info);
    if (!text) return text.error();
    subscription.info = std::move(text).value();
  }
  return std::nullopt;
}

std::optional<Error> read_paths(const std::vector<std::string>& files, const Workspace& workspace,
                                std::vector<std::string>& paths) {
  for (const std::string& file : files) {
    auto path = path_in(workspace, file);
    if (!path) return path.error();
    paths.push_back(std::move(path).value());
  }
  return std::nullopt;
}

/// The named file with its path from the workspace, as findings in it are shown.
std::optional<Error> read_configuration(const Options& options, const Workspace& workspace,
                                        engine::ConfigurationChoice& choice) {
  choice.search = options.search_configuration;
  if (!options.configuration_file) return std::nullopt;
  auto text = text_of_file("--config", *options.configuration_file);
  if (!text) return text.error();
  std::error_code failed;
  const std::filesystem::path file = std::filesystem::canonical(*options.configuration_file, failed);
  choice.file = {file.lexically_relative(workspace.root).generic_string(), "", std::move(text).value()};
  return std::nullopt;
}

}  // namespace

std::string today() {
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  std::ostringstream text;
  text << std::setfill('0') << std::setw(4) << static_cast<int>(day.year()) << '-' << std::setw(2)
       << static_cast<unsigned>(day.month()) << '-' << std::setw(2) << static_cast<unsigned>(day.day());
  return text.str();
}

Result<const knowledge::Edition*> chosen_edition(const Options& options,
                                                 const knowledge::PolicyTable& policy) {
  const knowledge::Edition* edition = options.as_of ? policy.as_of(*options.as_of) : &policy.newest();
  if (edition == nullptr) {
    return Error{"`--as-of " + *options.as_of + "` is before the first edition of the policy (" +
                 policy.editions().front().date + ")"};
  }
  if (!options.policy_edition) return edition;
  if (const knowledge::Edition* named = policy.by_id(*options.policy_edition)) return named;
  std::string ids;  // which are too short for one to be near another
  for (const knowledge::Edition& known : policy.editions())
    ids += (ids.empty() ? "`" : ", `") + known.id + "`";
  return Error{"unknown policy edition " + backticked(*options.policy_edition) + "; it is one of " + ids};
}

Result<engine::Request> request_from(const Options& options, const Workspace& workspace,
                                     const std::string& module_cache, const knowledge::Catalogue& catalogue) {
  engine::Request request;
  request.module_cache = module_cache;
  request.paths = workspace.paths;
  request.variables = options.variables;
  request.platform = options.platform;
  request.today = today();
  request.fixes = options.command == Command::check;
  if (auto error = read_subscription(options, catalogue, request.subscription)) return *error;
  if (auto error = read_configuration(options, workspace, request.configuration)) return *error;
  if (auto error = read_paths(options.variable_files, workspace, request.variable_files)) return *error;
  if (auto error = read_paths(options.parameter_files, workspace, request.parameter_files)) return *error;
  const auto edition = chosen_edition(options, catalogue.policy());
  if (!edition) return edition.error();
  if (options.policy_edition) request.policy_edition = (*edition)->id;
  request.as_of = options.as_of;
  auto select = rule_words("--select", options.select, catalogue.checks());
  if (!select) return select.error();
  auto ignore = rule_words("--ignore", options.ignore, catalogue.checks());
  if (!ignore) return ignore.error();
  request.select = std::move(select).value();
  request.ignore = std::move(ignore).value();
  return request;
}

}  // namespace smtplint::cli
