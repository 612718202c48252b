#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/terraform/modules/module_source.h"
#include "value/existence.h"
#include "value/value.h"

namespace smtplint::terraform {

enum class Progress : std::uint8_t { empty, running, done };

/// A value that is computed at most once.
struct Memo {
  Value value;
  Progress progress = Progress::empty;
};

/// Which of the instances that `count` or `for_each` make this is.
struct InstanceKey {
  enum class Kind : std::uint8_t { none, number, text, unknown };

  Kind kind = Kind::none;
  std::int64_t index = 0;
  std::string_view text;
  Value each_key;    ///< with `count`: `count.index`
  Value each_value;  ///< absent with `count`
  Existence existence;
};

struct ModuleInstance;

/// One instance of a resource, data source, provider or module call, with its arguments. They are evaluated
/// in `module`.
struct Instance {
  ModuleInstance* module = nullptr;
  const Configured* configured = nullptr;
  InstanceKey key;
  std::string_view address;
  std::vector<Memo> properties;  ///< as `configured->properties`
};

/// What `count` or `for_each` come to.
struct Expansion {
  enum class Kind : std::uint8_t { single, counted, keyed };

  Kind kind = Kind::single;
  std::vector<InstanceKey> keys;
  const Reason* open = nullptr;  ///< set where there may be more than `keys` says
};

struct ResourceSet {
  const ResourceDeclaration* declaration = nullptr;
  Progress progress = Progress::empty;
  Expansion::Kind kind = Expansion::Kind::single;
  const Reason* open = nullptr;
  std::vector<Instance*> instances;
};

struct ModuleSet {
  const CallDeclaration* declaration = nullptr;
  Progress progress = Progress::empty;
  Expansion::Kind kind = Expansion::Kind::single;
  const Reason* open = nullptr;
  std::vector<ModuleInstance*> instances;
};

/// One instance of a module: the root, or what a call makes.
struct ModuleInstance {
  const ModuleSource* source = nullptr;  ///< nullptr where the call's source is not on disk
  ModuleInstance* parent = nullptr;      ///< nullptr for the root
  Instance* call = nullptr;              ///< nullptr for the root
  std::string_view address;              ///< `module.mail["a"]`, empty for the root
  std::string manifest_key;              ///< `net.sub`, as `modules.json` names it
  std::uint32_t depth = 0;
  Existence existence;  ///< with that of its callers
  std::vector<Memo> variables;
  std::vector<Memo> locals;
  std::vector<Memo> outputs;
  std::vector<ResourceSet> resources;
  std::vector<ModuleSet> calls;
};

}  // namespace smtplint::terraform
