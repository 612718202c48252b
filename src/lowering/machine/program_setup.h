#pragma once

#include <vector>

#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "value/store.h"

namespace smtplint::lowering {

/// What is done to one machine, one set-up after the other.
using Machine = std::vector<const MachineBlock*>;

/// What a machine's set-up says of one program, or of one of the senders that it makes.
struct ProgramSetup {
  /// Those that the program's form names, by keys as `knowledge::comparable_key` gives them; each once, as it
  /// is at the end.
  Settings settings;
  Setting installed;  ///< the name of the package, at its place; absent where no words install the program
  Setting first;      ///< what was seen of it first
  bool file_written = false;    ///< one of its files is written as a whole: what is not in it has its default
  bool only_in_branch = false;  ///< all of it hangs on conditions of scripts
  std::string changed_file;     ///< one of its files that something writes that is not known; empty: none

  [[nodiscard]] bool present() const { return !first.value.is_absent(); }
};

/// That of the program as a whole, then those that stand beside it: of what sends by itself, and of parts of
/// its files.
[[nodiscard]] std::vector<ProgramSetup> read_program(const knowledge::Mta& mta, const Machine& machine,
                                                     const knowledge::MachineCommands& commands,
                                                     ValueStore& store);

}  // namespace smtplint::lowering
