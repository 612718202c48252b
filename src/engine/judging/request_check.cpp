#include "engine/judging/request_check.h"

#include <optional>

#include "engine/languages/limits.h"
#include "frontend/arm/arm.h"
#include "frontend/bicep/bicep.h"
#include "frontend/terraform/terraform.h"

namespace smtplint::engine {
namespace {

std::optional<Error> wrong_edition(const Request& request, const knowledge::PolicyTable& policy) {
  if (request.policy_edition && policy.by_id(*request.policy_edition) == nullptr) {
    return Error{"there is no policy edition `" + *request.policy_edition + "`"};
  }
  if (request.as_of && policy.as_of(*request.as_of) == nullptr) {
    return Error{"there is no policy edition as old as " + *request.as_of};
  }
  return std::nullopt;
}

/// A file that the user names must be what the user takes it for.
std::optional<Error> wrong_parameter_file(const Request& request, const FileSystem& files,
                                          const knowledge::Limits& limits) {
  for (const std::string& path : request.parameter_files) {
    const auto text = files.read(path, limits.file_bytes);
    if (!text) return Error{"`--parameters`: " + text.error().message};
    const bool parameters =
        bicep::is_parameter_file(path) || arm::is_parameter_file(*text, evaluation_limits(limits));
    if (!parameters) return Error{"`--parameters`: `" + path + "` is no parameter file of a template"};
  }
  return std::nullopt;
}

std::optional<Error> wrong_variable_file(const Request& request, const FileSystem& files,
                                         const knowledge::Limits& limits) {
  for (const std::string& path : request.variable_files) {
    auto bytes = files.read(path, limits.file_bytes);
    if (!bytes) return Error{"`--var-file`: " + bytes.error().message};
    const auto source = decode_source(path, std::move(bytes).value());
    if (!source) return Error{"`--var-file`: " + source.error().message};
    if (!terraform::assigns_variables(path, (*source)->text()))
      return Error{"`--var-file`: `" + path + "` is no file of variables"};
  }
  return std::nullopt;
}

}  // namespace

Result<policy::SubscriptionRequest> check_request(const Request& request, const FileSystem& files,
                                                  const knowledge::Catalogue& catalogue) {
  if (auto error = wrong_edition(request, catalogue.policy())) return *error;
  if (auto error = wrong_parameter_file(request, files, catalogue.limits())) return *error;
  if (auto error = wrong_variable_file(request, files, catalogue.limits())) return *error;
  const SubscriptionOptions& options = request.subscription;
  if (options.type && catalogue.subscriptions().find(*options.type) == nullptr) {
    return Error{"there is no subscription type `" + *options.type + "`"};
  }
  policy::SubscriptionRequest subscription;
  subscription.type = options.type;
  subscription.created = options.created;
  subscription.exempt = options.exempt;
  if (options.info) {
    auto info = policy::parse_subscription_info(*options.info);
    if (!info) return info.error();
    subscription.info = std::move(info).value();
  }
  return subscription;
}

}  // namespace smtplint::engine
