#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "base/ip_address.h"
#include "diagnostic/vocabulary.h"
#include "knowledge/host_names.h"
#include "knowledge/provider.h"

namespace smtplint::lowering {

/// What the user and the deployment declare to be their own.
struct OwnNames {
  std::vector<std::string> private_domains;  ///< lower case; a name equal to one or below it is private
  std::vector<IpRange> private_ranges;
  std::vector<Glob> relays{};  ///< hosts, lower case
  std::vector<std::string>
      perhaps_private_domains{};  ///< lower case; private if what declares them is deployed
};

/// What a host name tells of where it is.
struct HostClass {
  Scope scope = Scope::unknown;
  const knowledge::Provider* provider = nullptr;
  bool perhaps_private = false;
  bool placeholder = false;
  bool sink = false;  ///< catches mail and never sends it on
};

/// Classifies a name or address. Unknown parts stand as `hole_text`: what follows them from a dot on may
/// still decide (`${tenant}.mail.protection.outlook.com`).
[[nodiscard]] HostClass class_of(std::string_view host, const knowledge::HostNames& names,
                                 const knowledge::ProviderTable& providers, const OwnNames& own);

/// A name that looks like that of a mail server: `smtp.contoso.com`.
[[nodiscard]] bool is_relay_like(std::string_view host, const knowledge::HostNames& names);

}  // namespace smtplint::lowering
