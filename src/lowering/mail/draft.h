#pragma once

#include <string>
#include <vector>

#include "knowledge/framework.h"
#include "resource/shapes.h"

namespace smtplint::lowering {

/// Settings that belong to one mailer, sorted by what they are for. All of one block, which must outlive it.
struct Draft {
  const knowledge::Framework* framework = nullptr;  ///< nullptr: found by the words of the keys alone
  const knowledge::SettingsForm* form = nullptr;
  std::string scope;  ///< of a known program in a document: what stands before its keys, as they are compared
  std::vector<const Setting*> hosts;  ///< also URLs
  const Setting* port = nullptr;
  std::vector<const Setting*> credentials;     ///< users and passwords
  std::vector<const Setting*> tls;             ///< without framework
  std::vector<const Setting*> login_switches;  ///< without framework
  std::vector<const Setting*> enabled;         ///< without framework: switches of the feature
  std::vector<const Setting*> disabled;
};

}  // namespace smtplint::lowering
