#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/source.h"
#include "engine/applications/linker.h"
#include "engine/configuration/declared_subscription.h"
#include "engine/embedded/embedded_templates.h"
#include "engine/fixes/other_readers.h"
#include "engine/judging/terms.h"
#include "engine/languages/language.h"
#include "engine/workspace/workspace_scripts.h"
#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "model/model.h"
#include "resource/shapes.h"
#include "rules/context.h"

namespace smtplint::engine {

/// What a deployment is judged by.
struct Judges {
  const knowledge::Catalogue& catalogue;
  const Terms& terms;
  const DeclaredSubscriptions& declared;
  WorkloadKind unlinked_kind = WorkloadKind::virtual_machine;  ///< of what no compute is linked to
  std::span<const LinkedDocument> documents = {};              ///< of the programs that the deployment runs
  bool in_azure = true;  ///< what does not say where it runs does so there
};

/// What one deployment gave.
struct DeploymentOutcome {
  rules::Outcome rules;
  std::vector<LeftOut> left_out;
  std::vector<LeftOut> remote_modules;  ///< files that call modules whose source is not on disk
  std::vector<LeftOut> unread_parts;    ///< files that are read but for a part of a text in them
  std::vector<std::string> files_read;
  std::vector<std::string> templates_read;  ///< files that hold embedded templates, or scripts of machines
  std::vector<Place> secrets;
  std::vector<OtherReader> other_readers;  ///< of literals that findings want changed
  std::string declared;                    ///< equal where the same resources are declared
};

/// What making a model brings to light besides it.
struct MetByTheWay {
  std::vector<Place> secrets;
  std::vector<Event> events;
  std::vector<LeftOut> left_out;
  std::vector<Place> unread;  ///< where texts are not read on
  std::vector<std::string> templates_read;
  std::vector<lowering::SettingsBlock> settings;
};

/// What a model is made with.
struct ModelContext {
  const knowledge::Catalogue& catalogue;
  const lowering::OwnNames& own;
  WorkspaceFiles workspace;
  ValueStore& store;
  WorkspaceScripts& scripts;
  std::span<const LinkedDocument> documents = {};  ///< of the programs that the deployment runs
};

/// The egress model of a deployment, with what its embedded documents and those of its programs say. What its
/// embedded templates declare joins the shapes.
[[nodiscard]] model::Model model_of(Shapes& shapes, const ModelContext& context, MetByTheWay& met);

/// One deployment from its shapes to its findings. Nothing of the store is kept.
[[nodiscard]] DeploymentOutcome run_deployment(const Judges& judges, Shapes shapes, ValueStore& store,
                                               WorkspaceFiles workspace, WorkspaceScripts& scripts);

}  // namespace smtplint::engine
