#include <functional>

#include "lsp/methods.h"

namespace smtplint::lsp {
namespace {

/// What tells one list of diagnostics from another.
std::string result_id(const Json& items) { return std::to_string(std::hash<Json>()(items)); }

Json full(const Json& items) { return {{"kind", "full"}, {"resultId", result_id(items)}, {"items", items}}; }

Json answer(const Session& session, const Analysed& analysed, const std::string& path,
            const std::string& previous) {
  const View view = session.view(analysed.root);
  std::map<std::string, Json> lists = diagnostics_of(analysed, view);
  const Json own = lists.contains(path) ? lists[path] : Json::array();
  lists.erase(path);
  Json result = full(own);
  if (result["resultId"] == previous) result = {{"kind", "unchanged"}, {"resultId", previous}};
  if (!view.client.related_documents || lists.empty()) return result;
  for (const auto& [other, items] : lists) result["relatedDocuments"][view.uri(other)] = full(items);
  return result;
}

}  // namespace

void pull_diagnostics(Session& session, const Json& id, const Json& params) {
  const std::string previous = params.value("previousResultId", "");
  session.answer_when_analysed(id, document_path(params), false,
                               [&session, previous](const Analysed& analysed, const std::string& path) {
                                 return answer(session, analysed, path, previous);
                               });
}

}  // namespace smtplint::lsp
