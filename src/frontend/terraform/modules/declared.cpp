#include "frontend/terraform/modules/declared.h"

#include <algorithm>

namespace smtplint::terraform {
namespace {

/// Follows the calls of modules from a root down.
class Declarations {
 public:
  Declarations(Workspace& workspace, const std::string& root) : workspace_(workspace), root_(root) {}

  void add(const ModuleSource& module, const std::string& address, const std::string& key) {
    above_.push_back(&module);
    for (const ResourceDeclaration& resource : module.resources) {
      const std::string_view mode = resource.mode == Mode::data ? "data." : "";
      addresses_.push_back(address + std::string(mode) + std::string(resource.type) + "." +
                           std::string(resource.name));
    }
    for (const CallDeclaration& call : module.calls) add_called(module, call, address, key);
    above_.pop_back();
  }

  std::vector<std::string> take() { return std::move(addresses_); }

 private:
  void add_called(const ModuleSource& caller, const CallDeclaration& call, const std::string& outer,
                  const std::string& outer_key) {
    const std::string address = outer + "module." + std::string(call.name);
    const std::string key = outer_key + (outer_key.empty() ? "" : ".") + std::string(call.name);
    const ModuleSource* module = workspace_.module_of_call(root_, caller, call, key);
    const bool known = module != nullptr && std::ranges::find(above_, module) == above_.end() &&
                       above_.size() < workspace_.limits().module_depth;
    if (known) {
      add(*module, address + ".", key);
    } else {
      addresses_.push_back(address);
    }
  }

  Workspace& workspace_;
  const std::string& root_;
  std::vector<const ModuleSource*> above_;
  std::vector<std::string> addresses_;
};

}  // namespace

std::vector<std::string> declared_in_root(Workspace& workspace, const std::string& folder) {
  const ModuleSource* root = workspace.module_in(folder);
  if (root == nullptr) return {};
  Declarations declarations(workspace, folder);
  declarations.add(*root, "", "");
  return declarations.take();
}

}  // namespace smtplint::terraform
