#include "generate/documents/text_project.h"

namespace smtplint::generate {
namespace {

/// A value inside a text: written there, or handed into it through an open place.
std::string end_in_text(const Writing& writing, const ChainPlan& chain, std::string_view name,
                        const std::string& literal, bool inside, Arrival& arrival, OpenText& text) {
  if (inside) {
    arrival.literal = writing.workshop.fresh_mark();
    return with_mark(arrival.literal, literal);
  }
  arrival = carry(writing, chain, name, literal);
  text.insets.push_back({std::string(name), writing.workshop.as_text(arrival.value)});
  return open_place(text.insets.size() - 1);
}

/// The text on its way to the resource.
Carrier carried_text(const Writing& writing, const OpenText& text, const TextHolder& holder) {
  const DocumentPlan& plan = *writing.plan.document;
  Scope& scope = writing.workshop.on_the_way(writing.plan.depth);
  Carrier value;
  value.scope = &scope;
  value.variable_name = "document";
  value.literal = false;
  value.expression = writing.language.texts.carriages[plan.carriage].write(writing.workshop, scope, text,
                                                                           plan.carriage_choice);
  for (const StepPlan& step : plan.steps) {
    const Move& move = writing.language.steps[step.step];
    if (move.any_text) move.apply(writing.workshop, value, step.choice);
  }
  if (holder.encodes)
    writing.language.texts.encodings[plan.encoding.step].apply(writing.workshop, value, plan.encoding.choice);
  return value;
}

const TextHolder& holder_of(const Language& language, const Plan& plan) {
  return language.texts.holders[plan.document->holder];
}

}  // namespace

Declared declare_text(const Writing& writing) {
  const auto& [language, plan, workshop] = writing;
  const DocumentPlan& document = *plan.document;
  const TextHolder& holder = holder_of(language, plan);
  const Program& program = program_of(holder.takes, document.program);
  Declared declared;
  declared.kind = holder.sender.kind;
  declared.integrated = holder.sender.integrated;
  OpenText text;
  const Ends ends{
      end_in_text(writing, plan.host_chain, "host", plan.host, document.host_inside, declared.host, text),
      end_in_text(writing, plan.port_chain, "port", std::to_string(plan.port), document.port_inside,
                  declared.port, text)};
  text.text = document_of(holder.takes, document.text).write(program, ends, document.text_choice);
  const Carrier value = carried_text(writing, text, holder);
  Scope& scope = workshop.on_the_way(plan.depth);
  const std::string_view file = program.path.substr(program.path.rfind('/') + 1);
  scope.body += holder.sender.write("shop", plan.instances, {{std::string(file), workshop.setting(value)}});
  declared.address = holder.address_type.empty() ? workshop.address(scope, holder.sender.type, plan.instances)
                                                 : std::string(holder.address_type) + "/shop";
  return declared;
}

std::string describe_document(const Language& language, const Plan& plan) {
  const DocumentPlan& document = *plan.document;
  const TextHolder& holder = holder_of(language, plan);
  std::string text = std::string(program_of(holder.takes, document.program).name) + " in " +
                     std::string(document_of(holder.takes, document.text).name) + " in " +
                     std::string(holder.sender.type) + ", " +
                     std::string(language.texts.carriages[document.carriage].name);
  for (const StepPlan& step : document.steps) text += ", " + std::string(language.steps[step.step].name);
  if (holder.encodes) text += ", " + std::string(language.texts.encodings[document.encoding.step].name);
  return text + "\n";
}

}  // namespace smtplint::generate
