#include "lsp/hover.h"

#include "lsp/methods.h"

namespace smtplint::lsp {

void hover_at(Session& session, const Json& id, const Json& params) {
  const TextRange range = range_in({{"start", params.at("position")}, {"end", params.at("position")}});
  session.answer_when_analysed(id, document_path(params), false,
                               [&session, range](const Analysed& analysed, const std::string& path) {
                                 return hover(analysed, {path, range}, session.view(analysed.root));
                               });
}

}  // namespace smtplint::lsp
