#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/framework.h"
#include "resource/shapes.h"

namespace smtplint::lowering {

/// Settings by their keys as `knowledge::comparable_key` gives them, without what stands before a program's
/// keys in a document.
using SettingsByKey = std::unordered_map<std::string, const Setting*>;

/// Settings that belong to one mailer, sorted by what they are for. All of one block, which must outlive it.
struct Draft {
  const knowledge::Framework* framework = nullptr;  ///< nullptr: found by the words of the keys alone
  const knowledge::SettingsForm* form = nullptr;
  std::shared_ptr<const SettingsByKey> settings;  ///< those among which a known program finds its own
  std::vector<const Setting*> hosts;              ///< also URLs
  const Setting* port = nullptr;
  bool port_is_bare = false;                   ///< nothing but where it stands says that it is this server's
  const Setting* made_by = nullptr;            ///< what puts the program there, where no setting need say so
  std::string set_by;                          ///< what sets it in a way that is not known
  bool delivery_stated = true;                 ///< it is known how it delivers where no setting says so
  std::vector<const Setting*> credentials;     ///< users and passwords
  std::vector<const Setting*> tls;             ///< without framework
  std::vector<const Setting*> login_switches;  ///< without framework
  std::vector<const Setting*> enabled;         ///< without framework: switches of the feature
  std::vector<const Setting*> disabled;
};

}  // namespace smtplint::lowering
