#include "frontend/terraform/evaluate_text.h"

#include <memory>
#include <utility>

#include "frontend/terraform/evaluation.h"

namespace smtplint::terraform {

Value evaluate_text(const TextRequest& request, const FileSystem& files, SourceStore& sources,
                    const Limits& limits, ValueStore& store) {
  Workspace workspace(files, sources, {}, limits);
  Evaluation evaluation(workspace, request.folder, store);
  std::string path = "expression-" + std::to_string(sources.size());
  const SourceId source =
      sources.add(std::make_shared<Source>(std::move(path), request.expression, Encoding::utf8));
  const Document document{source, sources.get(source).text(), {}};
  const std::shared_ptr<const hcl::Tree> tree =
      hcl::parse_expression(document.text, workspace.files().parse_limits());
  if (!tree->errors().empty() || tree->expression() == nullptr) {
    const Span span = tree->errors().empty() ? Span{} : tree->errors().front().span;
    return evaluation.deployment.refuse("the expression does not parse", document.place(span));
  }
  ModuleSource module;
  module.folder = request.folder;
  Scope scope;
  scope.document = &document;
  scope.module = &evaluation.modules.make_root(module);
  const Binding variables{"var", request.variables, nullptr};
  if (!request.variables.is_absent()) scope.bindings = &variables;
  return evaluation.modules.evaluator().evaluate(*tree->expression(), scope);
}

}  // namespace smtplint::terraform
