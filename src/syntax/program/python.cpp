#include <algorithm>

#include "syntax/program/escape.h"
#include "syntax/program/program_reader.h"

namespace smtplint::program {
namespace {

using syntax::ConcreteNode;

class PythonReader final : public ProgramReader {
 public:
  using ProgramReader::ProgramReader;

 private:
  void statement(ConcreteNode node, const std::string& scope) override {
    if (node.is("expression_statement")) {
      for (const ConcreteNode part : node.parts()) expression_statement(part, scope);
    } else if (node.is("class_definition")) {
      statements(node.field("body"), joined(scope, builder_.slice(node.field("name"))));
    } else if (node.is("function_definition")) {
      ++functions_;
      statements(node.field("body"), scope);
      --functions_;
    } else if (node.is("decorated_definition")) {
      statement(node.field("definition"), scope);
    } else if (node.is("if_statement")) {
      if_statement(node, scope);
    } else if (node.is("try_statement")) {
      try_statement(node, scope);
    } else if (node.is("with_statement")) {
      statements(node.field("body"), scope);
    }
  }

  void if_statement(ConcreteNode node, const std::string& scope) {
    TreeBuilder::Arms arms(builder_);
    arms.next();
    statements(node.field("consequence"), scope);
    for (const ConcreteNode part : node.parts()) {
      if (part.is("elif_clause")) {
        arms.next();
        statements(part.field("consequence"), scope);
      } else if (part.is("else_clause")) {
        arms.last();
        statements(part.field("body"), scope);
      }
    }
  }

  /// What stands where something was caught may happen or not.
  void try_statement(ConcreteNode node, const std::string& scope) {
    statements(node.field("body"), scope);
    TreeBuilder::Arms arms(builder_);
    for (const ConcreteNode part : node.parts()) {
      if (!part.is("except_clause")) continue;
      arms.next();
      for (const ConcreteNode block : part.parts()) {
        if (block.is("block")) statements(block, scope);
      }
    }
  }

  void expression_statement(ConcreteNode node, const std::string& scope) {
    if (node.is("call")) builder_.assign("", node.span(), expression(node));
    while (node.is("assignment")) {
      const ConcreteNode right = node.field("right");
      if (!right) return;
      ConcreteNode value = right;
      while (value.is("assignment")) value = value.field("right");
      assign(node.field("left"), value, scope);
      node = right;
    }
  }

  /// A function's own variables end with it.
  void assign(ConcreteNode target, ConcreteNode value, const std::string& scope) {
    if (target.is("identifier") && functions_ > 0) return;
    const std::string path = path_of(target);
    if (path.empty()) return;
    const bool own = target.is("identifier");
    builder_.assign(own ? joined(scope, path) : path, target.span(), expression(value));
  }

  /// `app.config["MAIL_PORT"]` as `app.config.MAIL_PORT`; empty for what is no path.
  std::string path_of(ConcreteNode node) override {
    const TreeBuilder::Level level(builder_);
    if (!level.has_room()) return {};
    if (node.is("identifier")) return std::string(builder_.slice(node));
    if (node.is("attribute")) {
      const std::string object = path_of(node.field("object"));
      return object.empty() ? object : joined(object, builder_.slice(node.field("attribute")));
    }
    if (!node.is("subscript")) return {};
    const std::string object = path_of(node.field("value"));
    const Expression* key = expression(node.field("subscript"));
    return object.empty() || key->kind != ExpressionKind::text ? std::string() : joined(object, key->text);
  }

  const Expression* expression(ConcreteNode node) override {
    const TreeBuilder::Level level(builder_);
    if (!level.has_room() || !node) return builder_.other(node ? node.span() : Span{});
    if (node.is("string")) return string(node);
    if (node.is("integer") || node.is("float"))
      return builder_.as_written(ExpressionKind::number, node.span());
    if (node.is("true") || node.is("false")) return builder_.as_written(ExpressionKind::boolean, node.span());
    if (node.is("none")) return builder_.as_written(ExpressionKind::null, node.span());
    if (node.is("identifier") || node.is("attribute")) return name(node);
    if (node.is("dictionary")) return map(node);
    if (node.is("list") || node.is("tuple")) return several(ExpressionKind::list, node, node.parts());
    if (node.is("call")) return call(node);
    if (node.is("subscript")) return index(node);
    if (node.is("conditional_expression")) return conditional(node);
    if (node.is("boolean_operator") && builder_.slice(node.field("operator")) == "or")
      return several(ExpressionKind::either, node, {node.field("left"), node.field("right")});
    const bool grouped = node.is("parenthesized_expression") && node.parts().size() == 1;
    return grouped ? expression(node.parts().front()) : builder_.other(node.span());
  }

  const Expression* conditional(ConcreteNode node) {
    const std::vector<ConcreteNode> parts = node.parts();
    if (parts.size() != 3) return builder_.other(node.span());
    return several(ExpressionKind::choice, node, {parts[0], parts[2]});
  }

  const Expression* map(ConcreteNode node) {
    std::vector<Pair> pairs;
    for (const ConcreteNode part : node.parts()) {
      if (!part.is("pair")) continue;
      const Expression* key = expression(part.field("key"));
      if (key->kind == ExpressionKind::text)
        pairs.push_back(builder_.pair(key->text, key->span, expression(part.field("value"))));
    }
    return builder_.compound(ExpressionKind::map, node.span(), "", {}, pairs);
  }

  const Expression* call(ConcreteNode node) {
    std::vector<const Expression*> items;
    std::vector<Pair> pairs;
    for (const ConcreteNode part : node.field("arguments").parts()) {
      if (part.is("keyword_argument")) {
        const ConcreteNode name = part.field("name");
        pairs.push_back(builder_.pair(builder_.slice(name), name.span(), expression(part.field("value"))));
      } else {
        items.push_back(expression(part));
      }
    }
    return builder_.compound(ExpressionKind::call, node.span(), path_of(node.field("function")), items,
                             pairs);
  }

  const Expression* index(ConcreteNode node) {
    return builder_.compound(ExpressionKind::index, node.span(), path_of(node.field("value")),
                             {expression(node.field("subscript"))});
  }

  /// A text with `{...}` is put together when the program runs.
  const Expression* string(ConcreteNode node) {
    const std::string_view written = builder_.slice(node);
    const std::size_t open = written.find_first_of("\"'");
    std::string_view quotes = written.substr(std::min(open, written.size()));
    quotes =
        quotes.starts_with("\"\"\"") || quotes.starts_with("'''") ? quotes.substr(0, 3) : quotes.substr(0, 1);
    if (open == std::string_view::npos || written.size() < open + 2 * quotes.size())
      return builder_.other(node.span());
    Span span = node.span();
    span.begin += static_cast<std::uint32_t>(open + quotes.size());
    span.end -= static_cast<std::uint32_t>(quotes.size());
    for (const ConcreteNode part : node.parts()) {
      if (part.is("interpolation")) return builder_.other(node.span());
    }
    const bool raw = written.substr(0, open).find_first_of("rR") != std::string_view::npos;
    return builder_.text(
        span, raw ? std::string(builder_.slice(span)) : decoded(builder_.slice(span), python_escapes));
  }
};

}  // namespace

void read_python(ConcreteNode root, TreeBuilder& builder) { PythonReader(builder).statements(root, ""); }

}  // namespace smtplint::program
