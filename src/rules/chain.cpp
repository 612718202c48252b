#include "rules/chain.h"
#include "rules/written_host.h"

#include <algorithm>

namespace smtplint::rules {
namespace {

using knowledge::Phrase;

Phrase phrase_of(How how) {
  switch (how) {
    case How::literal:
      return Phrase::step_literal;
    case How::table:
      return Phrase::step_table;
    case How::fallback:
      return Phrase::step_fallback;
    case How::assignment:
      return Phrase::step_assignment;
    case How::variable:
      return Phrase::step_variable;
    case How::local:
      return Phrase::step_local;
    case How::argument:
      return Phrase::step_argument;
    case How::output:
      return Phrase::step_output;
    case How::attribute:
      return Phrase::step_attribute;
    case How::element:
      return Phrase::step_element;
    case How::call:
      return Phrase::step_call;
    case How::expression:
      return Phrase::step_expression;
    case How::file:
      return Phrase::step_file;
    case How::document:
      return Phrase::step_document;
  }
  return Phrase::step_literal;
}

bool has_place(const std::vector<Label>& labels, Place place) {
  return std::ranges::find(labels, place, &Label::place) != labels.end();
}

void add(std::vector<Label>& labels, Place place, std::string message, Place marked) {
  const bool inside_marked = place.source == marked.source && marked.span.contains(place.span);
  if (!place.known() || inside_marked || has_place(labels, place)) return;
  labels.push_back({place, std::move(message)});
}

Phrase phrase_of(model::Link::Kind kind) {
  switch (kind) {
    case model::Link::Kind::service:
      return Phrase::link_service;
    case model::Link::Kind::image:
      return Phrase::link_image;
    case model::Link::Kind::deployment:
      return Phrase::link_deployment;
    case model::Link::Kind::configured:
      return Phrase::link_configured;
    case model::Link::Kind::only_compute:
      break;
  }
  return Phrase::link_only_compute;
}

}  // namespace

std::vector<Label> chain_of(const Context& context, const model::Mark& mark) {
  std::vector<Label> labels;
  const auto& phrases = context.catalogue.phrases();
  for (const Step& step : context.store.provenance().chain(mark.chain)) {
    // A part of a text has no container with a name.
    if (step.how == How::element && step.name.empty()) continue;
    add(labels, step.place, phrases.text(phrase_of(step.how), step.name), mark.place);
  }
  return labels;
}

Label sender_label(const SenderView& sender, Phrase phrase) {
  const auto& phrases = sender.context.catalogue.phrases();
  const model::Workload* workload = sender.mailer.runner.empty() ? sender.workload() : nullptr;
  return {workload == nullptr ? sender.mailer.place : workload->place, phrases.text(phrase, sender.name())};
}

std::vector<Label> related_places(const SenderView& sender, const model::Mark& marked) {
  const auto& phrases = sender.context.catalogue.phrases();
  std::vector<Label> labels = chain_of(sender.context, marked);
  if (const auto host = written_host(sender.host, sender.context.sources))
    add(labels, sender.host.mark.place, phrases.text(Phrase::host_is_defined_here, *host), marked.place);
  add(labels, sender.port.mark.place, phrases.text(Phrase::step_literal), marked.place);
  if (const auto& link = sender.mailer.link)
    add(labels, link->place, phrases.text(phrase_of(link->kind), link->name), marked.place);
  const Label sent_by = sender_label(sender, Phrase::sent_by);
  add(labels, sent_by.place, sent_by.message, marked.place);
  for (const model::Hop& hop : sender.judgement.path.hops) {
    if (hop.kind != model::HopKind::subnet) add(labels, hop.mark.place, hop.reason, marked.place);
  }
  const model::Workload* workload = sender.workload();
  if (workload != nullptr && workload->existence.truth == Truth::unknown) {
    labels.push_back(
        {workload->existence.place, phrases.text(Phrase::only_if, workload->existence.condition)});
  }
  return labels;
}

}  // namespace smtplint::rules
