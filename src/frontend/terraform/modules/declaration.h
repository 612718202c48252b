#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/terraform/evaluation/type_constraint.h"
#include "frontend/terraform/files/document.h"
#include "syntax/hcl/tree.h"

namespace smtplint::terraform {

/// An attribute or block and the text that it stands in: overrides mix several files in one declaration.
struct AttributeRef {
  const Document* document = nullptr;
  const hcl::Attribute* attribute = nullptr;

  [[nodiscard]] bool written() const { return attribute != nullptr; }
  [[nodiscard]] Place name_place() const { return document->place(attribute->name_span); }
  [[nodiscard]] Place value_place() const { return document->place(attribute->value->span); }
};

struct BlockRef {
  const Document* document = nullptr;
  const hcl::Block* block = nullptr;

  [[nodiscard]] Place header_place() const { return document->place(block->header); }
};

/// An attribute, or all blocks of one type.
struct Property {
  std::string_view name;
  AttributeRef attribute;
  std::vector<BlockRef> blocks;  ///< `dynamic` ones stand among the others
  Place place;                   ///< of the name where it is first written
};

/// A block at the top of a module, with its overrides merged in.
struct Declaration {
  std::string_view type;  ///< of a resource: the first label; of a provider: its alias
  std::string_view name;  ///< the last label
  const Document* document = nullptr;
  Place place;  ///< of the block's type and labels
  std::vector<AttributeRef> attributes;
  std::vector<BlockRef> blocks;

  [[nodiscard]] AttributeRef attribute(std::string_view wanted) const;
};

/// A declaration with arguments of its own: resource, data source, provider, module call.
struct Configured : Declaration {
  AttributeRef count;
  AttributeRef for_each;
  std::vector<Property> properties;  ///< without meta-arguments, in the order of the source

  /// The index of a property, or -1.
  [[nodiscard]] int property_index(std::string_view wanted) const;
};

enum class Mode { managed, data };

struct ResourceDeclaration : Configured {
  Mode mode = Mode::managed;
  AttributeRef provider;
};

struct ProviderDeclaration : Configured {};

struct CallDeclaration : Configured {
  std::string source;  ///< as written; the expression's text where it is no literal
  bool literal_source = false;
  AttributeRef providers;
};

struct VariableDeclaration : Declaration {
  TypeConstraint type;
  AttributeRef fallback;
  bool nullable = true;
  bool sensitive = false;
};

struct OutputDeclaration : Declaration {
  AttributeRef value;
  bool sensitive = false;
};

struct LocalDeclaration {
  std::string_view name;
  AttributeRef value;
};

/// The name that a `dynamic` block makes blocks of; the type of any other block.
[[nodiscard]] std::string_view block_name(const hcl::Block& block);
/// The text of a string literal, a bare name, or a reference such as `azurerm.hub`; empty for anything else.
[[nodiscard]] std::string keyword_text(const Document& document, const hcl::Expr& expr);
/// The text of a string without interpolation.
[[nodiscard]] bool literal_text(const Document& document, const hcl::Expr& expr, std::string& text);

}  // namespace smtplint::terraform
