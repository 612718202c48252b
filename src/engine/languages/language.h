#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "engine/analyze.h"
#include "knowledge/catalogue.h"
#include "resource/shapes.h"
#include "syntax/parse_cache.h"
#include "syntax/parse_limits.h"
#include "value/store.h"

namespace smtplint::engine {

/// What is analysed on its own, a deployment: a root with one environment.
struct Unit {
  std::size_t root = 0;     ///< index in `Language::roots`
  std::string environment;  ///< empty for the bare root
};

/// One root of a language, with the files that belong to it in any environment.
struct RootInfo {
  std::string name;                       ///< the folder or file
  std::vector<std::string> environments;  ///< names; one empty name where there is no environment
  bool may_be_part = false;               ///< of a root before it, which then reads it: no root of its own
  bool is_given = false;  ///< to others: judged alone only where it is said which compute runs it
  std::optional<WorkloadKind> runs_on = {};  ///< the only kind of compute that can run what it describes
};

/// A language's view of one workspace.
class Language {
 public:
  virtual ~Language() = default;

  [[nodiscard]] virtual const std::vector<RootInfo>& roots() = 0;
  /// All files of a root: its own, those of the modules it uses, and its environments'.
  [[nodiscard]] virtual std::vector<std::string> files_of(std::size_t root) = 0;
  /// Addresses of all that a root declares, without keys; `module.x` for a call whose source is not on disk.
  /// Empty where the language cannot tell.
  [[nodiscard]] virtual std::vector<std::string> declared(std::size_t /*root*/) { return {}; }
  /// The file of the workspace that a root was made of by a compiler; empty where there is none.
  [[nodiscard]] virtual std::string compiled_from(std::size_t /*root*/) { return {}; }
  /// Whether a root may read files that are in no list of the workspace: modules that a tool has fetched.
  [[nodiscard]] virtual bool reads_fetched_modules(std::size_t /*root*/) { return false; }
  /// The variable or parameter files of an environment.
  [[nodiscard]] virtual std::vector<std::string> environment_files(const Unit& /*unit*/) { return {}; }
  /// The variables that any root declares; nothing where a file that may declare more cannot be read.
  [[nodiscard]] virtual std::optional<std::vector<std::string>> variables() {
    return std::vector<std::string>();
  }
  /// The shapes stay valid while the language and the store live.
  [[nodiscard]] virtual Shapes evaluate(const Unit& unit, ValueStore& store) = 0;
};

/// What a language is opened with; all of it must outlive the language.
struct LanguageInput {
  const FileSystem& files;
  SourceStore& sources;
  std::vector<std::string> paths;             ///< those of the workspace that the language claims
  const std::vector<std::string>& workspace;  ///< all paths of the workspace
  const knowledge::Limits& limits;
  const Request& request;
  ParseCache& cache;
  const knowledge::Catalogue& catalogue;
};

/// Whether a file's name says that it is of a language, or only that it may be.
enum class NamedBy { name, content };

/// One row for each language: name, the names of its files, how to open it, and the comments of one of its
/// files.
struct LanguageRow {
  std::string_view name;
  FileNames (*file_names)();
  std::unique_ptr<Language> (*open)(LanguageInput input);
  std::vector<Span> (*comments)(const Source& source, const syntax::ParseLimits& limits) = nullptr;
  std::string_view comment_marker{};  ///< with which a line becomes a comment
  NamedBy named_by = NamedBy::name;
  std::string_view planned_from{};  ///< of plans: the language of the code that they are made of
  bool runs_anywhere = false;       ///< its files do not say on which platform what they describe runs

  [[nodiscard]] bool may_claim(std::string_view path) const { return file_names().contain(path); }
};

[[nodiscard]] std::span<const LanguageRow> languages();
/// A name that says its language belongs to no language that looks at content.
[[nodiscard]] bool is_claimed_by(const LanguageRow& row, std::string_view path);

}  // namespace smtplint::engine
