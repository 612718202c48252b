#include "oracles/bicep_pairs/staleness.h"

#include <set>

#include "base/letter_case.h"
#include "syntax/bicep/tree.h"
#include "syntax/json/tree.h"

namespace smtplint::oracle {
namespace {

std::set<std::string> names_of(const bicep::Tree& tree, bicep::StatementKind kind) {
  std::set<std::string> names;
  for (const bicep::Statement& statement : tree.statements())
    if (statement.kind == kind) names.insert(std::string(statement.name));
  return names;
}

std::set<std::string> names_in(const json::Node& root, std::string_view section) {
  std::set<std::string> names;
  const json::Node* declared = root.find(section);
  if (declared == nullptr) return names;
  for (const json::Member& member : declared->members) names.insert(std::string(member.name));
  return names;
}

std::string difference(const std::set<std::string>& source, const std::set<std::string>& compiled) {
  for (const std::string& name : source)
    if (!compiled.contains(name)) return name + " only in the source";
  for (const std::string& name : compiled)
    if (!source.contains(name)) return name + " only in the JSON";
  return {};
}

/// A parameter whose default is a literal text in both, and another one.
std::string changed_default(std::string_view text, const bicep::Tree& tree, const json::Node& root) {
  for (const bicep::Statement& statement : tree.statements()) {
    if (statement.kind != bicep::StatementKind::parameter || statement.value == nullptr) continue;
    const auto source = bicep::plain_text(text, *statement.value);
    const json::Node* parameters = root.find("parameters");
    const json::Node* declared = parameters == nullptr ? nullptr : parameters->find(statement.name);
    const json::Node* value = declared == nullptr ? nullptr : declared->find("defaultValue");
    const bool literal =
        source && value != nullptr && value->kind == json::NodeKind::string && !value->text.starts_with('[');
    if (literal && *source != value->text) return std::string(statement.name) + " has another default";
  }
  return {};
}

/// A type with its version that the JSON has not, at any depth.
std::string missing_type(std::string_view text, const bicep::Tree& tree, std::string_view written) {
  const std::string json = lower_case(written);
  for (const bicep::Statement& statement : tree.statements()) {
    if (statement.kind != bicep::StatementKind::resource || statement.text == nullptr || statement.existing)
      continue;
    const std::string type = lower_case(bicep::plain_text(text, *statement.text).value_or(""));
    const std::size_t at = type.find('@');
    if (at == std::string::npos) continue;
    const bool there = json.find('"' + type.substr(0, at) + '"') != std::string_view::npos &&
                       json.find('"' + type.substr(at + 1) + '"') != std::string_view::npos;
    if (!there) return type + " is not in the JSON";
  }
  return {};
}

/// Signs that expressions of templates double or escape.
std::string without_signs(std::string_view text) {
  std::string plain(text);
  std::erase_if(plain, [](char c) { return std::string_view("'{}\r").find(c) != std::string_view::npos; });
  return plain;
}

void add_strings(const json::Node& node, std::string& all) {
  if (node.kind == json::NodeKind::string) all += without_signs(node.text) + '\n';
  for (const json::Node* item : node.items) add_strings(*item, all);
  for (const json::Member& member : node.members) {
    all += without_signs(member.name) + '\n';
    add_strings(*member.value, all);
  }
}

/// A piece of a string of the source that stands nowhere in the JSON, which has them all.
std::string missing_string(std::string_view text, const bicep::Expr* expr, const std::string& all) {
  constexpr std::size_t telling = 12;
  const bool loads = expr != nullptr && expr->kind == bicep::ExprKind::call && expr->name.starts_with("load");
  if (expr == nullptr || loads) return {};
  for (const bicep::StringPart& part : expr->parts) {
    const bool verbatim = part.kind == bicep::PartKind::verbatim && part.span.length() >= telling;
    const std::string piece = verbatim ? without_signs(text.substr(part.span.begin, part.span.length())) : "";
    if (all.find(piece) == std::string::npos) return piece;
    if (std::string found = missing_string(text, part.expr, all); !found.empty()) return found;
  }
  for (const bicep::Expr* child : expr->children)
    if (std::string found = missing_string(text, child, all); !found.empty()) return found;
  for (const bicep::ObjectItem& item : expr->items)
    if (std::string found = missing_string(text, item.value, all); !found.empty()) return found;
  return {};
}

std::string missing_string(std::string_view text, const bicep::Tree& tree, const json::Node& root) {
  std::string all;
  add_strings(root, all);
  for (const bicep::Statement& statement : tree.statements()) {
    if (statement.kind != bicep::StatementKind::resource || statement.existing) continue;
    if (std::string found = missing_string(text, statement.value, all); !found.empty())
      return "`" + found.substr(0, 60) + "` is not in the JSON";
  }
  return {};
}

}  // namespace

std::string contradiction(std::string_view bicep, std::string_view json) {
  const auto source = bicep::parse(bicep);
  const auto compiled = json::parse(json);
  if (compiled->root() == nullptr) return {};
  const json::Node& root = *compiled->root();
  const std::string parameters =
      difference(names_of(*source, bicep::StatementKind::parameter), names_in(root, "parameters"));
  if (!parameters.empty()) return "parameter " + parameters;
  const std::string outputs =
      difference(names_of(*source, bicep::StatementKind::output), names_in(root, "outputs"));
  if (!outputs.empty()) return "output " + outputs;
  const std::string changed = changed_default(bicep, *source, root);
  if (!changed.empty()) return "parameter " + changed;
  const std::string type = missing_type(bicep, *source, json);
  return type.empty() ? missing_string(bicep, *source, root) : type;
}

}  // namespace smtplint::oracle
