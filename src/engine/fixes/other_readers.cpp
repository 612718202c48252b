#include "engine/fixes/other_readers.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/letter_case.h"

namespace smtplint::engine {
namespace {

using rules::Identified;
using rules::WantedValue;

/// A literal that findings want changed, with the ways that its value takes to their senders.
struct Wanted {
  Place literal;
  std::unordered_set<ProvenanceId> steps;  ///< of all those ways
  std::unordered_set<ProvenanceId> ends;   ///< what the senders are given in the end
  std::set<std::string> owners;            ///< addresses of the senders' resources, paths of their documents
  std::set<std::string> settings;          ///< the settings that give it to them
};

bool may_be_safe(const WantedValue& wanted) { return wanted.needs.empty() && !wanted.display_only; }

void add_steps(const ProvenanceGraph& graph, ProvenanceId id, std::unordered_set<ProvenanceId>& steps) {
  std::vector<ProvenanceId> open{id};
  while (!open.empty()) {
    const ProvenanceId next = open.back();
    open.pop_back();
    if (next == no_provenance || !steps.insert(next).second) continue;
    const Step step = graph.step(next);
    open.push_back(step.from);
    open.push_back(step.container);
  }
}

std::vector<Wanted> wanted_in(const std::vector<Identified>& findings, const ProvenanceGraph& graph) {
  std::vector<Wanted> all;
  for (const Identified& entry : findings) {
    if (!entry.wanted || !may_be_safe(*entry.wanted)) continue;
    const Place literal = entry.wanted->place;
    auto known = std::ranges::find(all, literal, &Wanted::literal);
    if (known == all.end()) known = all.insert(all.end(), {literal, {}, {}, {}, {}});
    add_steps(graph, entry.wanted->chain, known->steps);
    known->ends.insert(entry.wanted->chain);
    known->owners.insert(entry.wanted->owner);
    known->settings.insert(entry.wanted->setting);
  }
  return all;
}

/// Which wanted literals a value comes from. An object that it was taken out of holds others too, and is
/// larger than a literal in it.
class Origins {
 public:
  Origins(const std::vector<Wanted>& wanted, const ProvenanceGraph& graph) : wanted_(wanted), graph_(graph) {}

  /// Indexes of wanted literals.
  [[nodiscard]] std::set<std::size_t> of(ProvenanceId id) const {
    std::unordered_set<ProvenanceId> steps;
    add_steps(graph_, id, steps);
    std::set<std::size_t> literals;
    for (const ProvenanceId one : steps) {
      const Step step = graph_.step(one);
      if (step.from != no_provenance || step.container != no_provenance) continue;
      for (std::size_t i = 0; i < wanted_.size(); ++i) {
        if (is_literal(step.place, wanted_[i].literal)) literals.insert(i);
      }
    }
    return literals;
  }

 private:
  /// With or without its quotes.
  static bool is_literal(Place origin, Place literal) {
    return origin.source == literal.source && origin.span.begin + 1 >= literal.span.begin &&
           origin.span.end <= literal.span.end + 1 && origin.span.begin < literal.span.end &&
           literal.span.begin < origin.span.end;
  }

  const std::vector<Wanted>& wanted_;
  const ProvenanceGraph& graph_;
};

/// Everything in a value, down to its scalars and what is not known.
template <typename Action>
void for_each_part(Value value, const Action& action) {
  if (value.is_absent()) return;
  if (value.is_sequence()) {
    for (const Value item : value.items()) for_each_part(item, action);
  } else if (value.is_mapping()) {
    for (const Entry& entry : value.entries()) for_each_part(entry.value, action);
  } else if (value.is(ValueType::alternatives)) {
    for (const Alternative& one : value.alternatives()) for_each_part(one.value, action);
  } else {
    action(value);
  }
}

/// Where a part came from, text by text, and whether that is all of it.
template <typename Action>
void for_each_origin(Value part, const Action& action) {
  if (!part.is(ValueType::string) || part.text().pieces.empty()) return action(part.provenance(), true);
  const bool whole = part.text().pieces.size() == 1;
  for (const Piece& piece : part.text().pieces) {
    action(piece.origin, whole);
    if (piece.encoded != nullptr) for_each_origin(Value(piece.encoded->text), action);
  }
}

class ReaderSearch {
 public:
  ReaderSearch(const knowledge::Catalogue& catalogue, const ValueStore& store, std::vector<Wanted> wanted)
      : mappings_(catalogue.mappings()),
        wanted_(std::move(wanted)),
        origins_(wanted_, store.provenance()),
        readers_(wanted_.size()) {}

