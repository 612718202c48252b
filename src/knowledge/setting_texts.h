#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/configuration_files.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A setting whose text holds further settings.
struct SettingText {
  std::vector<std::string> keys;  ///< patterns
  FileFormat format = FileFormat::json;
  std::string
      file;  ///< the file that the text becomes; empty: its settings stand beside the one that holds it
  std::string before;  ///< what the program puts before the text when it reads it
};

/// `rules/platform/setting-texts.yaml`
class SettingTexts {
 public:
  /// nullptr where the text of a setting is just that.
  [[nodiscard]] const SettingText* of(std::string_view key) const;
  static constexpr std::string_view id = "setting-texts";
  [[nodiscard]] static SettingTexts read(Reader& reader);

 private:
  std::vector<SettingText> texts_;
};

}  // namespace smtplint::knowledge
