#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/catalogue.h"

namespace smtplint::cli {

/// The catalogue that a command works with; owns it where it is not the built-in one.
class CatalogueChoice {
 public:
  /// The built-in catalogue, with the rule files of a folder over it if one is named. The error has one line
  /// for each mistake in the rule files.
  [[nodiscard]] static Result<CatalogueChoice> open(const std::optional<std::string>& rules_folder);

  [[nodiscard]] const knowledge::Catalogue& catalogue() const { return *catalogue_; }
  /// Names of built-in entries that the folder replaces.
  [[nodiscard]] const std::vector<std::string>& replaced() const { return replaced_; }

 private:
  CatalogueChoice() = default;
  static Result<CatalogueChoice> with_folder(const std::string& folder);

  std::unique_ptr<const std::string> bytes_;  ///< of the folder's image; the catalogue reads them in place
  std::unique_ptr<const knowledge::Image> overlay_;
  std::unique_ptr<const knowledge::Catalogue> own_;
  const knowledge::Catalogue* catalogue_ = nullptr;
  std::vector<std::string> replaced_;
};

}  // namespace smtplint::cli
