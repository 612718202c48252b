#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/pattern.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// What shows that something is deployed to a cloud other than the public one.
struct CloudSigns {
  std::string cloud;                   ///< `us-government`, `china`
  Pattern locations;                   ///< names of its regions
  std::vector<std::string> endpoints;  ///< domains that belong to it
};

/// `rules/platform/clouds.yaml`
struct Clouds {
  std::string location;  ///< the property of a resource that names its region
  std::vector<CloudSigns> others;

  static constexpr std::string_view id = "clouds";
  [[nodiscard]] static Clouds read(Reader& reader);

  /// The words of the cloud that a region belongs to, or a domain that a text names; empty for the public
  /// one.
  [[nodiscard]] std::string_view of_location(std::string_view name) const;
  [[nodiscard]] std::string_view of_endpoints(std::string_view text) const;
};

}  // namespace smtplint::knowledge
