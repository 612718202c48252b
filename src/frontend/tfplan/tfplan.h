#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "frontend/azapi.h"
#include "resource/shapes.h"
#include "value/store.h"

/// Terraform plans and states as `terraform show -json` writes them: values are resolved, what is not known
/// yet refers to other resources by the configuration that the plan holds. Knows nothing of mail.
namespace smtplint::tfplan {

/// Counted bounds; all are given by the caller.
struct Limits {
  std::uint64_t file_bytes = 0;  ///< of a plan
  std::uint32_t nesting = 0;
};

struct PlanFile;

/// The plans and states among the files of one workspace.
class Plans {
 public:
  /// `paths`: all files of the workspace that have one of `file_names`; what is no plan is not read further
  /// than its first bytes. The file system and sources must outlive the plans.
  Plans(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
        const Limits& limits);
  ~Plans();
  Plans(const Plans&) = delete;
  Plans& operator=(const Plans&) = delete;

  /// Files that are plans, in order.
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }
  /// Everything that the configuration of a plan declares, without keys: `module.net.azurerm_subnet.a`.
  [[nodiscard]] std::vector<std::string> declared(std::size_t plan);
  /// Resources are read by need while the store, the plans and the shapes live.
  [[nodiscard]] Shapes evaluate(std::size_t plan, ValueStore& store, const JsonReader& read_json);

 private:
  std::vector<std::string> paths_;
  std::vector<std::unique_ptr<PlanFile>> plans_;
};

/// The names that a plan or state may have.
[[nodiscard]] FileNames file_names();

/// Do the first bytes of a file look like those of a plan or state?
[[nodiscard]] bool may_be_plan(std::string_view head);
/// Is a whole text a plan or state, by its words?
[[nodiscard]] bool is_plan(std::string_view text);

}  // namespace smtplint::tfplan
