#include "engine/deployment.h"

#include <algorithm>
#include <iterator>

#include "engine/embedded.h"
#include "engine/judging.h"
#include "engine/terraform_language.h"
#include "lowering/lowering.h"
#include "lowering/machine/machine_mailers.h"
#include "lowering/mail/mailers.h"
#include "rules/evaluate.h"

namespace smtplint::engine {
namespace {

std::string event_word(EventKind kind) {
  switch (kind) {
    case EventKind::syntax_error:
      return "syntax-error";
    case EventKind::limit_reached:
      return "limit-reached";
    case EventKind::unresolved_module:
      return "unresolved-module";
  }
  return {};
}

/// An unresolved module is no finding of its own: the senders that it leaves open say so.
std::vector<rules::EventFact> events_of(const Shapes& shapes) {
  std::vector<rules::EventFact> events;
  for (const Event& event : shapes.events) {
    if (event.kind == EventKind::unresolved_module) continue;
    events.push_back({event_word(event.kind), event.place, event.detail});
  }
  return events;
}

/// What evaluation by need has met while the model was made counts too.
void take_later(Shapes& shapes, std::vector<Place>& secrets) {
  if (shapes.later == nullptr) return;
  shapes.events = shapes.later->events();
  shapes.left_out = shapes.later->left_out();
  shapes.files_read = shapes.later->files_read();
  const std::vector<Place> near = shapes.later->secrets();
  secrets.insert(secrets.end(), near.begin(), near.end());
}

}  // namespace

model::Model model_of(const Shapes& shapes, const knowledge::Catalogue& catalogue,
                      const lowering::OwnNames& own, ValueStore& store, WorkspaceScripts& scripts,
                      MetByTheWay& met) {
  lowering::Lowered lowered =
      lowering::lower_resources(shapes, catalogue, store, decoders(catalogue.limits(), store));
  met.events = read_embedded(lowered, catalogue, store, &scripts);
  lowering::MailFindings mail = lowering::find_mail(lowered.settings, catalogue, store, {own});
  lowering::MachineMail machine_mail = lowering::find_machine_mail(lowered.machines, catalogue, store, {own});
  lowered.model.mailers = std::move(mail.mailers);
  std::ranges::move(machine_mail.mailers, std::back_inserter(lowered.model.mailers));
  std::ranges::move(machine_mail.gaps, std::back_inserter(met.events));
  std::ranges::move(machine_mail.secrets, std::back_inserter(met.secrets));
  met.secrets.insert(met.secrets.end(), mail.secrets.begin(), mail.secrets.end());
  return std::move(lowered.model);
}

DeploymentOutcome run_deployment(const Judges& judges, Shapes shapes, ValueStore& store,
                                 const SourceStore& sources, WorkspaceScripts& scripts) {
  DeploymentOutcome outcome;
  MetByTheWay met;
  model::Model model = model_of(shapes, judges.catalogue, judges.terms.own, store, scripts, met);
  outcome.secrets = std::move(met.secrets);
  model.unlinked_kind = judges.unlinked_kind;
  for (const model::Workload& workload : model.workloads) outcome.compute.push_back(workload.kind);
  take_later(shapes, outcome.secrets);
  shapes.events.insert(shapes.events.end(), met.events.begin(), met.events.end());
  shapes.resources.clear();  // the model holds what is needed, and a plan may have very many
  shapes.resources.shrink_to_fit();
  const policy::Basis basis{judges.catalogue, *judges.terms.edition};
  const auto mailers = judge_mailers({model, store, judges.catalogue}, basis, judges.declared);
  const auto network_rules = judge_network_rules(model, basis, judges.declared);
  const auto events = events_of(shapes);
  outcome.rules = rules::evaluate({model, store, sources, judges.catalogue, mailers, network_rules, events},
                                  judges.terms.checks);
  outcome.left_out = std::move(shapes.left_out);
  outcome.files_read = std::move(shapes.files_read);
  outcome.files_read.insert(outcome.files_read.end(), scripts.read().begin(), scripts.read().end());
  return outcome;
}

}  // namespace smtplint::engine
