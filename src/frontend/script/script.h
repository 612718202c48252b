#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_names.h"
#include "resource/image_build.h"
#include "resource/machine_setup.h"
#include "value/store.h"

/// Scripts and cloud-init documents that set a machine up: a text in, what it does to the machine out. Knows
/// nothing of mail.
namespace smtplint::script {

/// Counted bounds; all are given by the caller.
struct Limits {
  std::uint32_t depth = 0;  ///< of documents in documents: a script in a cloud-init in a multipart message
  std::uint32_t nesting = 0;
  std::uint32_t parse_progress_per_kilobyte = 0;
  std::uint32_t steps = 0;  ///< of one text
  std::uint64_t text_bytes = 0;
};

/// What a text is, as far as the one who holds it knows.
enum class Kind {
  user_data,  ///< what cloud-init takes: a script, a cloud-config, several in one message
  shell,
  power_shell,
  commands,  ///< the command line of a program, or a script
};

/// What the reading of one deployment's texts shares.
struct Session {
  Limits limits;
  /// The documents of a YAML or JSON text as values over the same text; unknown where it cannot be read.
  std::function<Value(Value text)> read_document;
  ValueStore& store;
  /// The text of a script that is given to the machine by its name; absent where there is none, or no
  /// function.
  std::function<Value(std::string_view name)> find_script = {};
  /// What copying a file or folder into an image makes there: the files that matter, by path, with their
  /// texts; no function where there are no files.
  std::function<std::vector<std::pair<std::string, Value>>(std::string_view from, std::string_view to)>
      copy_files = {};
  std::uint32_t branches = 0x80000000u;  ///< numbers that the conditions of no other language have
};

/// A configuration of a script of PowerShell that a machine is to be brought to.
struct ConfigurationCall {
  Value script;
  Value name;       ///< of the configuration; where it is not known, any that the script has
  Value arguments;  ///< what it is given, by name; or a list of objects with `Name` and `Value`
};

/// What a text does, or the script whose lines several texts are. Parts of it that are not known stay
/// unknown; that something was left out for a limit is said in the gaps.
/// `arguments` are objects with the `name` and `value` of what a script is given, or absent.
[[nodiscard]] MachineSetup read(Value text, Kind kind, Session& session, Value arguments = {});
[[nodiscard]] MachineSetup read(const ConfigurationCall& call, Session& session);
/// What building an image does to it, and starting one.
[[nodiscard]] MachineSetup read(const ImageBuild& build, Session& session);
/// What the provisioners of one resource of Terraform do: objects with their `type`, and what stands in their
/// blocks.
[[nodiscard]] MachineSetup read_provisioners(Value blocks, Session& session);

/// The names that scripts have.
[[nodiscard]] FileNames file_names();
/// The comments of a script, with their marks.
[[nodiscard]] std::vector<Span> comments(std::string_view path, std::string_view text, std::uint32_t nesting,
                                         std::uint32_t progress_per_kilobyte);

}  // namespace smtplint::script
