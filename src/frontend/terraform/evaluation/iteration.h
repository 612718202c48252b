#pragma once

#include <vector>

#include "value/value.h"

namespace smtplint::terraform {

/// What a loop goes through.
struct Iteration {
  struct Item {
    Value key;
    Value value;
  };

  std::vector<Item> items;
  const Reason* rest = nullptr;  ///< set where there may be more, or other, elements
  Value stopped;                 ///< not absent: nothing can be gone through, and this is why
};

}  // namespace smtplint::terraform
