#include "frontend/terraform/modules/declaration.h"

#include <algorithm>

namespace smtplint::terraform {

AttributeRef Declaration::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find_if(
      attributes, [wanted](const AttributeRef& one) { return one.attribute->name == wanted; });
  return found == attributes.end() ? AttributeRef{} : *found;
}

int Configured::property_index(std::string_view wanted) const {
  const auto found = std::ranges::find(properties, wanted, &Property::name);
  return found == properties.end() ? -1 : static_cast<int>(found - properties.begin());
}

std::string_view block_name(const hcl::Block& block) {
  return block.type == "dynamic" && !block.labels.empty() ? block.labels.front().text : block.type;
}

bool literal_text(const Document& document, const hcl::Expr& expr, std::string& text) {
  if (expr.kind != hcl::ExprKind::string) return false;
  text.clear();
  for (const hcl::TemplatePart& part : expr.parts) {
    if (part.kind == hcl::PartKind::verbatim) {
      text += document.slice(part.span);
    } else if (part.kind == hcl::PartKind::escape) {
      text += part.decoded;
    } else {
      return false;
    }
  }
  return true;
}

std::string keyword_text(const Document& document, const hcl::Expr& expr) {
  std::string text;
  if (literal_text(document, expr, text)) return text;
  if (expr.kind == hcl::ExprKind::variable) return std::string(expr.name);
  if (expr.kind != hcl::ExprKind::attribute || expr.children.front()->kind != hcl::ExprKind::variable)
    return {};
  return std::string(expr.children.front()->name) + "." + std::string(expr.name);
}

}  // namespace smtplint::terraform
