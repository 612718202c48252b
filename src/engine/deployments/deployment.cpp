#include "engine/deployments/deployment.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/limit.h"
#include "engine/applications/join.h"
#include "engine/deployments/fingerprint.h"
#include "engine/embedded/embedded.h"
#include "engine/embedded/setting_texts.h"
#include "engine/judging/judging.h"
#include "engine/languages/terraform_language.h"
#include "lowering/lowering.h"
#include "lowering/machine/machine_mailers.h"
#include "lowering/mail/elsewhere.h"
#include "lowering/mail/mailers.h"
#include "lowering/mail/own_networks.h"
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

/// The files that call modules which could not be read.
std::vector<LeftOut> remote_modules(const Shapes& shapes, const SourceStore& sources,
                                    const knowledge::Catalogue& catalogue) {
  std::vector<LeftOut> calls;
  for (const Event& event : shapes.events) {
    if (event.kind != EventKind::unresolved_module || !event.place.known()) continue;
    calls.push_back({sources.get(event.place.source).path(),
                     catalogue.reasons().sentence(to_string(ReasonKind::remote_module), event.detail)});
  }
  return calls;
}

/// Files with scripts that a limit cut off, so that mail behind it was not seen.
std::vector<LeftOut> cut_off_scripts(const std::vector<Event>& events, const SourceStore& sources) {
  std::vector<LeftOut> files;
  for (const Event& event : events) {
    if (!event.place.known()) continue;
    const std::string& path = sources.get(event.place.source).path();
    files.push_back({path, "a script in it was read in part: it reached the limit `" + event.detail + "`"});
  }
  return files;
}

/// The files with texts of which a part could not be read.
std::vector<LeftOut> unread_parts(const std::vector<Place>& places, const SourceStore& sources) {
  std::vector<LeftOut> parts;
  for (const Place& place : places) {
    if (!place.known()) continue;
    const Source& source = sources.get(place.source);
    const std::uint32_t line = source.lines().position(place.span.begin, ColumnUnit::unicode_scalar).line;
    parts.push_back(
        {source.path(), "the document in line " + std::to_string(line) +
                            " does not parse with what is not known in it, and is not read from there on"});
  }
  return parts;
}

/// What the deployment reads itself, a script that it runs for one, is not joined to it once more.
std::vector<LinkedDocument> not_read_yet(std::span<const LinkedDocument> documents, const Shapes& shapes,
                                         const WorkspaceScripts& scripts) {
  FilesRead read;
  read.note(shapes);
  read.note(scripts.read());
  std::vector<LinkedDocument> others;
  std::ranges::copy_if(documents, std::back_inserter(others),
                       [&read](const LinkedDocument& linked) { return !read.have_part(*linked.document); });
  return others;
}

std::string addresses_of(const std::vector<Resource>& resources) {
  std::string all;
  for (const Resource& resource : resources) all += resource.address + '\n';
  return all;
}

/// What evaluation by need has met while the model was made counts too.
void take_later(Shapes& shapes, std::vector<Place>& secrets) {
  if (shapes.later == nullptr) return;
  static_cast<Met&>(shapes) = shapes.later->met();
  const std::vector<Place> near = shapes.later->secrets();
  secrets.insert(secrets.end(), near.begin(), near.end());
}

}  // namespace

