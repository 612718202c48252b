#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/reader.h"
#include "knowledge/setting_forms.h"

namespace smtplint::knowledge {

/// Which port a program dials where the settings name a host and no port.
enum class PortFamily {
  fixed,       ///< the same whatever the TLS mode is
  by_tls,      ///< the port follows the TLS mode
  submission,  ///< never 25
  required,    ///< none: the program refuses or the application decides
};

/// What the value of one key says of TLS; the first key that says something counts.
struct TlsKey {
  std::string key;
  std::map<std::string, TlsMode> values;  ///< lower case; booleans as `true` and `false`
};

/// A value (or its absence) under which the program does not talk to the host by SMTP.
struct StateKey {
  enum class Meaning {
    silent,               ///< sends nothing, or by something else than SMTP
    direct,               ///< delivers to the recipients' mail exchangers itself
    direct_without_host,  ///< the same where no host is set
    open,                 ///< where no host is set, that stands elsewhere
  };
  std::string key;
  std::vector<std::string> is;      ///< the values; or
  std::vector<std::string> is_not;  ///< every value but these
  bool when_absent = false;         ///< also where nobody sets the key
  Meaning meaning = Meaning::silent;
};

/// One spelling of a program's settings. Keys are compared without case, with `:` and `__` as the same.
struct SettingsForm {
  enum class Kind { environment, file };
  Kind kind = Kind::environment;
  std::vector<std::string> files;     ///< of a file form: names and globs
  std::string below;                  ///< a pattern of what stands before the keys; empty: anything
  std::vector<std::string> evidence;  ///< keys of which one must be there
  /// Keys that others have too, with the patterns of values that are evidence.
  std::map<std::string, std::vector<std::string>> evidence_values;
  std::vector<std::string> images;   ///< patterns of images, any of which is evidence too
  bool own_keys = false;             ///< nobody else has these keys: each of them is evidence
  std::vector<std::string> ignores;  ///< keys that look like a mail server's and are not
  std::vector<std::string> host, port, dsn, user, password;
  std::vector<TlsKey> tls;
  std::vector<StateKey> states;
  std::map<std::string, std::vector<std::string>> login_off;  ///< key -> values that switch the login off
};

/// Settings that the program's file shows, and the mailer that they make. They run as tests.
struct FrameworkExample {
  enum class Kind { bad, good, omitted };
  Kind kind = Kind::bad;
  std::vector<std::pair<std::string, std::string>> settings;
  std::string file;     ///< in which they stand; empty: an environment
  std::string image;    ///< that is given them; empty: nobody says
  bool mailer = true;   ///< false: no mailer
  bool direct = false;  ///< delivers to the recipients' mail exchangers
  bool stated = true;   ///< false: nothing says that it does, and something may say otherwise
  std::string host;     ///< empty: not known
  std::optional<std::uint16_t> port;
  std::string origin;  ///< written, framework-default, unknown
};

/// How one program or library spells its mail settings: `rules/frameworks/`.
struct Framework {
  std::string id;
  std::string name;
  std::vector<SettingsForm> forms;
  std::string default_host;  ///< empty: none
  PortFamily family = PortFamily::required;
  std::map<TlsMode, std::uint16_t> default_ports;  ///< complete for all families but `required`
  TlsMode tls_otherwise = TlsMode::opportunistic;  ///< where no key says anything
  /// What it does where no host is set.
  enum class WithoutHost {
    silent,      ///< nothing
    direct,      ///< delivers to the recipients' mail exchangers
    set_inside,  ///< the same, unless a relay is set in an interface of its own
  };
  WithoutHost without_host = WithoutHost::silent;
  [[nodiscard]] bool delivers_directly() const { return without_host != WithoutHost::silent; }
  std::string set_elsewhere;  ///< where the program also reads the port from; empty: nowhere else
  std::vector<FrameworkExample> examples;
  std::vector<std::string> sources;

  [[nodiscard]] std::optional<std::uint16_t> default_port(TlsMode mode) const;
  static Framework read(Node file, Problems& problems);
  /// Name, ports and what holds without host; not its forms, examples and sources.
  static Framework read_program(Reader& reader);
};

/// A form and its framework, by index.
struct FormRef {
  std::size_t framework = 0;
  std::size_t form = 0;
  auto operator<=>(const FormRef&) const = default;
};

/// The key as it is compared: lower case, `:` as `__`.
[[nodiscard]] std::string comparable_key(std::string_view key);

class FrameworkTable {
 public:
  static FrameworkTable read(const std::vector<Node>& files, Problems& problems);

  [[nodiscard]] const std::vector<Framework>& all() const { return frameworks_; }
  /// The forms for which an image is evidence.
  [[nodiscard]] const std::vector<FormRef>& forms_with_images() const { return with_images_; }
  /// The forms that a key is evidence for, whatever its value or with some; `key` as `comparable_key` gives
  /// it.
  [[nodiscard]] const std::vector<FormRef>& forms_with(const std::string& key) const;

 private:
  std::vector<Framework> frameworks_;
  std::unordered_map<std::string, std::vector<FormRef>> by_evidence_;
  std::vector<FormRef> with_images_;
};

}  // namespace smtplint::knowledge