  /// A resource that hands a setting on has just that; in a longer text it is made into something else.
  void in(const Resource& resource) {
    const bool may_feed_senders = is_mapped(resource.type);
    for (const std::string_view name : resource.properties->names()) {
      const auto accounted = [&](const Wanted& wanted, ProvenanceId id, bool whole) {
        const bool own = (may_feed_senders && whole) || wanted.owners.contains(resource.address);
        return wanted.steps.contains(id) && (own || !wanted.ends.contains(id));
      };
      search(resource.properties->get(name), resource.address, accounted);
    }
  }

  /// What a module hands out may be what a sender is given; what the root hands out goes to others.
  void in(const Output& output) {
    search(output.value, output.name, [&output](const Wanted& wanted, ProvenanceId id, bool) {
      return !output.of_root && wanted.steps.contains(id);
    });
  }

  void in(const Settings& settings) {
    const std::string& owner = settings.owner.empty() ? settings.document : settings.owner;
    for (const Setting& setting : settings.values) {
      const std::string full = settings.document + "." + setting.path;
      search(setting.value, setting.path, [&](const Wanted& wanted, ProvenanceId id, bool) {
        return wanted.steps.contains(id) && wanted.owners.contains(owner) &&
               (wanted.settings.contains(setting.path) || wanted.settings.contains(full));
      });
    }
  }

  /// Whether something was cut off, so that somebody may have been missed.
  [[nodiscard]] bool met_limit() const { return met_limit_; }

  [[nodiscard]] std::vector<OtherReader> finish() const {
    std::vector<OtherReader> all;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!readers_[i].empty()) all.push_back({wanted_[i].literal, readers_[i]});
    }
    return all;
  }

 private:
  template <typename Accounted>
  void search(Value value, const std::string& name, const Accounted& accounted) {
    const auto take = [&](ProvenanceId id, bool whole) {
      for (const std::size_t literal : literals_of(id)) {
        if (readers_[literal].empty() && !accounted(wanted_[literal], id, whole)) readers_[literal] = name;
      }
    };
    for_each_part(value, [&](Value part) {
      met_limit_ = met_limit_ || (part.is_unknown() && part.reason().kind == ReasonKind::limit);
      for_each_origin(part, take);
    });
  }

  const std::set<std::size_t>& literals_of(ProvenanceId id) {
    const auto known = known_.find(id);
    return known != known_.end() ? known->second : known_.emplace(id, origins_.of(id)).first->second;
  }

  /// Whether anything of such a resource reaches the model, so that it may be a part of a sender. What keeps
  /// settings is read by programs that nobody knows, too.
  [[nodiscard]] bool is_mapped(const std::string& type) const {
    using knowledge::Thing;
    return std::ranges::any_of(mappings_, [&type](const knowledge::Mapping& mapping) {
      const bool keeps_settings =
          mapping.thing == Thing::stored_setting || mapping.thing == Thing::stored_secret;
      return !keeps_settings && std::ranges::any_of(mapping.match, [&type](const knowledge::Match& match) {
        return equal_ignoring_case(match.type, type);
      });
    });
  }

  const std::vector<knowledge::Mapping>& mappings_;
  std::vector<Wanted> wanted_;
  Origins origins_;
  std::unordered_map<ProvenanceId, std::set<std::size_t>> known_;
  std::vector<std::string> readers_;  ///< the first of each literal; empty where there is none
  bool met_limit_ = false;
};

}  // namespace

std::vector<OtherReader> unknown_readers(const std::vector<Identified>& findings, const ValueStore& store) {
  std::vector<OtherReader> all;
  for (const Wanted& one : wanted_in(findings, store.provenance())) all.push_back({one.literal, {}});
  return all;
}

std::vector<OtherReader> other_readers(const Shapes& shapes,
                                       const std::vector<lowering::SettingsBlock>& settings,
                                       const std::vector<Identified>& findings,
                                       const knowledge::Catalogue& catalogue, const ValueStore& store) {
  std::vector<Wanted> wanted = wanted_in(findings, store.provenance());
  if (wanted.empty()) return {};
  ReaderSearch search(catalogue, store, std::move(wanted));
  for (const Resource& resource : shapes.resources) search.in(resource);
  for (const lowering::SettingsBlock& block : settings) search.in(block.settings);
  if (shapes.outputs) {
    for (const Output& output : shapes.outputs()) search.in(output);
  }
  return search.met_limit() ? unknown_readers(findings, store) : search.finish();
}

}  // namespace smtplint::engine
