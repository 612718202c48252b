#pragma once

#include <vector>

#include "knowledge/host_names.h"
#include "knowledge/key_words.h"
#include "knowledge/reader.h"
#include "knowledge/setting_forms.h"

namespace smtplint::knowledge {

/// The word lists of `rules/platform/` by which settings are understood.
class NameTables {
 public:
  static NameTables read(const std::vector<Node>& files, Problems& problems);

  [[nodiscard]] const HostNames& hosts() const { return hosts_; }
  [[nodiscard]] const KeyWords& keys() const { return keys_; }
  [[nodiscard]] const SettingForms& forms() const { return forms_; }

 private:
  HostNames hosts_;
  KeyWords keys_;
  SettingForms forms_;
};

}  // namespace smtplint::knowledge
