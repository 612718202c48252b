#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/framework.h"
#include "knowledge/pattern.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Lines that begin a part of a file which is a set-up of its own.
struct SectionForm {
  std::string key;       ///< its value is the section's name; empty: a file has no sections
  std::string defaults;  ///< a line of this key begins what counts in all sections behind it
  std::string extends;   ///< stands behind the name, and before those of sections whose settings count too
};

/// How the lines of a file hold settings.
struct LineForm {
  enum class Between { equals, blank };
  Between between = Between::equals;  ///< what stands between a key and its value
  std::string comment = "#";          ///< what begins a comment line
  bool continued = false;             ///< a line that begins with a blank goes on with the one before it
  bool each_line = false;             ///< each line is a set-up of its own: a list of servers
  SectionForm sections;
  /// Key and expression; the first group is the value. Without any, each line is a key and its value.
  std::vector<std::pair<std::string, Pattern>> patterns;
};

/// Files in which a program's settings stand.
struct SettingsFile {
  std::vector<std::string> paths;  ///< globs over whole paths
  LineForm lines;
};

/// A command that changes or states settings.
struct SettingsCommand {
  enum class Takes {
    assignments,  ///< `key = value`, each in one word
    parameters,   ///< `-Key value`, `--key=value`
    positions,    ///< values one after the other
  };
  /// What its settings belong to.
  enum class Each {
    program,  ///< all runs set up one program: what a later one says lies over what an earlier one said
    run,      ///< each run sends by itself, with its own settings
    object,   ///< runs for the same object set that up
  };
  std::vector<std::string> names;  ///< lower case
  Takes takes = Takes::assignments;
  std::vector<std::string> keys;  ///< of positions: what each value is for
  Each each = Each::program;
  /// Keys of settings that name the object; none: it is named by the variable that holds it, and each run
  /// makes another one.
  std::vector<std::string> named_by;
  /// Variable of a script -> key: what counts where a run does not set the key, both lower case.
  std::map<std::string, std::string> otherwise;
};

/// A setting that stands inside the value of another one.
struct SettingPart {
  std::string of;   ///< the other one's key
  Pattern matches;  ///< its one group is the value
  std::string key;
};

/// What is done to a machine, and the mailer that it makes. They run as tests.
struct MtaExample {
  FrameworkExample::Kind kind = FrameworkExample::Kind::bad;
  std::string script;
  bool mailer = true;
  bool direct = false;  ///< to the recipients' mail exchangers
  bool stated = true;   ///< of a direct one: something says so
  std::string host;
  std::optional<std::uint16_t> port;
};

/// A mail server or mail program that is set up on machines: `rules/mta/`.
struct Mta {
  Framework program;
  bool listens = false;               ///< takes mail from the programs of its machine, on port 25
  std::vector<std::string> packages;  ///< globs, lower case
  std::vector<std::string> fetched;   ///< globs over addresses that commands bring it from
  std::vector<SettingsFile> files;
  std::vector<SettingsCommand> commands;
  std::vector<SettingPart> parts;
  std::map<std::string, std::string> answers;  ///< question of debconf -> key, both lower case
  std::map<std::string, std::string> members;  ///< member of an object in a script -> key, both lower case
  bool members_of_its_objects = false;  ///< they count only behind a command: others have such members too
  std::vector<MtaExample> examples;

  [[nodiscard]] const SettingsForm& form() const { return program.forms.front(); }
  [[nodiscard]] bool is_package(std::string_view name) const;
  [[nodiscard]] const SettingsFile* file_at(std::string_view path) const;
  static Mta read(Node file, Problems& problems);
};

[[nodiscard]] std::vector<Mta> read_mtas(const std::vector<Node>& files, Problems& problems);

}  // namespace smtplint::knowledge
