#include "frontend/terraform/evaluation/functions.h"

#include <algorithm>
#include <vector>

#include "frontend/terraform/functions/signature.h"

namespace smtplint::terraform {
namespace {

/// Names that the evaluator itself understands, because their arguments are not evaluated as others are.
constexpr std::string_view forms[] = {"can", "templatestring", "try"};
/// Their arguments are types, or their results.
constexpr std::string_view about_types[] = {"convert", "type"};
/// Once part of the language; Terraform knows them only to refuse them.
constexpr std::string_view removed[] = {"list", "map"};

std::string_view plain_name(std::string_view name) {
  constexpr std::string_view core = "core::";
  return name.starts_with(core) ? name.substr(core.size()) : name;
}

const functions::Signature* find(std::string_view name) {
  const auto all = functions::signatures();
  const auto found = std::ranges::lower_bound(all, plain_name(name), {}, &functions::Signature::name);
  return found != all.end() && found->name == plain_name(name) ? &*found : nullptr;
}

bool in(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, plain_name(name)) != names.end();
}

}  // namespace

Value call_function(std::string_view name, std::span<const Value> arguments, CallContext& context) {
  if (const functions::Signature* signature = find(name)) {
    return functions::call_with(*signature, arguments, context);
  }
  const bool elsewhere = name.starts_with("provider::") || in(forms, name) || in(about_types, name);
  const ReasonKind kind = elsewhere ? ReasonKind::unsupported_function : ReasonKind::evaluation_error;
  return context.store.unknown(kind, name, context.place);
}

bool is_function(std::string_view name) {
  return find(name) != nullptr || in(forms, name) || in(about_types, name) || in(removed, name);
}

std::span<const FunctionSupport> function_support() {
  static const auto all = [] {
    std::vector<FunctionSupport> support;
    for (const functions::Signature& signature : functions::signatures()) {
      support.push_back({signature.name, signature.never_computed()});
    }
    for (const std::string_view name : forms) support.push_back({name, std::nullopt});
    for (const std::string_view name : about_types)
      support.push_back({name, ReasonKind::unsupported_function});
    for (const std::string_view name : removed) support.push_back({name, ReasonKind::evaluation_error});
    std::ranges::sort(support, {}, &FunctionSupport::name);
    return support;
  }();
  return all;
}

}  // namespace smtplint::terraform
