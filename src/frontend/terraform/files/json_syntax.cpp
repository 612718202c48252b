#include "frontend/terraform/files/json_syntax.h"

#include <algorithm>
#include <array>

#include "frontend/terraform/evaluation/expression_copy.h"

namespace smtplint::terraform {
namespace {

/// A block of the language: how many labels it has, and whether its content is one more level of such blocks.
struct BlockRow {
  std::string_view parent;  ///< empty: at the top
  std::string_view name;
  unsigned labels;
};

constexpr std::array block_rows{
    BlockRow{"", "resource", 2},
    BlockRow{"", "data", 2},
    BlockRow{"", "ephemeral", 2},
    BlockRow{"", "module", 1},
    BlockRow{"", "variable", 1},
    BlockRow{"", "output", 1},
    BlockRow{"", "provider", 1},
    BlockRow{"", "locals", 0},
    BlockRow{"", "terraform", 0},
    BlockRow{"", "moved", 0},
    BlockRow{"", "import", 0},
    BlockRow{"", "removed", 0},
    BlockRow{"", "check", 1},
    BlockRow{"terraform", "backend", 1},
    BlockRow{"terraform", "cloud", 0},
    BlockRow{"terraform", "required_providers", 0},
    BlockRow{"variable", "validation", 0},
    BlockRow{"resource", "lifecycle", 0},
    BlockRow{"resource", "connection", 0},
    BlockRow{"resource", "provisioner", 1},
    BlockRow{"resource", "dynamic", 1},
    BlockRow{"data", "lifecycle", 0},
    BlockRow{"data", "dynamic", 1},
    BlockRow{"dynamic", "content", 0},
    BlockRow{"content", "dynamic", 1},
};

const BlockRow* block_row(std::string_view parent, std::string_view name) {
  const auto row = std::ranges::find_if(
      block_rows, [&](const BlockRow& one) { return one.parent == parent && one.name == name; });
  return row == block_rows.end() ? nullptr : &*row;
}

Span without_quotes(Span span) { return span.length() < 2 ? span : Span{span.begin + 1, span.end - 1}; }

}  // namespace

class JsonBodyBuilder {
 public:
  JsonBodyBuilder(JsonConfiguration& configuration, const hcl::ParseLimits& limits)
      : to_(configuration), limits_(limits) {}

  void build(JsonConfiguration::Kind kind) {
    const json::Node* root = to_.tree_->root();
    if (root == nullptr) return;
    if (root->kind != json::NodeKind::object) {
      to_.errors_.push_back({root->span, "a configuration must be a JSON object"});
      return;
    }
    to_.body_ = kind == JsonConfiguration::Kind::variables ? attributes_of(*root) : body(*root, "");
  }

 private:
  [[nodiscard]] hcl::Body attributes_of(const json::Node& object) {
    std::vector<hcl::Attribute> attributes;
    for (const json::Member& member : object.members) attributes.push_back(attribute(member));
    return {kept_in(to_.arena_, attributes), {}, object.span};
  }

  [[nodiscard]] hcl::Attribute attribute(const json::Member& member) {
    const Span span{member.name_span.begin, member.value->span.end};
    return {member.name, member.name_span, expression(*member.value), span};
  }

  [[nodiscard]] hcl::Body body(const json::Node& object, std::string_view parent) {
    std::vector<hcl::Attribute> attributes;
    std::vector<hcl::Block> blocks;
    for (const json::Member& member : object.members) {
      if (member.name == "//") continue;
      if (const BlockRow* row = block_row(parent, member.name)) {
        std::vector<hcl::Label> labels;
        add_blocks({member.name, member.name_span, row->labels}, *member.value, labels, blocks);
      } else if (parent.empty()) {
        to_.errors_.push_back(
            {member.name_span, "there is no block type `" + std::string(member.name) + "`"});
      } else {
        attributes.push_back(attribute(member));
        if (parent == "variable" && member.name == "type") attributes.back().value = type_text(*member.value);
      }
    }
    return {kept_in(to_.arena_, attributes), kept_in(to_.arena_, blocks), object.span};
  }

  struct Header {
    std::string_view type;
    Span type_span;
    unsigned labels = 0;
  };

  void add_blocks(const Header& header, const json::Node& node, std::vector<hcl::Label>& labels,
                  std::vector<hcl::Block>& blocks) {
    if (node.kind == json::NodeKind::array) {
      for (const json::Node* item : node.items) {
        if (item->kind != json::NodeKind::array) add_blocks(header, *item, labels, blocks);
      }
      return;
    }
    if (node.kind != json::NodeKind::object) return;
    if (labels.size() < header.labels) {
      for (const json::Member& member : node.members) {
        if (member.name == "//") continue;
        labels.push_back({member.name, member.name_span});
        add_blocks(header, *member.value, labels, blocks);
        labels.pop_back();
      }
      return;
    }
    const Span header_span = labels.empty() ? header.type_span : labels.back().span;
    blocks.push_back({header.type, header.type_span, kept_in(to_.arena_, labels), body(node, header.type),
                      header_span, node.span});
  }

