#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// What a file must show before it is worth a parse, and the folders that are never searched:
/// `rules/platform/signs.yaml`.
struct Signs {
  std::vector<std::string> mail;          ///< RE2, without case: any of them and mail may be meant
  std::vector<std::string> azure;         ///< the same for Azure, in the paths or texts of a workspace
  std::vector<std::string> azure_files;   ///< patterns of names: in these texts Azure is looked for
  std::vector<std::string> compute;       ///< RE2, without case: without any of them no compute is deployed
  std::vector<std::string> skip_folders;  ///< names

  static constexpr std::string_view id = "signs";
  [[nodiscard]] static Signs read(Reader& reader);
};

}  // namespace smtplint::knowledge
