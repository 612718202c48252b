#pragma once

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/limit.h"
#include "frontend/terraform/files/workspace.h"
#include "frontend/terraform/modules/module_instance.h"
#include "frontend/terraform/terraform.h"
#include "resource/shapes.h"
#include "value/budget.h"
#include "value/conditions.h"
#include "value/store.h"

namespace smtplint::terraform {

/// What stands behind the address of a reference: a resource or a module.
struct Referenced {
  Instance* resource = nullptr;
  ModuleInstance* module = nullptr;
};

/// One `--var`. It stands in no file, so its value has no place.
struct CommandLineValue {
  std::string name;
  std::string text;
  Document document;
  std::shared_ptr<const hcl::Tree> tree;  ///< nullptr where the text itself is the value
};

/// The state of one evaluation: one root with one environment.
class Deployment {
 public:
  Deployment(Workspace& files, std::string root_folder, ValueStore& values)
      : workspace(files),
        store(values),
        limits(files.limits()),
        budget(files.limits().evaluation_steps),
        folder(std::move(root_folder)) {}
  Deployment(const Deployment&) = delete;
  Deployment& operator=(const Deployment&) = delete;

  Workspace& workspace;
  ValueStore& store;
  const Limits& limits;
  Budget budget;
  Conditions conditions;
  std::string folder;                                    ///< of the root
  std::vector<const ConfigurationFile*> variable_files;  ///< later ones win
  std::deque<CommandLineValue> command_line;             ///< `--var`; later ones win
  std::uint32_t depth = 0;                               ///< of expressions being evaluated

  Met met;  ///< each said once

  /// The unknown value of something cut off by a budget; the event is raised once for each place.
  Value cut_off(Limit limit, Place place);
  /// The same for a value that is unknown already.
  void say_cut_off(std::string_view limit, Place place);
  /// What Terraform refuses, with the reason as a sentence.
  Value refuse(std::string_view sentence, Place place) {
    return store.unknown(ReasonKind::evaluation_error, sentence, place);
  }
  void add_event(Event event);
  void note_file_read(const std::string& path);
  void note_left_out(const std::string& path, const std::string& reason);

  Instance& new_instance() { return instances_.emplace_back(); }
  ModuleInstance& new_module() { return modules_.emplace_back(); }
  void register_address(std::string_view address, Referenced referenced) {
    by_address_[address] = referenced;
  }
  [[nodiscard]] Referenced find(std::string_view address) const;

  /// Marks a value as being computed. False where it already is: a cycle, whose unknown value stands in
  /// `memo` then.
  [[nodiscard]] bool enter(Memo& memo, std::string_view owner, std::string_view name, Place place);
  void leave(Memo& memo, Value value);

 private:
  struct Running {
    const Memo* memo;
    std::string_view owner;  ///< `local`, or the address of a resource
    std::string_view name;
  };

  [[nodiscard]] std::string cycle_through(const Memo& memo) const;

  std::deque<Instance> instances_;
  std::deque<ModuleInstance> modules_;
  std::unordered_map<std::string_view, Referenced> by_address_;
  std::vector<Running> running_;
  bool out_of_steps_ = false;
  std::set<std::pair<std::string, Place>> said_;
  std::set<std::string> noted_files_;
};

}  // namespace smtplint::terraform
