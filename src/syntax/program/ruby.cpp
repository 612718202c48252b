#include "syntax/program/escape.h"
#include "syntax/program/program_reader.h"

namespace smtplint::program {
namespace {

using syntax::ConcreteNode;

class RubyReader final : public ProgramReader {
 public:
  using ProgramReader::ProgramReader;

 private:
  void statement(ConcreteNode node, const std::string& scope) override {
    if (node.is("assignment") || node.is("operator_assignment")) {
      assign(node, scope);
    } else if (node.is("call")) {
      call_statement(node, scope);
    } else if (node.is("if") || node.is("unless")) {
      if_statement(node, scope);
    } else if (node.is("if_modifier") || node.is("unless_modifier")) {
      TreeBuilder::Arms arms(builder_);
      arms.next();
      arm(node.field("body"), scope);
    } else if (node.is("class") || node.is("module")) {
      statements(node.field("body"), joined(scope, builder_.slice(node.field("name"))));
    } else if (node.is("method")) {
      ++functions_;
      statements(node.field("body"), scope);
      --functions_;
    } else if (node.is("begin") || node.is("parenthesized_statements")) {
      statements(node, scope);
    }
  }

  void if_statement(ConcreteNode node, const std::string& scope) {
    const TreeBuilder::Level level(builder_);
    TreeBuilder::Arms arms(builder_);
    arms.next();
    statements(node.field("consequence"), scope);
    for (ConcreteNode other = node.field("alternative"); other && level.has_room();
         other = other.field("alternative")) {
      const bool last = other.is("else");
      last ? arms.last() : arms.next();
      statements(last ? other : other.field("consequence"), scope);
      if (last) return;
    }
  }

  /// What stands in the block of a call happens too: `Rails.application.configure do`.
  void call_statement(ConcreteNode node, const std::string& scope) {
    const ConcreteNode block = node.field("block");
    if (block) return statements(block.field("body"), scope);
    builder_.assign("", node.span(), expression(node));
  }

  void assign(ConcreteNode node, const std::string& scope) {
    const ConcreteNode target = node.field("left");
    if (target.is("identifier") && functions_ > 0) return;
    const std::string path = path_of(target);
    if (path.empty()) return;
    const bool own = target.is("identifier") || target.is("constant");
    builder_.assign(own ? joined(scope, path) : path, target.span(), expression(node.field("right")));
  }

  /// `config.a.b`, `gitlab_rails['a']` as `gitlab_rails.a`, `A::B.c` as `A::B.c`; empty for what is no path.
  std::string path_of(ConcreteNode node) override {
    const TreeBuilder::Level level(builder_);
    if (!level.has_room()) return {};
    if (node.is("identifier") || node.is("constant") || node.is("scope_resolution") ||
        node.is("global_variable") || node.is("instance_variable")) {
      return std::string(builder_.slice(node));
    }
    if (node.is("element_reference")) return path_of_element(node);
    if (!node.is("call") || node.field("arguments")) return {};
    const ConcreteNode receiver = node.field("receiver");
    const std::string object = receiver ? path_of(receiver) : std::string();
    if (receiver && object.empty()) return {};
    return joined(object, builder_.slice(node.field("method")));
  }

  std::string path_of_element(ConcreteNode node) {
    const std::vector<ConcreteNode> parts = node.parts();
    if (parts.size() != 2) return {};
    const std::string object = path_of(parts[0]);
    const Expression* key = expression(parts[1]);
    return object.empty() || key->kind != ExpressionKind::text ? std::string() : joined(object, key->text);
  }

