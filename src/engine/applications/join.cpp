#include "engine/applications/join.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "lowering/application_settings.h"

namespace smtplint::engine {
namespace {

/// The documents of one workload that are there for the same kind of reason.
struct Program {
  std::vector<Settings> documents;
  std::vector<model::Link> links;
};

class Joiner {
 public:
  Joiner(lowering::Lowered& lowered, ValueStore& store) : lowered_(lowered), store_(store) {}

  void read(const LinkedDocument& linked) {
    const auto workload =
        std::ranges::find(lowered_.model.workloads, linked.address, &model::Workload::address);
    if (workload == lowered_.model.workloads.end()) return;
    const auto index = static_cast<std::size_t>(workload - lowered_.model.workloads.begin());
    const bool certain = linked.link.kind != model::Link::Kind::only_compute;
    Program& program = programs_[{index, certain}];
    Shapes shapes = linked.document->language->evaluate({linked.document->index, linked.profile}, store_);
    std::ranges::move(shapes.events, std::back_inserter(met_.events));
    std::ranges::move(shapes.left_out, std::back_inserter(met_.left_out));
    for (Settings& settings : shapes.settings) {
      if (!settings.owner.empty()) continue;  // it says itself what runs it
      settings.owner = linked.address;
      program.documents.push_back(std::move(settings));
      program.links.push_back(linked.link);
    }
  }

  Shapes finish() {
    for (auto& [key, program] : programs_) join(key.first, key.second, program);
    return std::move(met_);
  }

 private:
  /// Where several containers have an environment each, nothing says which of them runs the program.
  [[nodiscard]] Settings* environment_of(std::size_t workload) const {
    Settings* found = nullptr;
    for (lowering::SettingsBlock& block : lowered_.settings) {
      const bool own = block.workload.valid() && block.workload.index() == workload && !block.link;
      if (!own || block.settings.home != SettingsHome::environment) continue;
      if (block.settings.values.empty() && block.settings.complete) continue;
      if (found != nullptr) return nullptr;
      found = &block.settings;
    }
    return found;
  }

  void join(std::size_t workload, bool certain, Program& program) {
    if (Settings* environment = environment_of(workload)) {
      using lowering::UnusedVariables;
      lowering::give_environment(program.documents, *environment,
                                 certain ? UnusedVariables::join : UnusedVariables::stay);
    }
    for (std::size_t i = 0; i < program.documents.size(); ++i) {
      lowered_.settings.push_back(
          {model::Id<model::Workload>(workload), std::move(program.documents[i]), program.links[i]});
    }
  }

  lowering::Lowered& lowered_;
  ValueStore& store_;
  std::map<std::pair<std::size_t, bool>, Program> programs_;
  Shapes met_;
};

}  // namespace

Shapes join_documents(std::span<const LinkedDocument> documents, lowering::Lowered& lowered,
                      ValueStore& store) {
  Joiner joiner(lowered, store);
  for (const LinkedDocument& document : documents) joiner.read(document);
  return joiner.finish();
}

}  // namespace smtplint::engine
