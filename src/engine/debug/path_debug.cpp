#include "engine/debug/path_debug.h"

#include <algorithm>

#include "base/letter_case.h"
#include "base/wording.h"
#include "engine/deployments/models.h"
#include "engine/judging/judging.h"
#include "lowering/mail/host_class.h"

namespace smtplint::engine {
namespace {

using knowledge::Remark;
using model::Considered;
using model::Hop;

class PathText {
 public:
  PathText(const SourceStore& sources, const knowledge::Catalogue& catalogue)
      : sources_(sources), catalogue_(catalogue) {}

  [[nodiscard]] std::string of(const Hop& hop) const {
    std::string text = std::string(to_string(hop.kind)) + (hop.thing.empty() ? "" : " " + hop.thing);
    text += ": " + std::string(to_string(hop.passage)) + ": " + hop.reason + "\n";
    for (const Considered& one : hop.considered) text += of(one);
    return text;
  }

 private:
  [[nodiscard]] std::string criterion(const Considered& one) const {
    const auto first = static_cast<int>(Remark::criterion_existence);
    return catalogue_.remarks().text(static_cast<Remark>(first + static_cast<int>(one.decided_by)));
  }

  static std::string effect(const Considered& one) {
    if (!one.leads_to.empty()) return "leads to " + one.leads_to;
    if (one.allows == Truth::unknown) return "allows or denies";
    return one.allows == Truth::yes ? "allows" : "denies";
  }

  [[nodiscard]] std::string of(const Considered& one) const {
    std::string text = "  " + (one.rank.empty() ? "(none written)" : one.rank);
    if (!one.name.empty()) text += " " + one.name;
    if (one.place.known()) {
      const Source& source = sources_.get(one.place.source);
      const Position at = source.lines().position(one.place.span.begin, ColumnUnit::unicode_scalar);
      text += " (" + source.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ")";
    }
    if (one.matches == Truth::yes) text += ": matches, " + effect(one);
    if (one.matches == Truth::no) text += ": does not match by its " + criterion(one);
    if (one.matches == Truth::unknown)
      text += ": may match, depending on its " + criterion(one) + ", and then " + effect(one);
    return text + (one.after_match ? "; not asked, since one before it matches" : "") + "\n";
  }

  const SourceStore& sources_;
  const knowledge::Catalogue& catalogue_;
};

/// A mailer that does what is asked.
model::Mailer mailer_for(const PathQuestion& question, std::size_t workload,
                         const knowledge::Catalogue& catalogue) {
  const lowering::HostClass found =
      lowering::class_of(lower_case(question.host), catalogue.host_names(), catalogue.providers(), {});
  model::Mailer mailer;
  mailer.workload = model::Id<model::Workload>(workload);
  model::HostChoice host;
  host.name = lower_case(question.host);
  host.scope = found.scope;
  host.provider = found.provider == nullptr ? "" : found.provider->id;
  mailer.hosts.push_back(std::move(host));
  model::PortChoice port;
  port.number = question.port;
  mailer.ports.push_back(std::move(port));
  return mailer;
}

Error no_such_workload(const PathQuestion& question, const std::vector<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  return {"no deployment here has a workload " + quoted(question.workload) +
          did_you_mean(question.workload, names)};
}

}  // namespace

Result<std::string> debug_path(const Request& request, const PathQuestion& question, const FileSystem& files,
                               const knowledge::Catalogue& catalogue) {
  SourceStore sources;
  const PathText words(sources, catalogue);
  std::string text;
  std::vector<std::string> known;
  const auto show = [&](DeploymentModel& deployment) {
    model::Model& model = deployment.model;
    model.mailers.clear();
    for (std::size_t i = 0; i < model.workloads.size(); ++i) {
      known.push_back(model.workloads[i].address);
      if (known.back() == question.workload) model.mailers.push_back(mailer_for(question, i, catalogue));
    }
    const policy::Basis basis{catalogue, *deployment.terms.edition};
    for (const model::JudgedMailer& judged :
         judge_mailers({model, deployment.store, catalogue}, basis, deployment.declared)) {
      const model::Judgement& judgement = judged.combinations.front().judgement;
      text += heading(deployment.name) + question.workload + " -> " + question.host + ":" +
              std::to_string(question.port) + ": " + std::string(to_string(judgement.verdict)) + "\n";
      for (const Hop& hop : judgement.path.hops) text += words.of(hop);
    }
  };
  if (auto error = for_each_model(request, files, catalogue, sources, show)) return *error;
  if (text.empty()) return no_such_workload(question, known);
  return text;
}

}  // namespace smtplint::engine