  const Expression* expression(ConcreteNode node) override {
    const TreeBuilder::Level level(builder_);
    if (!level.has_room() || !node) return builder_.other(node ? node.span() : Span{});
    if (node.is("string")) return string(node);
    if (node.is("simple_symbol")) return symbol(node.span());
    if (node.is("integer") || node.is("float"))
      return builder_.as_written(ExpressionKind::number, node.span());
    if (node.is("true") || node.is("false")) return builder_.as_written(ExpressionKind::boolean, node.span());
    if (node.is("nil")) return builder_.as_written(ExpressionKind::null, node.span());
    if (node.is("hash")) return map(node);
    if (node.is("array")) return several(ExpressionKind::list, node, node.parts());
    if (node.is("call")) return call(node);
    if (node.is("element_reference")) return index(node);
    if (node.is("conditional"))
      return several(ExpressionKind::choice, node, {node.field("consequence"), node.field("alternative")});
    const std::string_view sign = node.is("binary") ? builder_.slice(node.field("operator")) : "";
    if (sign == "||" || sign == "or")
      return several(ExpressionKind::either, node, {node.field("left"), node.field("right")});
    const bool grouped = node.is("parenthesized_statements") && node.parts().size() == 1;
    return grouped ? expression(node.parts().front()) : name(node);
  }

  const Expression* map(ConcreteNode node) {
    std::vector<Pair> pairs;
    for (const ConcreteNode part : node.parts()) add_pair(part, pairs);
    return builder_.compound(ExpressionKind::map, node.span(), "", {}, pairs);
  }

  /// `a: 1`, `:a => 1`, `'a' => 1`
  void add_pair(ConcreteNode node, std::vector<Pair>& pairs) {
    if (!node.is("pair")) return;
    const ConcreteNode key = node.field("key");
    const Expression* name =
        key.is("hash_key_symbol") ? builder_.text(key.span(), builder_.slice(key)) : expression(key);
    if (name->kind != ExpressionKind::text) return;
    pairs.push_back(builder_.pair(name->text, name->span, expression(node.field("value"))));
  }

  /// A method without arguments is a name, `ENV.fetch("A") { 25 }` has what its block gives as last argument,
  /// and `x.to_i` has `x` as its only one.
  const Expression* call(ConcreteNode node) {
    const ConcreteNode arguments = node.field("arguments"), block = node.field("block");
    const ConcreteNode receiver = node.field("receiver");
    const std::string_view method = builder_.slice(node.field("method"));
    if (!arguments && !block) {
      const std::string path = path_of(node);
      if (!path.empty()) return builder_.compound(ExpressionKind::name, node.span(), path, {});
      return builder_.compound(ExpressionKind::call, node.span(), "." + std::string(method),
                               {expression(receiver)});
    }
    std::vector<const Expression*> items;
    std::vector<Pair> pairs;
    if (arguments) {
      for (const ConcreteNode part : arguments.parts())
        part.is("pair") ? add_pair(part, pairs) : items.push_back(expression(part));
    }
    if (block) items.push_back(result_of(block));
    const std::string object = receiver ? path_of(receiver) : std::string();
    return builder_.compound(ExpressionKind::call, node.span(), joined(object, method), items, pairs);
  }

  const Expression* result_of(ConcreteNode block) {
    const ConcreteNode body = block.field("body");
    const std::vector<ConcreteNode> parts = body ? body.parts() : std::vector<ConcreteNode>();
    return parts.empty() ? builder_.other(block.span()) : expression(parts.back());
  }

  const Expression* index(ConcreteNode node) {
    const std::vector<ConcreteNode> parts = node.parts();
    if (parts.size() != 2 || path_of(parts[0]).empty()) return builder_.other(node.span());
    return builder_.compound(ExpressionKind::index, node.span(), path_of(parts[0]), {expression(parts[1])});
  }

  const Expression* symbol(Span span) {
    ++span.begin;
    return builder_.text(span, builder_.slice(span));
  }

  /// A text with `#{...}` is put together when the program runs.
  const Expression* string(ConcreteNode node) {
    const std::string_view written = builder_.slice(node);
    const char quote = written.empty() ? '\0' : written.front();
    if (written.size() < 2 || (quote != '"' && quote != '\'')) return builder_.other(node.span());
    for (const ConcreteNode part : node.parts()) {
      if (part.is("interpolation")) return builder_.other(node.span());
    }
    const Span span{node.span().begin + 1, node.span().end - 1};
    return builder_.text(span, decoded(builder_.slice(span), quote == '"' ? ruby_escapes : quote_escapes));
  }
};

}  // namespace

void read_ruby(ConcreteNode root, TreeBuilder& builder) { RubyReader(builder).statements(root, ""); }

}  // namespace smtplint::program
