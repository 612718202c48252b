#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "resource/resource.h"
#include "value/value.h"

namespace smtplint {

/// A setting of a document or environment block: `SMTP_PORT`, `Smtp:Host`.
struct Setting {
  std::string path;
  Value value;
  Place key_place;
  /// Of the environment, in this order: where one of them is set, its value counts instead.
  std::vector<std::string> variables = {};
};

/// Where settings stand.
enum class SettingsHome {
  environment,             ///< of a program, or a property of a resource
  file,                    ///< read by a program
  file_below_environment,  ///< in which variables of the environment replace settings of the same name
};

/// Who sends by the words of a document that says which programs run: `compose/web`.
struct Runner {
  std::string address;  ///< empty where no document says it
  std::string kind;     ///< of compute
};

enum class SettingsLayer { base, profile, deployment };

/// A document or environment block as path -> value.
struct Settings {
  std::string owner;  ///< address of the resource that runs it; empty where that is not known
  Runner runner = {};
  Setting image = {};    ///< from which the program starts; absent where that is not known
  std::string document;  ///< path of the file, or property path of the environment block
  std::string profile;   ///< `Production`
  SettingsHome home = SettingsHome::environment;
  SettingsLayer layer = SettingsLayer::deployment;
  bool complete = true;  ///< false where further settings may exist that are not known
  std::vector<Setting> values;
  Place place;
};

/// Something the analysis met and has to say: a part that does not parse, a limit, a file left out.
enum class EventKind { syntax_error, limit_reached, unresolved_module };
struct Event {
  EventKind kind = EventKind::syntax_error;
  Place place;
  std::string detail;  ///< what: the parser's sentence, the name of the limit, the module's source
};

/// A file of a known format that should have been read and was not.
struct LeftOut {
  std::string path;
  std::string reason;
};

/// What an evaluation has met beside its results.
struct Met {
  std::vector<Event> events;
  std::vector<LeftOut> left_out;
  std::vector<std::string> files_read;  ///< documents that evaluation read: `file("x")`

  void add(Met more);
};

/// What an evaluation by need has met so far. It goes on meeting things while properties are asked for, and
/// keeps all that `Shapes` held when it was made.
class EvaluationLog {
 public:
  virtual ~EvaluationLog() = default;
  [[nodiscard]] virtual Met met() const = 0;
  /// Sensitive texts near those that were asked for: no output may show them as their surroundings.
  [[nodiscard]] virtual std::vector<Place> secrets() const { return {}; }
};

/// What the root, or a module in it, hands out.
struct Output {
  std::string name;  ///< `output.port`, `module.mail.port`
  Value value;
  bool of_root = true;
};

/// What the frontends found in one deployment, and what they had met by then.
struct Shapes : Met {
  std::vector<Resource> resources;
  std::vector<Settings> settings;
  std::shared_ptr<const EvaluationLog> later;    ///< nullptr where nothing is evaluated by need
  std::function<std::vector<Output>()> outputs;  ///< evaluated when they are asked for; may be empty

  /// What evaluation has met by now.
  [[nodiscard]] Met met_so_far() const { return later == nullptr ? Met(*this) : later->met(); }
};

}  // namespace smtplint
