#pragma once

#include <functional>

#include "resource/resource.h"
#include "value/store.h"

namespace smtplint {

/// Reads a text that is a JSON document; unknown where it is none. The place is that of the property.
using JsonReader = std::function<Value(Value text, Place place)>;

/// Turns a resource of Terraform's `azapi` provider into the ARM resource that it stands for, where its type
/// is known. The store must outlive it.
void express_as_arm(Resource& resource, ValueStore& store, JsonReader read_json);

}  // namespace smtplint
