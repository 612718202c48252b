#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "frontend/tfplan/address.h"
#include "frontend/tfplan/plan_file.h"
#include "resource/address.h"

namespace smtplint::tfplan {

/// Something of another resource: `azurerm_subnet.a`, `id`.
struct Symbol {
  std::string address;
  std::string path;  ///< empty where the configuration only names the resource
};

/// Whose expression it is: the instance of its module, and the key that `each.key` or `count.index` stand
/// for.
struct Owner {
  std::string module;
  std::string key;  ///< `["a"]`; empty without
};

/// Follows the references of a plan's configuration: through arguments of modules up, through outputs down,
/// to the resource that they mean. Local values are not in a plan; what goes through them is not known.
class Links {
 public:
  Links(const PlanFile& plan, const std::vector<const ListedResource*>& resources);

  /// What an expression with these references comes to, if they name one thing alone.
  [[nodiscard]] std::optional<Symbol> symbol(std::span<const std::string_view> references,
                                             const Owner& owner) const;
  /// All resources that are named, where each reference means one.
  [[nodiscard]] std::vector<Symbol> symbols(std::span<const std::string_view> references,
                                            const Owner& owner) const;
  /// The configuration of a module's instance; nullptr where there is none.
  [[nodiscard]] const ConfiguredModule* module(std::string_view address) const;
  [[nodiscard]] bool contains(std::string_view address) const { return addresses_.contains(address); }

 private:
  [[nodiscard]] std::optional<Symbol> follow(std::string_view reference, const Owner& owner, bool by_key,
                                             unsigned steps) const;
  [[nodiscard]] std::optional<Symbol> follow_part(Span part, std::string_view name, const Owner& owner,
                                                  unsigned steps) const;
  [[nodiscard]] std::optional<Symbol> argument(std::string_view name, const Owner& owner,
                                               unsigned steps) const;
  [[nodiscard]] std::optional<Symbol> output(const std::vector<AddressPart>& parts, const Owner& owner,
                                             bool by_key, unsigned steps) const;
  [[nodiscard]] Symbol resource(std::string_view reference, const Owner& owner, bool by_key) const;
  [[nodiscard]] std::optional<Symbol> single(std::span<const std::string_view> references, const Owner& owner,
                                             unsigned steps) const;

  const PlanFile& plan_;
  std::unordered_set<std::string_view> addresses_;
  std::unordered_set<std::string> modules_;  ///< addresses of instances
};

/// The references of an expression of the configuration; none where it has none or is a block.
[[nodiscard]] std::vector<std::string_view> references_of(const json::Node* expression);
/// Those that stand for themselves: without the shorter forms that Terraform lists behind each, and without
/// what only tells which instance is meant (`each.key`).
[[nodiscard]] std::vector<std::string_view> distinct(std::span<const std::string_view> references);

}  // namespace smtplint::tfplan
