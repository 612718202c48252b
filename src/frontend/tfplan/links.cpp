#include "frontend/tfplan/links.h"

#include <algorithm>
#include <array>

namespace smtplint::tfplan {
namespace {

/// From module to module, so that modules that hand things round end.
constexpr unsigned most_steps = 64;

/// What says which instance is meant, or where files stand, and is no part of what is referred to.
constexpr std::array<std::string_view, 7> beside_the_point{
    "each.key", "each.value", "count.index", "path.module", "path.root", "path.cwd", "terraform.workspace"};

/// The key of the instance itself. `each.value` is that of a set alone, which the configuration does not
/// tell.
bool is_own_key(std::string_view reference) { return reference == "each.key" || reference == "count.index"; }

/// `a.b` is a shorter form of `a.b.c` and `a.b["x"]`.
bool is_part_of(std::string_view shorter, std::string_view longer) {
  return longer.size() > shorter.size() && longer.starts_with(shorter) &&
         (longer[shorter.size()] == '.' || longer[shorter.size()] == '[');
}

std::string_view rest_behind(std::string_view reference, const std::vector<AddressPart>& parts,
                             std::size_t count) {
  if (parts.size() <= count) return {};
  return reference.substr(static_cast<std::size_t>(parts[count].name.data() - reference.data()));
}

std::optional<Symbol> with_rest(std::optional<Symbol> symbol, std::string_view rest) {
  if (symbol) symbol->path = joined(symbol->path, rest);
  return symbol;
}

}  // namespace

std::vector<std::string_view> references_of(const json::Node* expression) {
  std::vector<std::string_view> references;
  const json::Node* list = expression == nullptr ? nullptr : expression->find("references");
  if (list == nullptr) return references;
  for (const json::Node* one : list->items) references.push_back(one->text);
  return references;
}

std::vector<std::string_view> distinct(std::span<const std::string_view> references) {
  std::vector<std::string_view> kept;
  for (const std::string_view one : references) {
    const bool beside = std::ranges::find(beside_the_point, one) != beside_the_point.end();
    const bool shorter =
        std::ranges::any_of(references, [one](auto other) { return is_part_of(one, other); });
    const bool again = std::ranges::find(kept, one) != kept.end();
    if (!beside && !shorter && !again) kept.push_back(one);
  }
  return kept;
}

Links::Links(const PlanFile& plan, const std::vector<const ListedResource*>& resources) : plan_(plan) {
  for (const ListedResource* one : resources) {
    addresses_.insert(one->address);
    std::string module = parse_address(one->address).module;
    if (!module.empty()) modules_.insert(std::move(module));
  }
}

const ConfiguredModule* Links::module(std::string_view address) const {
  if (plan_.index.modules.empty()) return nullptr;
  const ConfiguredModule* at = &plan_.index.modules.front();
  const std::vector<AddressPart> parts = address_parts(address);
  for (std::size_t i = 1; i < parts.size() && at != nullptr; i += 2) {
    const auto call = at->calls.find(parts[i].name);
    at = call == at->calls.end() ? nullptr : call->second.module;
  }
  return at;
}

std::optional<Symbol> Links::symbol(std::span<const std::string_view> references, const Owner& owner) const {
  return single(references, owner, 0);
}

std::optional<Symbol> Links::single(std::span<const std::string_view> references, const Owner& owner,
                                    unsigned steps) const {
  const std::vector<std::string_view> kept = distinct(references);
  if (kept.size() != 1) return std::nullopt;
  return follow(kept.front(), owner, std::ranges::any_of(references, is_own_key), steps);
}

std::vector<Symbol> Links::symbols(std::span<const std::string_view> references, const Owner& owner) const {
  std::vector<Symbol> found;
  for (const std::string_view reference : distinct(references)) {
    std::optional<Symbol> one = follow(reference, owner, false, 0);
    if (!one) return {};
    found.push_back(std::move(*one));
  }
  return found;
}

std::optional<Symbol> Links::follow(std::string_view reference, const Owner& owner, bool by_key,
                                    unsigned steps) const {
  const std::vector<AddressPart> parts = address_parts(reference);
  if (parts.size() < 2 || steps > most_steps) return std::nullopt;
  const std::string_view root = parts.front().name;
  if (root == "var")
    return with_rest(argument(parts[1].name, owner, steps + 1), rest_behind(reference, parts, 2));
  if (root == "module") {
    return with_rest(output(parts, owner, by_key, steps + 1), rest_behind(reference, parts, 3));
  }
  if (root == "local" || root == "each" || root == "self") return std::nullopt;
  return resource(reference, owner, by_key);
}

/// One expression of an object of expressions, or the whole part where no name is given.
std::optional<Symbol> Links::follow_part(Span part, std::string_view name, const Owner& owner,
                                         unsigned steps) const {
  if (part.length() == 0) return std::nullopt;
  const auto tree = plan_.parse(part);
  const json::Node* node = tree->root();
  if (node != nullptr && !name.empty()) node = node->find(name);
  return single(references_of(node), owner, steps);
}

/// What the caller of the owner's module hands over under a name.
std::optional<Symbol> Links::argument(std::string_view name, const Owner& owner, unsigned steps) const {
  const std::vector<AddressPart> parts = address_parts(owner.module);
  if (parts.size() < 2) return std::nullopt;
  Owner caller{owner.module, std::string(parts.back().key)};
  const std::size_t tail =
      parts.size() == 2
          ? 0
          : static_cast<std::size_t>(parts[parts.size() - 2].name.data() - owner.module.data()) - 1;
  caller.module.resize(tail);
  const ConfiguredModule* const outer = module(caller.module);
  if (outer == nullptr) return std::nullopt;
  const auto call = outer->calls.find(parts.back().name);
  if (call == outer->calls.end()) return std::nullopt;
  return follow_part(call->second.expressions, name, caller, steps);
}

/// `module.net["x"].subnet_id`
std::optional<Symbol> Links::output(const std::vector<AddressPart>& parts, const Owner& owner, bool by_key,
                                    unsigned steps) const {
  if (parts.size() < 3) return std::nullopt;
  const std::string bare = joined(owner.module, "module." + std::string(parts[1].name));
  Owner inner{bare + std::string(parts[1].key), {}};
  if (by_key && parts[1].key.empty() && modules_.contains(bare + owner.key)) inner.module = bare + owner.key;
  const ConfiguredModule* const called = module(inner.module);
  if (called == nullptr) return std::nullopt;
  const auto found = called->outputs.find(parts[2].name);
  if (found == called->outputs.end()) return std::nullopt;
  return follow_part(found->second, {}, inner, steps);
}

/// The instance that is named; without a key that is known, all instances of that name.
Symbol Links::resource(std::string_view reference, const Owner& owner, bool by_key) const {
  const Address named = parse_address(reference);
  const std::string bare = joined(owner.module, named.local);
  Symbol symbol{bare + std::string(named.key), std::string(named.path)};
  if (by_key && named.key.empty() && contains(bare + owner.key)) symbol.address = bare + owner.key;
  return symbol;
}

}  // namespace smtplint::tfplan
