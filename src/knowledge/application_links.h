#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A kind of statement by which a file says which folder's program runs on which compute.
struct ApplicationLinkKind {
  /// What the name of the compute is, the strongest evidence first.
  enum class Says { service, image, resource };

  std::vector<std::string> files;           ///< patterns of names
  std::vector<std::string> in;              ///< patterns of folders; empty: anywhere
  std::string each;                         ///< where the statements stand: `jobs.*.steps[*]`
  std::map<std::string, std::string> when;  ///< key -> the pattern that its value fits
  Says says = Says::resource;
  std::string name;                ///< the key with the name; `*`: what `*` stands for
  std::vector<std::string> paths;  ///< the keys with the folder; the first that is there counts
  bool from_file = false;          ///< paths begin in the folder of the file, else in the workspace

  [[nodiscard]] bool stands_in(std::string_view path) const;
};

/// Who says which compute runs a program: `rules/platform/application-links.yaml`.
class ApplicationLinks {
 public:
  [[nodiscard]] const std::vector<ApplicationLinkKind>& kinds() const { return kinds_; }
  /// The variables by which programs choose the profile of their configuration.
  [[nodiscard]] const std::vector<std::string>& profile_variables() const { return profile_variables_; }

  static constexpr std::string_view id = "application-links";
  [[nodiscard]] static ApplicationLinks read(Reader& reader);

 private:
  std::vector<ApplicationLinkKind> kinds_;
  std::vector<std::string> profile_variables_;
};

}  // namespace smtplint::knowledge
