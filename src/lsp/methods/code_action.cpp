#include "lsp/code_actions.h"

#include <algorithm>

#include "lsp/methods.h"

namespace smtplint::lsp {
namespace {

/// Does a client that wants only some kinds want this one?
bool is_wanted(const Json& context, std::string_view kind) {
  if (!context.contains("only") || !context["only"].is_array()) return true;
  return std::ranges::any_of(context["only"], [kind](const Json& only) {
    const auto wanted = only.get<std::string>();
    return wanted.empty() || kind == wanted || kind.starts_with(wanted + ".");
  });
}

}  // namespace

void code_action(Session& session, const Json& id, const Json& params) {
  const TextRange range = range_in(params.at("range"));
  if (!is_wanted(params.at("context"), "quickfix")) return session.send(response(id, Json::array()));
  session.answer_when_analysed(id, document_path(params), true,
                               [&session, range](const Analysed& analysed, const std::string& path) {
                                 return code_actions(analysed, {path, range}, session.view(analysed.root));
                               });
}

}  // namespace smtplint::lsp
