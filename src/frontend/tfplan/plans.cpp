#include <unordered_set>
#include <utility>

#include "frontend/tfplan/address.h"
#include "frontend/tfplan/plan_file.h"
#include "frontend/tfplan/shapes.h"

namespace smtplint::tfplan {
namespace {

/// Terraform writes its version, names and the first part into so many bytes.
constexpr std::size_t head_bytes = 512;

bool version_is_known(std::string_view version) {
  return version.starts_with("0.") || version.starts_with("1.");
}

void read_index(PlanFile& plan) {
  if (plan.indexed || !plan.refused.empty()) return;
  plan.indexed = true;
  plan.index = index_of(plan.text, plan.limits.nesting);
  if (!plan.index.fault && !version_is_known(plan.index.format_version)) {
    plan.refused =
        "its format version `" + std::string(plan.index.format_version) + "` is not known; 0 and 1 are";
  }
}

void collect_declared(const ConfiguredModule& module, const std::string& path,
                      std::vector<std::string>& found) {
  for (const auto& [local, resource] : module.resources) found.push_back(joined(path, local));
  for (const auto& [name, call] : module.calls) {
    if (call.module != nullptr)
      collect_declared(*call.module, joined(path, "module." + std::string(name)), found);
  }
}

}  // namespace

std::vector<const ListedResource*> resources_of(const Index& index, std::string_view text) {
  std::vector<const ListedResource*> resources;
  std::unordered_set<std::string_view> seen;
  const auto add = [&](const ListedResource& one) {
    const std::string_view values = text.substr(one.values.begin, one.values.length());
    if (one.address.empty() || !seen.insert(one.address).second) return;
    if (!values.empty() && values != "null") resources.push_back(&one);
  };
  for (const ListedResource& one : index.changes) add(one);
  for (const ListedResource& one : index.planned) add(one);
  for (const ListedResource& one : index.prior) add(one);
  return resources;
}

Plans::Plans(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
             const Limits& limits) {
  for (const std::string& path : paths) {
    const auto head = files.head(path, head_bytes);
    if (!head || !may_be_plan(*head)) continue;
    auto plan = std::make_unique<PlanFile>();
    plan->path = path;
    plan->limits = limits;
    auto bytes = files.read(path, limits.file_bytes);
    auto source = bytes ? decode_source(path, std::move(bytes).value()) : bytes.error();
    if (!source) {
      plan->refused = source.error().message;
    } else if (is_plan((*source)->text())) {
      plan->source = sources.add(std::move(source).value());
      plan->text = sources.get(plan->source).text();
    } else {
      continue;
    }
    paths_.push_back(path);
    plans_.push_back(std::move(plan));
  }
}

Plans::~Plans() = default;

std::vector<std::string> Plans::declared(std::size_t plan) {
  PlanFile& file = *plans_[plan];
  read_index(file);
  std::vector<std::string> found;
  if (!file.index.modules.empty()) collect_declared(file.index.modules.front(), {}, found);
  return found;
}

Shapes Plans::evaluate(std::size_t plan, ValueStore& store, const JsonReader& read_json) {
  PlanFile& file = *plans_[plan];
  read_index(file);
  Shapes shapes;
  if (!file.refused.empty()) shapes.left_out.push_back({file.path, file.refused});
  if (file.index.errored) {
    shapes.left_out.push_back({file.path, "judged in part only: planning ended with an error"});
  }
  if (file.index.fault) {
    shapes.events.push_back({EventKind::syntax_error, file.place(file.index.fault->span),
                             "this is no JSON from here on: " + file.index.fault->message});
  }
  return file.refused.empty() ? shapes_of(file, std::move(shapes), store, read_json) : shapes;
}

}  // namespace smtplint::tfplan