model::Model model_of(Shapes& shapes, const ModelContext& context, MetByTheWay& met) {
  const auto& [catalogue, own, workspace, store, scripts, documents] = context;
  const auto lower = [&, &catalogue = catalogue, &store = store] {
    return lowering::lower_resources(shapes, catalogue, store, decoders(catalogue.limits(), store));
  };
  lowering::Lowered lowered = lower();
  EmbeddedTemplates templates(workspace, catalogue.limits(), store);
  for (std::uint32_t depth = 0; depth < catalogue.limits().embedded_depth; ++depth) {
    if (!templates.add_to(shapes, lowered.embedded)) break;
    lowered = lower();
  }
  const std::optional<Place> cut_off = templates.unread(shapes, lowered.embedded);
  ReadTexts texts = read_embedded(lowered, catalogue, store, &scripts);
  met.events = std::move(texts.events);
  met.unread = std::move(texts.unread_from);
  Shapes read = join_documents(not_read_yet(documents, shapes, scripts), lowered, store);
  const auto images = read_images(lowered, catalogue, store, scripts, workspace.sources);
  std::ranges::move(read.events, std::back_inserter(met.events));
  met.left_out = std::move(read.left_out);
  std::ranges::move(read_setting_texts(lowered.settings, catalogue, store), std::back_inserter(met.events));
  const lowering::MailOptions options{
      lowering::with_networks_of(lowered.model, own, catalogue.network_words())};
  lowering::MailFindings mail = lowering::find_mail(lowered.settings, catalogue, store, options);
  lowering::MachineMail machine_mail =
      lowering::find_machine_mail(lowered.machines, catalogue, store, options, images);
  std::ranges::move(cut_off_scripts(machine_mail.cut_off, workspace.sources),
                    std::back_inserter(met.left_out));
  lowered.model.mailers = std::move(mail.mailers);
  if (cut_off)
    met.events.push_back({EventKind::limit_reached, *cut_off, std::string(to_string(Limit::embedded_depth))});
  met.templates_read = templates.files();
  std::ranges::move(templates.events(), std::back_inserter(met.events));
  std::ranges::move(machine_mail.mailers, std::back_inserter(lowered.model.mailers));
  std::ranges::move(machine_mail.gaps, std::back_inserter(met.events));
  std::ranges::move(machine_mail.secrets, std::back_inserter(met.secrets));
  met.secrets.insert(met.secrets.end(), mail.secrets.begin(), mail.secrets.end());
  met.settings = std::move(lowered.settings);
  return std::move(lowered.model);
}

DeploymentOutcome run_deployment(const Judges& judges, Shapes shapes, ValueStore& store,
                                 WorkspaceFiles workspace, WorkspaceScripts& scripts) {
  DeploymentOutcome outcome;
  MetByTheWay met;
  model::Model model = model_of(
      shapes, {judges.catalogue, judges.terms.own, workspace, store, scripts, judges.documents}, met);
  outcome.secrets = std::move(met.secrets);
  outcome.templates_read = std::move(met.templates_read);
  lowering::doubt_elsewhere(model, judges.in_azure);
  model.unlinked_kind = judges.unlinked_kind;
  take_later(shapes, outcome.secrets);
  shapes.events.insert(shapes.events.end(), met.events.begin(), met.events.end());
  shapes.left_out.insert(shapes.left_out.end(), met.left_out.begin(), met.left_out.end());
  outcome.declared = fingerprint(addresses_of(shapes.resources));
  const bool seeks_readers = !model.mailers.empty() && shapes.resources.size() <= most_resources_searched;
  if (!seeks_readers) {  // the model holds what is needed, and a plan may have very many
    shapes.resources = {};
    met.settings = {};
  }
  const policy::Basis basis{judges.catalogue, *judges.terms.edition};
  const auto mailers = judge_mailers({model, store, judges.catalogue}, basis, judges.declared);
  const auto network_rules = judge_network_rules(model, basis, judges.declared);
  const auto events = events_of(shapes);
  outcome.remote_modules = remote_modules(shapes, workspace.sources, judges.catalogue);
  outcome.unread_parts = unread_parts(met.unread, workspace.sources);
  outcome.rules =
      rules::evaluate({model, store, workspace.sources, judges.catalogue, mailers, network_rules, events},
                      judges.terms.checks);
  outcome.other_readers =
      seeks_readers ? other_readers(shapes, met.settings, outcome.rules.findings, judges.catalogue, store)
                    : unknown_readers(outcome.rules.findings, store);
  outcome.left_out = std::move(shapes.left_out);
  outcome.files_read = std::move(shapes.files_read);
  outcome.files_read.insert(outcome.files_read.end(), scripts.read().begin(), scripts.read().end());
  outcome.templates_read.insert(outcome.templates_read.end(), scripts.read().begin(), scripts.read().end());
  return outcome;
}

}  // namespace smtplint::engine
