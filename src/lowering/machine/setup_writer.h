#pragma once

#include <span>
#include <string>
#include <vector>

#include "knowledge/mta.h"
#include "lowering/machine/program_setup.h"
#include "value/store.h"

namespace smtplint::lowering {

/// One set-up of a program while it grows, step by step.
class SetupWriter {
 public:
  /// `keys` are those that matter: a file may have very many others. Both must outlive the writer. What all
  /// of it hangs on, the base, is no condition of a part of it.
  SetupWriter(const knowledge::Mta& mta, const std::vector<std::string>& keys, ValueStore& store,
              std::vector<Choice> base)
      : mta_(mta), keys_(keys), store_(store), base_(std::move(base)) {}

  /// What follows is done by this step.
  SetupWriter& at(const SetupStep& step);
  /// Where it hangs on conditions, what was set before counts otherwise.
  void set(Setting setting, std::span<const Choice> more = {});
  /// Where nothing else is known of it, the program is marked there.
  void note(std::string_view name, Value value);
  /// These words put the program there.
  void install(std::string_view name, Value value);
  /// All settings of a file come next: those from before are gone.
  void begin_file();
  void leave_open(std::string_view file);
  /// What is set in another one counts here too.
  void take_over(const SetupWriter& other);

  [[nodiscard]] bool hangs_on_conditions() const { return !branches_.empty(); }
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] bool has_any(const std::vector<std::string>& keys) const;
  /// The conditions that everything that was seen hangs on.
  [[nodiscard]] const std::vector<Choice>& shared_branches() const { return shared_; }
  [[nodiscard]] const ProgramSetup& setup() const { return setup_; }
  ProgramSetup finish();

 private:
  void set_parts(const Setting& setting, std::span<const Choice> more);

  const knowledge::Mta& mta_;
  const std::vector<std::string>& keys_;
  ValueStore& store_;
  const SetupStep* step_ = nullptr;
  ProgramSetup setup_;
  std::vector<Choice> base_;      ///< taken off from those of each step
  std::vector<Choice> branches_;  ///< of the step, beyond the base
  std::vector<Choice> shared_;
  bool seen_ = false;
  bool certain_ = false;
};

}  // namespace smtplint::lowering
