#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lowering/machine/setup_writer.h"

namespace smtplint::lowering {

/// All set-ups of one program: that of the whole program, and others beside it, in the order in which they
/// were begun.
class Setups {
 public:
  /// What each set-up hangs on as a whole, by its number.
  using Bases = std::vector<std::vector<Choice>>;

  Setups(const knowledge::Mta& mta, ValueStore& store, Bases bases);

  /// What follows is done by this step.
  void at(const SetupStep& step) { step_ = &step; }
  [[nodiscard]] SetupWriter& program() { return writers_.front().writer.at(*step_); }
  /// A further one. A name may be used again: the latest one has it.
  SetupWriter& begin(const std::string& name);
  /// The same for a part of a file.
  SetupWriter& begin_part(const std::string& name);
  /// nullptr where there is none of this name.
  [[nodiscard]] SetupWriter* find(const std::string& name);
  /// All whose names begin like this.
  [[nodiscard]] std::vector<SetupWriter*> below(std::string_view prefix);
  void forget_below(std::string_view prefix);
  /// It only holds what others take over.
  void set_aside(const std::string& name);

  /// For those that are begun when the same steps are read again.
  [[nodiscard]] Bases bases() const;
  /// What the parts of a file say takes the place of what the program does by itself.
  [[nodiscard]] std::vector<ProgramSetup> finish();

 private:
  struct Entry {
    SetupWriter writer;
    bool counts = true;
    bool of_file = false;
  };
  SetupWriter& add();

  const knowledge::Mta& mta_;
  ValueStore& store_;
  std::vector<std::string> keys_;
  Bases bases_;
  const SetupStep* step_ = nullptr;
  std::deque<Entry> writers_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace smtplint::lowering
