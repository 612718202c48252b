#pragma once

#include <array>
#include <string_view>

/// The folders of `rules/`.
namespace smtplint::knowledge::section {

inline constexpr std::string_view checks = "checks";
inline constexpr std::string_view policy = "policy";
inline constexpr std::string_view subscriptions = "subscriptions";
inline constexpr std::string_view resources = "resources";
inline constexpr std::string_view providers = "providers";
inline constexpr std::string_view frameworks = "frameworks";
inline constexpr std::string_view mta = "mta";
inline constexpr std::string_view platform = "platform";

inline constexpr std::array<std::string_view, 8> all = {checks,    policy,     subscriptions, resources,
                                                        providers, frameworks, mta,           platform};

}  // namespace smtplint::knowledge::section
