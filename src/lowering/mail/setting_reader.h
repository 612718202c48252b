#pragma once

#include <optional>
#include <string>
#include <vector>

#include "knowledge/catalogue.h"
#include "lowering/mail/endpoint_text.h"
#include "lowering/mail/host_class.h"
#include "model/mailer.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::lowering {

/// A port as one alternative of a setting states it.
struct PortReading {
  model::PortChoice choice;
  bool unset = false;    ///< null or empty: nothing is stated
  bool no_port = false;  ///< text that is no port
  std::string unless;    ///< holds unless this variable is set; empty: certain
};

/// A server as one alternative of a setting states it.
struct EndpointReading {
  model::HostChoice host;
  std::optional<PortReading> port;            ///< written beside the host
  const knowledge::Scheme* scheme = nullptr;  ///< of a URL
  bool has_login = false;                     ///< a URL with a user
  bool host_alone = false;                    ///< written in brackets: no port can be in it
  bool sink = false;
  bool unset = false;
  std::string unless;
  std::size_t position = 0;  ///< in a list of servers
};

/// Reads the values of settings: what they state, alternative by alternative, with the places to mark.
class SettingReader {
 public:
  SettingReader(const knowledge::Catalogue& catalogue, const OwnNames& own, ValueStore& store)
      : catalogue_(catalogue), own_(own), store_(store) {}

  [[nodiscard]] std::vector<PortReading> ports(const Setting& setting) const;
  /// Nothing for an alternative whose text cannot be the name of a server. URLs need a scheme of SMTP.
  [[nodiscard]] std::vector<EndpointReading> endpoints(const Setting& setting) const;
  /// On where a value is set, also as a secret; absent where it is empty.
  [[nodiscard]] model::Stated is_set(const Setting& setting) const;
  /// The text of a scalar in lower case; nothing where it is not known or has alternatives.
  [[nodiscard]] std::optional<std::string> word(const Setting& setting) const;
  /// Why a setting that has no word is open, as a sentence.
  [[nodiscard]] std::string why_open(const Setting& setting) const;
  /// The word as a switch: `true`, `false`, or nothing.
  [[nodiscard]] std::optional<bool> flag(const std::string& word) const;
  /// The places of user names and passwords in URLs, and of whole values that are credentials.
  void add_secrets(const Setting& setting, bool whole_value, std::vector<Place>& places) const;

  [[nodiscard]] HostClass class_of_host(std::string_view host) const;
  [[nodiscard]] const knowledge::Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] ValueStore& store() const { return store_; }

 private:
  struct Part;  ///< a value with the choices under which it holds

  [[nodiscard]] PortReading port_of(const Part& part, const Setting& setting) const;
  [[nodiscard]] PortReading port_in_text(Value text, TextRange range, Place key) const;
  void read_endpoints(const Part& part, const Setting& setting, std::vector<EndpointReading>& readings) const;
  [[nodiscard]] std::optional<EndpointReading> endpoint_of(Value text, const EndpointText& form,
                                                           Place key) const;
  [[nodiscard]] bool is_secret_reference(std::string_view text) const;

  const knowledge::Catalogue& catalogue_;
  const OwnNames& own_;
  ValueStore& store_;
};

}  // namespace smtplint::lowering
