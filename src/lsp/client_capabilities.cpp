#include "lsp/client_capabilities.h"

#include <algorithm>
#include <array>
#include <utility>

namespace smtplint::lsp {
namespace {

/// The best for us first: text is UTF-8 here.
constexpr std::array<std::pair<std::string_view, ColumnUnit>, 3> encodings{{
    {"utf-8", ColumnUnit::utf8},
    {"utf-32", ColumnUnit::unicode_scalar},
    {"utf-16", ColumnUnit::utf16},
}};

/// What stands at a path of keys; null where there is nothing, whatever the client has sent on the way.
Json at(const Json& value, const char* pointer) {
  const Json::json_pointer path(pointer);
  return value.contains(path) ? value.at(path) : Json();
}

bool flag(const Json& value, const char* pointer) {
  const Json found = at(value, pointer);
  return found.is_boolean() && found.get<bool>();
}

bool lists(const Json& list, std::string_view word) {
  return list.is_array() && std::ranges::find(list, Json(word)) != list.end();
}

ColumnUnit best_unit(const Json& offered) {
  for (const auto& [name, unit] : encodings) {
    if (lists(offered, name)) return unit;
  }
  return ColumnUnit::utf16;
}

}  // namespace

ClientCapabilities capabilities_in(const Json& params) {
  const Json all = at(params, "/capabilities");
  const Json document = at(all, "/textDocument");
  const Json workspace = at(all, "/workspace");
  ClientCapabilities found;
  found.unit = best_unit(at(all, "/general/positionEncodings"));
  found.pulls_diagnostics = at(document, "/diagnostic").is_object();
  found.related_documents = flag(document, "/diagnostic/relatedDocumentSupport");
  found.refreshes_diagnostics =
      flag(workspace, "/diagnostics/refreshSupport") || flag(workspace, "/diagnostic/refreshSupport");
  found.related_information = flag(document, "/publishDiagnostics/relatedInformation") ||
                              flag(document, "/diagnostic/relatedInformation");
  found.code_description = flag(document, "/publishDiagnostics/codeDescriptionSupport") ||
                           flag(document, "/diagnostic/codeDescriptionSupport");
  found.diagnostic_versions = flag(document, "/publishDiagnostics/versionSupport");
  found.document_changes = flag(workspace, "/workspaceEdit/documentChanges");
  found.action_literals = at(document, "/codeAction/codeActionLiteralSupport").is_object();
  found.preferred_actions = flag(document, "/codeAction/isPreferredSupport");
  found.markdown_hover = lists(at(document, "/hover/contentFormat"), "markdown");
  found.watches_files = flag(workspace, "/didChangeWatchedFiles/dynamicRegistration");
  return found;
}

std::string_view encoding_name(ColumnUnit unit) {
  return std::ranges::find(encodings, unit, &std::pair<std::string_view, ColumnUnit>::second)->first;
}

}  // namespace smtplint::lsp
