#include "syntax/program/program_reader.h"

namespace smtplint::program {

using syntax::ConcreteNode;

void ProgramReader::statements(ConcreteNode block, const std::string& scope) {
  const TreeBuilder::Level level(builder_);
  if (!level.has_room() || !block) return;
  for (const ConcreteNode part : block.parts()) statement(part, scope);
}

void ProgramReader::arm(ConcreteNode body, const std::string& scope) {
  const TreeBuilder::Level level(builder_);
  if (body && level.has_room()) statement(body, scope);
}

const Expression* ProgramReader::name(ConcreteNode node) {
  const std::string path = path_of(node);
  return path.empty() ? builder_.other(node.span())
                      : builder_.compound(ExpressionKind::name, node.span(), path, {});
}

const Expression* ProgramReader::several(ExpressionKind kind, ConcreteNode node,
                                         const std::vector<ConcreteNode>& parts) {
  std::vector<const Expression*> items;
  for (const ConcreteNode part : parts) items.push_back(expression(part));
  return builder_.compound(kind, node.span(), "", items);
}

}  // namespace smtplint::program
