#pragma once

#include <string_view>

#include "frontend/terraform/files/document.h"
#include "value/value.h"

namespace smtplint::terraform {

struct InstanceKey;
struct ModuleInstance;
struct Instance;

/// A name that a `for`, a `dynamic` block or a template loop gives; lives on the stack of its loop.
struct Binding {
  std::string_view name;
  Value value;
  const Binding* outer = nullptr;
};

/// Where an expression stands, and so what its names mean.
struct Scope {
  const Document* document = nullptr;
  ModuleInstance* module = nullptr;  ///< nullptr where no reference is allowed: variable files, templates
  const InstanceKey* key = nullptr;  ///< of `each` and `count`
  Instance* self = nullptr;
  const Binding* bindings = nullptr;
  Value names;  ///< an object of further names: the variables of a template
  Value splat_item;
};

}  // namespace smtplint::terraform
