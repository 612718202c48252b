#include "engine/debug/path_graph.h"

#include <algorithm>

#include "engine/deployments/models.h"
#include "engine/judging/judging.h"

namespace smtplint::engine {
namespace {

using model::Combination;
using model::Hop;
using model::HopKind;
using model::Passage;

class GraphBuilder {
 public:
  GraphBuilder(const DeploymentName& name, const model::Model& model, const knowledge::Catalogue& catalogue)
      : model_(model), catalogue_(catalogue) {
    graph_.root = name.root;
    graph_.environment = name.environment;
  }

  void add(const model::JudgedMailer& judged) {
    const model::Mailer& mailer = model_.mailers[judged.mailer.index()];
    for (const Combination& combination : judged.combinations) add(mailer, combination);
  }

  [[nodiscard]] PathGraph finish() { return std::move(graph_); }

 private:
  void add(const model::Mailer& mailer, const Combination& combination) {
    at_ = {};
    const model::Judgement& judgement = combination.judgement;
    step({{}, "workload", sender_name(mailer), {}, "allow"});
    for (const Hop& hop : judgement.path.hops) {
      step({{},
            std::string(to_string(hop.kind)),
            label(hop),
            hop.reason,
            std::string(to_string(hop.passage))});
      if (hop.passage == Passage::deny) break;
    }
    if (judgement.path.stop() == nullptr && blocks(judgement.verdict)) {
      step({{}, "platform-policy", judgement.rule, judgement.rule, "deny"});
    }
    step({{}, "destination", destination(mailer, combination), {}, "allow"});
  }

  static bool blocks(Verdict verdict) {
    return verdict == Verdict::blocked || verdict == Verdict::blocked_exemption_possible ||
           verdict == Verdict::unsupported_resource;
  }

  [[nodiscard]] std::string sender_name(const model::Mailer& mailer) const {
    return mailer.workload.valid() ? model_[mailer.workload].address : mailer.document;
  }

  static std::string label(const Hop& hop) {
    std::string text = std::string(to_string(hop.kind));
    if (!hop.thing.empty()) text += ": " + hop.thing;
    return hop.rule.empty() ? text : text + ", rule " + hop.rule;
  }

  [[nodiscard]] std::string destination(const model::Mailer& mailer, const Combination& combination) const {
    const model::HostChoice& host = mailer.hosts[combination.host];
    const model::PortChoice& port = mailer.ports[combination.port];
    const bool direct = host.scope == Scope::recipient_mx;
    const auto other = direct ? knowledge::Phrase::mail_exchangers : knowledge::Phrase::unknown_host;
    const std::string name = host.shown_name().value_or(catalogue_.phrases().text(other));
    const std::string where =
        host.scope == Scope::private_network || host.scope == Scope::local ? "" : "internet: ";
    return where + name + ":" + (port.number ? std::to_string(*port.number) : "?");
  }

  /// One step further; equal steps of several senders are one node.
  void step(PathNode node) {
    const auto same = [&node](const PathNode& other) {
      return other.kind == node.kind && other.label == node.label && other.passage == node.passage &&
             other.reason == node.reason;
    };
    auto found = std::ranges::find_if(graph_.nodes, same);
    if (found == graph_.nodes.end()) {
      node.id = "n" + std::to_string(graph_.nodes.size() + 1);
      graph_.nodes.push_back(std::move(node));
      found = std::prev(graph_.nodes.end());
    }
    if (!at_.from.empty()) {
      at_.to = found->id;
      if (std::ranges::find(graph_.edges, at_) == graph_.edges.end()) graph_.edges.push_back(at_);
    }
    at_ = {found->id, {}, found->passage};
  }

  const model::Model& model_;
  const knowledge::Catalogue& catalogue_;
  PathGraph graph_;
  PathEdge at_;  ///< from where the next step goes on
};

}  // namespace

Result<std::vector<PathGraph>> path_graphs(const Request& request, const FileSystem& files,
                                           const knowledge::Catalogue& catalogue) {
  SourceStore sources;
  std::vector<PathGraph> graphs;
  const auto draw = [&](DeploymentModel& deployment) {
    GraphBuilder builder(deployment.name, deployment.model, catalogue);
    const policy::Basis basis{catalogue, *deployment.terms.edition};
    for (const model::JudgedMailer& judged :
         judge_mailers({deployment.model, deployment.store, catalogue}, basis, deployment.declared)) {
      builder.add(judged);
    }
    PathGraph graph = builder.finish();
    if (!graph.nodes.empty()) graphs.push_back(std::move(graph));
  };
  if (auto error = for_each_model(request, files, catalogue, sources, draw)) return *error;
  return graphs;
}

}  // namespace smtplint::engine
