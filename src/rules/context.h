#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/span.h"
#include "diagnostic/report.h"
#include "knowledge/catalogue.h"
#include "model/judgement.h"
#include "model/model.h"
#include "value/store.h"

namespace smtplint::rules {

/// Something that the analysis met on its way; `detail` says what in a sentence.
struct EventFact {
  std::string event;  ///< a word of the fact `event`
  Place place;
  std::string detail;
};

/// One deployment as the rules see it. Everything must outlive the evaluation.
struct Context {
  const model::Model& model;
  const ValueStore& store;
  const SourceStore& sources;
  const knowledge::Catalogue& catalogue;
  const std::vector<model::JudgedMailer>& mailers;
  const std::vector<model::JudgedRule>& network_rules;
  const std::vector<EventFact>& events;
};

/// A value that would have to stand at a place, so that a finding goes away.
struct WantedValue {
  Place place;
  std::string value;
  std::string title;               ///< what the edit does
  std::vector<std::string> needs;  ///< what else has to be done first; empty: nothing that is known
  bool display_only = false;
  ProvenanceId chain = no_provenance;  ///< to the sender; while the deployment's values live
  std::string owner;                   ///< address of the resource or path of the document that is given it
  std::string setting;                 ///< path of the setting there
};

/// A finding with what makes it the same finding in the next run: no line, environment, secret or message.
struct Identified {
  Finding finding;
  std::string identity;
  std::optional<WantedValue> wanted{};
};

/// A row with what makes it the same in another environment (document and key path), and the places that it
/// rests on, so that it can be found by file.
struct PlacedRow {
  SenderRow row;
  std::string identity;
  std::vector<Place> places;
};

struct Outcome {
  std::vector<Identified> findings;
  std::vector<PlacedRow> senders;
};

}  // namespace smtplint::rules
