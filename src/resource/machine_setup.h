#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/span.h"
#include "resource/shapes.h"
#include "value/value.h"

namespace smtplint {

/// Something is installed by its name: a package, a feature of Windows.
struct PackageInstalled {
  Value name;
};

/// A file is given its text, or more of it.
struct FileWritten {
  enum class How {
    replaced,  ///< the text is all of the file
    appended,
    edited,  ///< the text is a line of the file; what stood there of the same setting is gone
  };
  Value path;
  Value text;  ///< unknown where only running the script tells
  How how = How::replaced;
};

/// A program runs: its name and arguments, without what only runs it (`sudo`, variables of its environment).
struct CommandRun {
  std::vector<Value> words;
  Value input;            ///< what it reads; absent where it is given nothing
  std::string into = {};  ///< the variable that holds the object that it makes; empty where it makes none
};

/// A variable, or a member of an object that it holds, is set: `$smtp.SmartHost`.
struct VariableSet {
  std::string name;  ///< of the variable or member alone
  Value value;
  std::string object = {};  ///< the variable whose member it is; empty where that is not known
};

/// One thing that is done to a machine.
struct SetupStep {
  std::variant<PackageInstalled, FileWritten, CommandRun, VariableSet> what;
  Place place;                   ///< of the words that do it
  std::vector<Choice> branches;  ///< it is done only where these conditions of the script hold
};

/// What a script, a cloud-init or a list of commands does to a machine, in the order in which it is done.
struct MachineSetup {
  std::vector<SetupStep> steps;
  std::vector<Event>
      gaps;  ///< parts that could not be read, of scripts that may have nothing to do with mail
};

}  // namespace smtplint
