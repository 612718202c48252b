#include <utility>

#include "syntax/program/escape.h"
#include "syntax/program/program_reader.h"

namespace smtplint::program {
namespace {

using syntax::ConcreteNode;

class PhpReader final : public ProgramReader {
 public:
  using ProgramReader::ProgramReader;

 private:
  void statement(ConcreteNode node, const std::string& scope) override {
    if (node.is("expression_statement")) {
      for (const ConcreteNode part : node.parts()) expression_statement(part);
    } else if (node.is("return_statement")) {
      return_statement(node);
    } else if (node.is("if_statement")) {
      if_statement(node, scope);
    } else if (node.is("const_declaration")) {
      for (const ConcreteNode part : node.parts()) constant(part, scope);
    } else if (node.is("property_declaration")) {
      for (const ConcreteNode part : node.parts()) property(part, scope);
    } else if (node.is("class_declaration")) {
      statements(node.field("body"), joined(scope, builder_.slice(node.field("name"))));
    } else if (node.is("method_declaration") || node.is("function_definition")) {
      ++functions_;
      statements(node.field("body"), scope);
      --functions_;
    } else if (node.is("compound_statement") || node.is("colon_block") || node.is("namespace_definition")) {
      statements(node, scope);
    }
  }

  void if_statement(ConcreteNode node, const std::string& scope) {
    TreeBuilder::Arms arms(builder_);
    arms.next();
    arm(node.field("body"), scope);
    for (const ConcreteNode part : node.parts()) {
      if (part.is("else_if_clause")) arms.next();
      if (part.is("else_clause")) arms.last();
      if (part.is("else_if_clause") || part.is("else_clause")) arm(part.field("body"), scope);
    }
  }

  void return_statement(ConcreteNode node) {
    if (functions_ > 0 || node.parts().empty()) return;
    builder_.assign("", node.span(), expression(node.parts().front()));
  }

  void expression_statement(ConcreteNode node) {
    if (node.is("function_call_expression")) builder_.assign("", node.span(), expression(node));
    if (!node.is("assignment_expression")) return;
    const ConcreteNode target = node.field("left");
    if (target.is("variable_name") && functions_ > 0) return;
    const std::string path = path_of(target);
    if (!path.empty()) builder_.assign(path, target.span(), expression(node.field("right")));
  }

  void constant(ConcreteNode element, const std::string& scope) {
    const std::vector<ConcreteNode> parts = element.parts();
    if (!element.is("const_element") || parts.size() != 2) return;
    builder_.assign(joined(scope, builder_.slice(parts[0])), parts[0].span(), expression(parts[1]));
  }

  void property(ConcreteNode element, const std::string& scope) {
    const ConcreteNode name = element.field("name"), value = element.field("default_value");
    if (!element.is("property_element") || !value) return;
    builder_.assign(joined(scope, path_of(name)), name.span(), expression(value));
  }

  /// `$CFG->smtphosts` as `CFG.smtphosts`, `$config['a']['b']` as `config.a.b`; empty for what is no path.
  std::string path_of(ConcreteNode node) override {
    const TreeBuilder::Level level(builder_);
    if (!level.has_room()) return {};
    if (node.is("name") || node.is("qualified_name")) return std::string(builder_.slice(node));
    if (node.is("variable_name")) return std::string(builder_.slice(node).substr(1));
    if (node.is("member_access_expression")) {
      const std::string object = path_of(node.field("object"));
      return object.empty() ? object : joined(object, builder_.slice(node.field("name")));
    }
    const std::vector<ConcreteNode> parts = node.parts();
    if (!node.is("subscript_expression") || parts.size() != 2) return {};
    const std::string object = path_of(parts[0]);
    const Expression* key = expression(parts[1]);
    return object.empty() || key->kind != ExpressionKind::text ? std::string() : joined(object, key->text);
  }

  const Expression* expression(ConcreteNode node) override {
    const TreeBuilder::Level level(builder_);
    if (!level.has_room() || !node) return builder_.other(node ? node.span() : Span{});
    if (node.is("string")) return string(node, quote_escapes);
    if (node.is("encapsed_string")) return string(node, php_escapes);
    if (node.is("integer") || node.is("float"))
      return builder_.as_written(ExpressionKind::number, node.span());
    if (node.is("boolean")) return builder_.as_written(ExpressionKind::boolean, node.span());
    if (node.is("null")) return builder_.as_written(ExpressionKind::null, node.span());
    if (node.is("array_creation_expression")) return array(node);
    if (node.is("function_call_expression")) return call(node);
    if (node.is("subscript_expression")) return index(node);
    if (node.is("conditional_expression")) return conditional(node);
    if (node.is("cast_expression")) return expression(node.field("value"));
    const std::string_view sign = node.is("binary_expression") ? builder_.slice(node.field("operator")) : "";
    if (sign == "??" || sign == "||" || sign == "or")
      return several(ExpressionKind::either, node, {node.field("left"), node.field("right")});
    const bool grouped = node.is("parenthesized_expression") && node.parts().size() == 1;
    return grouped ? expression(node.parts().front()) : name(node);
  }

  /// `a ?: b` is `a` where it holds something.
  const Expression* conditional(ConcreteNode node) {
    const ConcreteNode body = node.field("body"), alternative = node.field("alternative");
    if (body) return several(ExpressionKind::choice, node, {body, alternative});
    return several(ExpressionKind::either, node, {node.field("condition"), alternative});
  }

  const Expression* array(ConcreteNode node) {
    std::vector<const Expression*> items;
    std::vector<Pair> pairs;
    for (const ConcreteNode element : node.parts()) {
      const std::vector<ConcreteNode> parts = element.parts();
      if (parts.size() == 1) items.push_back(expression(parts[0]));
      if (parts.size() != 2) continue;
      const Expression* key = expression(parts[0]);
      if (key->kind == ExpressionKind::text)
        pairs.push_back(builder_.pair(key->text, key->span, expression(parts[1])));
    }
    const ExpressionKind kind = items.empty() ? ExpressionKind::map : ExpressionKind::list;
    return builder_.compound(kind, node.span(), "", items, pairs);
  }

  const Expression* call(ConcreteNode node) {
    std::vector<const Expression*> items;
    for (const ConcreteNode argument : node.field("arguments").parts()) {
      const std::vector<ConcreteNode> parts = argument.parts();
      items.push_back(parts.empty() ? builder_.other(argument.span()) : expression(parts.back()));
    }
    return builder_.compound(ExpressionKind::call, node.span(), path_of(node.field("function")), items);
  }

  /// What is looked into keeps its `$`, so that `$_ENV` is no constant.
  const Expression* index(ConcreteNode node) {
    const std::vector<ConcreteNode> parts = node.parts();
    if (parts.size() != 2 || !parts[0].is("variable_name")) return name(node);
    return builder_.compound(ExpressionKind::index, node.span(), builder_.slice(parts[0]),
                             {expression(parts[1])});
  }

  /// A text with variables in it is put together when the program runs.
  const Expression* string(ConcreteNode node, const EscapeStyle& style) {
    const std::string_view written = builder_.slice(node);
    if (written.size() < 2 || written.front() != written.back()) return builder_.other(node.span());
    for (const ConcreteNode part : node.parts()) {
      if (!part.is("string_content") && !part.is("escape_sequence")) return builder_.other(node.span());
    }
    const Span span{node.span().begin + 1, node.span().end - 1};
    return builder_.text(span, decoded(builder_.slice(span), style));
  }
};

}  // namespace

void read_php(ConcreteNode root, TreeBuilder& builder) { PhpReader(builder).statements(root, ""); }

}  // namespace smtplint::program
