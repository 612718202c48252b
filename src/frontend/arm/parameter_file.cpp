#include "frontend/arm/parameter_file.h"

#include "base/letter_case.h"
#include "frontend/arm/arm.h"
#include "frontend/deployment/parameter_file.h"

namespace smtplint::arm {

bool is_parameter_file(std::string_view text, const Limits& limits) {
  const auto tree = json::parse(text, limits.parsing());
  const json::Node* root = tree->root();
  const json::Node* parameters = property(root, "parameters");
  return parameters != nullptr && parameters->kind == json::NodeKind::object &&
         property(root, "resources") == nullptr;
}

void read_parameter_file(Deployment& deployment, const std::string& path,
                         std::unordered_map<std::string, Value>& arguments) {
  const auto& document = deployment.documents.get(path);
  if (!document) return deployment.note_left_out(path, document.error().message);
  deployment.note_file_read(path);
  const SourceId source = (*document)->source;
  for (const json::SyntaxError& error : (*document)->tree->errors())
    deployment.add_event({EventKind::syntax_error, {source, error.span}, error.message});
  const auto given = deployment::parameters_in(deployment.store, (*document)->object(), source, "param.");
  if (!given) return deployment.note_left_out(path, "this is no parameter file");
  for (const deployment::GivenParameter& one : *given) arguments[lower_case(one.name)] = one.value;
}

}  // namespace smtplint::arm
