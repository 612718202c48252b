#pragma once

#include <optional>
#include <string>
#include <vector>

#include "knowledge/catalogue.h"
#include "lowering/decoders.h"
#include "model/model.h"
#include "resource/machine_setup.h"
#include "resource/shapes.h"
#include "value/store.h"

/// Neutral shapes and the catalogue in, the egress model out; who sends mail is read by `mail/mailers.h`.
namespace smtplint::lowering {

/// Settings that one program runs with. A workload has one block for each environment of its own: each
/// container, each slot.
struct SettingsBlock {
  model::Id<model::Workload> workload;  ///< none where no compute is linked
  Settings settings;
  std::optional<model::Link> link = {};  ///< of a document: why the workload runs its program
};

/// Text inside a resource's property that is a document or script of its own.
struct EmbeddedText {
  model::Id<model::Workload> workload;
  std::string owner;  ///< address of the resource
  std::string path;   ///< of the property
  knowledge::EmbeddedKind kind = knowledge::EmbeddedKind::unknown;
  std::vector<knowledge::Decoding> decode;  ///< to undo, in this order
  std::vector<std::string> inside;  ///< what is meant of a document: members of it, whichever there are
  Value text;                       ///< a list where the property holds several
  Value arguments;                  ///< what it is given; absent where nothing is
  bool runs_files = false;          ///< a script that it runs by name may be a file of the workspace
  Value folder;                     ///< with the `file` that lies below layered texts
  std::string file;
  bool layered = false;  ///< each is laid over those before it, the owner's settings over all
};

/// What is done to a machine by one property of a resource.
struct MachineBlock {
  model::Id<model::Workload> workload;  ///< none where no compute is linked
  std::string owner;                    ///< address of the resource
  std::string document;                 ///< path of the property
  MachineSetup setup;
};

/// What the resources say: the model without its mailers, and what mailers are read from.
struct Lowered {
  model::Model model;
  std::vector<SettingsBlock> settings;  ///< in the order of the resources; documents without owner last
  std::vector<EmbeddedText> embedded;
  std::vector<MachineBlock> machines;  ///< read out of the embedded texts
};

/// Everything that `rules/resources/` knows to read. Values of the model live in `store`.
[[nodiscard]] Lowered lower_resources(const Shapes& shapes, const knowledge::Catalogue& catalogue,
                                      ValueStore& store, const Decoders& decoders = {});
/// The same with other mappings.
[[nodiscard]] Lowered lower_resources(const Shapes& shapes, const std::vector<knowledge::Mapping>& mappings,
                                      ValueStore& store, const Decoders& decoders = {});

}  // namespace smtplint::lowering
