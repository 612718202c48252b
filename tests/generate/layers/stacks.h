#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generate/language.h"

/// The files of programs that lie over each other, below the environment.
namespace smtplint::generate {

/// What one layer says; marked literals.
struct LayerEnds {
  std::optional<std::string> host, port;
};

/// A line for each of them that there is.
[[nodiscard]] std::string lines(const LayerEnds& ends, std::string_view before_host,
                                std::string_view before_port, std::string_view after);

struct Layer {
  std::string_view path;  ///< from the program's folder
  std::string (*write)(const LayerEnds& ends);
  bool unless_set = false;  ///< it names variables that count instead
};

/// From the lowest layer to the highest; the environment lies over all of them.
struct Stack {
  std::string_view name;
  std::span<const Layer> layers;
  Naming environment;
  std::string_view profile_variable{}, profile{};  ///< that the environment has to choose
};
[[nodiscard]] std::span<const Stack> stacks();

}  // namespace smtplint::generate
