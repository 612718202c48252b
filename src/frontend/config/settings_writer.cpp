#include "frontend/config/settings_writer.h"

#include <string>
#include <vector>

#include "frontend/config/block_text.h"
#include "frontend/config/formats.h"

namespace smtplint::config {
namespace {

/// The conditions of programs are numbered behind those of the infrastructure that may run them.
constexpr std::uint32_t first_condition = 1u << 31u;

}  // namespace

Settings SettingsWriter::empty(const Root& root, Span span) const {
  Settings settings;
  settings.document = source_.path();
  settings.layer = SettingsLayer::base;
  settings.home = root.below_environment ? SettingsHome::file_below_environment : SettingsHome::file;
  settings.place = place(span);
  return settings;
}

Settings SettingsWriter::write(const Node& document, const Root& root, std::uint32_t most) {
  Settings settings = empty(root, document.span);
  add(document, row_of(root.format).separator, most, settings);
  return settings;
}

void SettingsWriter::add(const Node& node, std::string_view separator, std::uint32_t most,
                         Settings& settings) {
  const Flat flat = flatten(node, separator, most);
  settings.complete = settings.complete && flat.entries.size() < most;
  for (const Entry& entry : flat.entries) {
    settings.values.push_back(
        {entry.path, value_of(entry, *entry.value), place(entry.key), entry.value->variables});
  }
}

Setting SettingsWriter::setting(std::string_view path, const Node& node) {
  const Entry entry{std::string(path), node.span, &node};
  return {entry.path, value_of(entry, node), place(node.span)};
}

Value SettingsWriter::value_of(const Entry& entry, const Node& node) {
  if (node.kind == Node::Kind::elsewhere) {
    return store_.as_sensitive(store_.unknown(ReasonKind::secret, entry.path, place(entry.key)));
  }
  if (node.kind == Node::Kind::choice) return choice_of(entry, node);
  if (node.kind == Node::Kind::computed) {
    const bool variable = !node.variables.empty();
    return variable ? store_.unknown(ReasonKind::no_value, node.variables.front(), place(node.span))
                    : store_.unknown(ReasonKind::runtime_only, node.text.empty() ? entry.path : node.text,
                                     place(node.span));
  }
  const ProvenanceId origin = store_.step(node.encoded ? How::document : How::literal, place(node.span));
  if (node.kind == Node::Kind::null) return store_.null(origin);
  TextBuilder text(store_);
  if (source_.slice(node.span) == node.text) {
    text.verbatim(node.text, place(node.span), origin);
  } else if (!append_block(node, origin, text)) {
    text.derived(node.text, place(node.span), origin);
  }
  return text.finish(origin);
}

bool SettingsWriter::append_block(const Node& node, ProvenanceId origin, TextBuilder& text) const {
  if (!source_.slice(node.span).starts_with('|')) return false;
  const auto block = BlockText::find(source_.text(), node);
  if (!block) return false;
  std::string whole;
  for (const Span line : block->lines()) whole += source_.slice(line);
  if (whole != node.text) return false;
  for (const Span line : block->lines()) text.verbatim(source_.slice(line), place(line), origin);
  return true;
}

Value SettingsWriter::choice_of(const Entry& entry, const Node& choice) {
  std::vector<Alternative> alternatives;
  for (const Node& item : choice.items) {
    std::vector<Choice> choices;
    for (const Condition& condition : item.conditions)
      choices.push_back({first_condition + condition.id, condition.taken});
    alternatives.push_back({value_of(entry, item), store_.keep(choices)});
  }
  return store_.alternatives(alternatives, place(choice.span));
}

}  // namespace smtplint::config
