#pragma once

#include <span>
#include <string>

#include "lowering/machine/setting_lines.h"
#include "lowering/machine/setups.h"
#include "resource/machine_setup.h"

namespace smtplint::lowering {

/// What is written to the files of one program, laid over its set-ups: each line, or the lines of each
/// section, may be one of their own.
class SettingsFiles {
 public:
  SettingsFiles(const knowledge::Mta& mta, Setups& setups, ValueStore& store)
      : mta_(mta), setups_(setups), store_(store) {}

  void read(const FileWritten& file, Place step);

 private:
  /// One text of a file, and what it hangs on.
  struct Text {
    const FileWritten& file;
    const knowledge::LineForm& form;
    Value text;
    std::span<const Choice> choices;
    Place step;
  };
  void read(const Text& text);
  void read_whole(const Text& text);
  void read_edit(const Text& text);
  void begin_section(const Text& text, const std::string& path, const LineSetting& line);
  void set(SetupWriter& setup, const Text& text, const LineSetting& line);

  const knowledge::Mta& mta_;
  Setups& setups_;
  ValueStore& store_;
  std::map<std::string, std::string> current_;  ///< section, by the file's path
  std::size_t lines_ = 0;                       ///< that are set-ups of their own
};

}  // namespace smtplint::lowering
