#include "lsp/methods.h"

namespace smtplint::lsp {

void did_open(Session& session, const Json& params) {
  const Json& document = params.at("textDocument");
  const std::string path = document_path(params);
  if (!path.starts_with('/')) return;
  auto text = std::make_shared<const std::string>(document.at("text").get<std::string>());
  session.documents().open({document.at("uri").get<std::string>(), path,
                            document.at("version").get<std::int64_t>(), std::move(text), nullptr});
  session.touch(path, true);
}

void did_change(Session& session, const Json& params) {
  const std::string path = document_path(params);
  const auto version = params.at("textDocument").at("version").get<std::int64_t>();
  if (session.documents().change(path, version, params.at("contentChanges"))) session.touch(path);
}

void did_save(Session& session, const Json& params) {
  const std::string path = document_path(params);
  if (session.documents().find(path) != nullptr) session.touch(path);
}

void did_close(Session& session, const Json& params) {
  const std::string path = document_path(params);
  if (session.documents().find(path) == nullptr) return;
  session.documents().close(path);
  session.touch(path);
}

}  // namespace smtplint::lsp