  [[nodiscard]] hcl::Expr* make(hcl::ExprKind kind, Span span) {
    auto* expr = new (to_.arena_.allocate(sizeof(hcl::Expr), alignof(hcl::Expr))) hcl::Expr{};
    expr->kind = kind;
    expr->span = span;
    return expr;
  }

  [[nodiscard]] const hcl::Expr* expression(const json::Node& node) {
    switch (node.kind) {
      case json::NodeKind::error:
        return make(hcl::ExprKind::error, node.span);
      case json::NodeKind::null:
        return make(hcl::ExprKind::null, node.span);
      case json::NodeKind::boolean: {
        hcl::Expr* expr = make(hcl::ExprKind::boolean, node.span);
        expr->boolean = node.boolean;
        return expr;
      }
      case json::NodeKind::number: {
        hcl::Expr* expr = make(hcl::ExprKind::number, node.span);
        expr->name = node.text;
        return expr;
      }
      case json::NodeKind::string:
        return string(node);
      case json::NodeKind::array:
        return tuple(node);
      case json::NodeKind::object:
        return object(node);
    }
    return make(hcl::ExprKind::error, node.span);
  }

  [[nodiscard]] const hcl::Expr* tuple(const json::Node& node) {
    std::vector<const hcl::Expr*> children;
    for (const json::Node* item : node.items) children.push_back(expression(*item));
    hcl::Expr* expr = make(hcl::ExprKind::tuple, node.span);
    expr->children = kept_in(to_.arena_, children);
    return expr;
  }

  [[nodiscard]] const hcl::Expr* object(const json::Node& node) {
    std::vector<hcl::ObjectItem> items;
    for (const json::Member& member : node.members) {
      hcl::Expr* key = make(hcl::ExprKind::variable, member.name_span);
      key->name = member.name;
      key->name_span = member.name_span;
      items.push_back({key, expression(*member.value), true});
    }
    hcl::Expr* expr = make(hcl::ExprKind::object, node.span);
    expr->items = kept_in(to_.arena_, items);
    return expr;
  }

  [[nodiscard]] const hcl::Expr* string(const json::Node& node) {
    const bool plain =
        node.text.find("${") == std::string_view::npos && node.text.find("%{") == std::string_view::npos;
    if (plain) return plain_string(node);
    return copied(node, hcl::parse_template(node.text, limits_));
  }

  [[nodiscard]] const hcl::Expr* copied(const json::Node& node, std::shared_ptr<const hcl::Tree> tree) {
    const ExpressionCopy mapped(to_.arena_, node);
    for (const hcl::SyntaxError& error : tree->errors()) to_.errors_.push_back({node.span, error.message});
    const hcl::Expr* expr = mapped.copy(tree->expression());
    to_.templates_.push_back(std::move(tree));
    return expr == nullptr ? make(hcl::ExprKind::error, node.span) : expr;
  }

  /// A variable's type stands as text in a JSON string: `"list(string)"`.
  [[nodiscard]] const hcl::Expr* type_text(const json::Node& node) {
    if (node.kind != json::NodeKind::string) return expression(node);
    return copied(node, hcl::parse_expression(node.text, limits_));
  }

  [[nodiscard]] const hcl::Expr* plain_string(const json::Node& node) {
    std::vector<hcl::TemplatePart> parts;
    for (const json::StringPart& part : node.parts) {
      hcl::TemplatePart copied;
      copied.kind = part.decoded.empty() ? hcl::PartKind::verbatim : hcl::PartKind::escape;
      copied.span = part.span;
      copied.decoded = part.decoded;
      parts.push_back(copied);
    }
    hcl::Expr* expr = make(hcl::ExprKind::string, node.span);
    expr->name_span = without_quotes(node.span);
    expr->parts = kept_in(to_.arena_, parts);
    return expr;
  }

  JsonConfiguration& to_;
  hcl::ParseLimits limits_;
};

JsonConfiguration::JsonConfiguration(std::string_view text, Kind kind, const hcl::ParseLimits& limits)
    : tree_(json::parse(text, limits)) {
  for (const json::SyntaxError& error : tree_->errors()) errors_.push_back({error.span, error.message});
  JsonBodyBuilder(*this, limits).build(kind);
}

}  // namespace smtplint::terraform
