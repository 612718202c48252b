#include "engine/deployments/outcome_key.h"

#include "engine/deployments/fingerprint.h"

namespace smtplint::engine {
namespace {

/// Parts that no other parts can be mistaken for.
class Key {
 public:
  void add(std::string_view part) {
    text_ += std::to_string(part.size()) + ':';
    text_ += part;
  }
  void add_optional(const std::optional<std::string>& part) { part ? add("=" + *part) : add(""); }
  void add_all(const std::vector<std::string>& parts) {
    add(std::to_string(parts.size()));
    for (const std::string& part : parts) add(part);
  }
  void add_text(const std::optional<ConfigurationText>& part) {
    add_all(part ? std::vector{part->path, part->folder, part->text} : std::vector<std::string>());
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void add_request(Key& key, const Request& request) {
  key.add_optional(request.subscription.type);
  key.add_optional(request.subscription.created);
  key.add(request.subscription.exempt ? "exempt" : "");
  key.add_optional(request.subscription.info);
  for (const auto& [name, value] : request.variables) key.add_all({name, value});
  key.add_all(request.variable_files);
  key.add_all(request.parameter_files);
  key.add(request.module_cache);
  key.add(std::to_string(static_cast<int>(request.platform)));
  key.add_optional(request.policy_edition);
  key.add_optional(request.as_of);
  key.add_all(request.select);
  key.add_all(request.ignore);
  key.add(request.configuration.search ? "search" : "");
  key.add_text(request.configuration.file);
  key.add_text(request.configuration.options);
  key.add(request.today);
}

void add_document(Key& key, const LinkedDocument& linked, const SourceStore& sources) {
  const Place place = linked.link.place;
  key.add_all({linked.document->name(), linked.profile, linked.address, linked.link.name,
               std::to_string(static_cast<int>(linked.link.kind)),
               place.known() ? sources.get(place.source).path() : "", std::to_string(place.span.begin),
               std::to_string(place.span.end)});
}

}  // namespace

std::string analysis_key(const Request& request, const Workspace& listing) {
  Key key;
  add_request(key, request);
  key.add_all(listing.paths);
  return fingerprint(key.take());
}

std::string outcome_key(const std::string& analysis, const DeploymentKey& deployment,
                        const SourceStore& sources) {
  Key key;
  key.add(analysis);
  key.add(deployment.root.row->name);
  key.add(deployment.root.name());
  key.add(deployment.environment);
  key.add(deployment.configuration);
  const Source* configuration = sources.find(deployment.configuration);
  key.add(configuration != nullptr ? configuration->text() : std::string_view());
  key.add(std::to_string(static_cast<int>(deployment.unlinked_kind)));
  key.add(deployment.in_azure ? "in Azure" : "");
  for (const LinkedDocument& linked : deployment.documents) add_document(key, linked, sources);
  return key.take();
}

}  // namespace smtplint::engine
