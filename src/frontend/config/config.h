#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_format.h"
#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "frontend/config/container_words.h"
#include "frontend/config/program_words.h"
#include "resource/shapes.h"
#include "value/store.h"

/// Configuration files of applications: documents in, settings as path and value out. Knows nothing of mail.
namespace smtplint::config {

using Format = FileFormat;

/// Counted bounds; all are given by the caller.
struct Limits {
  std::uint64_t file_bytes = 0;
  std::uint32_t nesting = 0;
  std::uint32_t parse_progress_per_kilobyte = 0;
  std::uint32_t settings = 0;  ///< of one document

  /// Nodes that one text may have for the settings that it may have.
  [[nodiscard]] std::uint32_t nodes() const {
    constexpr std::uint32_t nodes_per_setting = 16;
    return settings * nodes_per_setting;
  }
};

/// What others know of files: of documents by their schema, of programs by their language.
struct FileKnowledge {
  /// Whether the schema that a JSON document names makes it something else than configuration.
  std::function<bool(std::string_view schema)> is_other_schema;
  std::map<Format, ProgramWords> words;
  /// The format of a file with this name; nothing where it is no configuration.
  std::function<std::optional<Format>(std::string_view name)> format_of = {};
  std::vector<ContainerWords> containers = {};
  std::vector<std::string> template_marks = {};  ///< they stand in texts that become documents when filled in
};

/// A file that is laid over another.
struct Profile {
  std::string name;
  std::string path;
};

/// A document that is judged on its own, with those that change it.
struct Root {
  Format format = Format::json;
  std::string path;
  std::vector<Profile> profiles;
  bool containers_only = false;    ///< only documents count that say which containers run
  bool below_environment = false;  ///< variables of the environment replace settings of the same name
  /// Settings that say under which profiles a document counts; the documents of a file are then laid over
  /// each other. Empty: each is of a program of its own, but for properties.
  std::vector<std::string> document_profiles = {};
  /// Files that fill `${NAME}` in, the strongest first; empty: the one that lies beside the root, if any.
  std::vector<std::string> variable_files = {};
  std::set<std::string> filled_in = {};  ///< its settings that other documents take over
};

/// The files that the documents of a root name.
struct NamedFiles {
  std::set<std::string> read;       ///< all of them
  std::set<std::string> given;      ///< to containers, as their environment
  std::set<std::string> asked_for;  ///< variables whose values `${NAME}` takes
  std::string variables;            ///< the file beside the root that has them; empty: none
  std::map<std::string, std::vector<std::string>> included;  ///< by file: those that have its variables
  std::set<std::string> kinds;  ///< of compute that runs the documents of the root; empty text: not said
};

/// Reads configuration files of one workspace; each at most once.
class Project {
 public:
  /// The file system and the sources must outlive the project.
  Project(const FileSystem& files, SourceStore& sources, const Limits& limits, FileKnowledge knowledge);
  ~Project();
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  /// Those that exist.
  [[nodiscard]] NamedFiles files_named(const Root& root);
  /// The profiles that the documents of a root speak of.
  [[nodiscard]] std::vector<std::string> document_profiles(const Root& root);
  /// The settings of a root under one of its profiles; `profile` is empty for the root alone. One block for
  /// each document of the file, since they may be of different programs, unless they are laid over each
  /// other.
  [[nodiscard]] Shapes evaluate(const Root& root, std::string_view profile, ValueStore& store);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A document that stands inside a value of another language.
struct EmbeddedDocument {
  std::vector<Settings> settings;  ///< one block for each document of the text; without owner
  std::vector<Event> events;
  /// From where on nothing was read, since the text does not parse with what is not known in it.
  std::optional<Place> unread_from = {};
};
/// In its format, or as JSON or YAML, whichever the text is; its places are those that the pieces of the text
/// have. A part that is not known leaves only the settings open in which it stands, and the text cannot be
/// called wrong. Where the text is one of several, each setting is one of theirs. A program is understood by
/// the words of its language.
[[nodiscard]] EmbeddedDocument read_embedded(Value text, const Limits& limits, ValueStore& store,
                                             std::optional<Format> format = std::nullopt,
                                             const ProgramWords* words = nullptr);

/// The first document of a JSON or YAML text as a value over the same text; null where there is none, unknown
/// where it cannot be read.
[[nodiscard]] Value read_document_value(Value text, const Limits& limits, ValueStore& store);

/// What a profile sets counts; the rest stays as it is. Names of settings differ in more than their case.
void lay_over(Settings& base, Settings profile);

/// The comments of a file, with their marks. What looks like one in a value is none.
[[nodiscard]] std::vector<Span> comments(std::string_view text, Format format, const Limits& limits);

/// The names that configuration files have; which of them hold settings, others know.
[[nodiscard]] FileNames file_names();

}  // namespace smtplint::config
