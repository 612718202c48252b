#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ip_address.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Names and addresses by which hosts are told apart: `rules/platform/host-names.yaml`. Names in lower case,
/// without final dot.
struct HostNames {
  std::vector<std::string> local;  ///< names; also every name below them
  std::vector<IpRange> local_ranges;
  std::vector<std::string> private_suffixes;
  std::vector<IpRange> private_ranges;
  std::vector<std::string> perhaps_private_labels;  ///< left of the registered domain
  std::vector<std::string> second_levels;           ///< under which countries register names: `co` of `co.uk`
  std::vector<std::string> reserved;                ///< domains that nobody can own
  std::vector<IpRange> reserved_ranges;             ///< for documentation
  std::vector<std::string> placeholder_names;
  std::vector<std::string> placeholder_parts;
  std::vector<std::string> sinks;         ///< names of services that catch mail
  std::vector<std::string> relay_labels;  ///< how the first label of a mail server begins

  static constexpr std::string_view id = "host-names";
  [[nodiscard]] static HostNames read(Reader& reader);
};

}  // namespace smtplint::knowledge
