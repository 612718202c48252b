#include "frontend/terraform/modules/module_source.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/path.h"
#include "frontend/terraform/modules/module_blocks.h"

namespace smtplint::terraform {
namespace {

constexpr std::array<std::string_view, 5> resource_meta{"count", "for_each", "provider", "depends_on",
                                                        "lifecycle"};
constexpr std::array<std::string_view, 6> call_meta{"source", "version",  "providers",
                                                    "count",  "for_each", "depends_on"};

bool is_override(std::string_view path) {
  std::string_view name = file_name(path);
  for (const std::string_view ending : {".tf.json", ".tf", ".tofu"}) {
    if (!name.ends_with(ending)) continue;
    name.remove_suffix(ending.size());
    return name == "override" || name.ends_with("_override");
  }
  return false;
}

Property& property_named(std::vector<Property>& properties, std::string_view name, Place place) {
  const auto same = std::ranges::find(properties, name, &Property::name);
  if (same != properties.end()) return *same;
  properties.push_back({name, {}, {}, place});
  return properties.back();
}

/// Attributes and blocks as they stand in the source, without the meta-arguments.
void read_properties(Configured& configured, std::span<const std::string_view> meta) {
  const auto is_meta = [meta](std::string_view name) { return std::ranges::find(meta, name) != meta.end(); };
  for (const AttributeRef& attribute : configured.attributes) {
    const std::string_view name = attribute.attribute->name;
    if (is_meta(name)) continue;
    property_named(configured.properties, name, attribute.name_place()).attribute = attribute;
  }
  for (const BlockRef& block : configured.blocks) {
    const std::string_view name = block_name(*block.block);
    if (is_meta(name)) continue;
    const Span span = block.block->type == "dynamic" && !block.block->labels.empty()
                          ? block.block->labels.front().span
                          : block.block->type_span;
    property_named(configured.properties, name, block.document->place(span)).blocks.push_back(block);
  }
  std::ranges::stable_sort(configured.properties, {}, &Property::place);
  configured.count = configured.attribute("count");
  configured.for_each = configured.attribute("for_each");
}

template <typename T>
T made_of(Declaration&& declared) {
  T made;
  static_cast<Declaration&>(made) = std::move(declared);
  return made;
}

bool is_true(const AttributeRef& attribute, bool otherwise) {
  if (!attribute.written() || attribute.attribute->value->kind != hcl::ExprKind::boolean) return otherwise;
  return attribute.attribute->value->boolean;
}

VariableDeclaration variable_of(Declaration&& declared) {
  auto variable = made_of<VariableDeclaration>(std::move(declared));
  if (const AttributeRef type = variable.attribute("type"); type.written()) {
    variable.type = read_type(*type.document, *type.attribute->value);
  }
  variable.fallback = variable.attribute("default");
  variable.nullable = is_true(variable.attribute("nullable"), true);
  variable.sensitive = is_true(variable.attribute("sensitive"), false);
  return variable;
}

OutputDeclaration output_of(Declaration&& declared) {
  auto output = made_of<OutputDeclaration>(std::move(declared));
  output.value = output.attribute("value");
  output.sensitive = is_true(output.attribute("sensitive"), false);
  return output;
}

ResourceDeclaration resource_of(Declaration&& declared, Mode mode) {
  auto resource = made_of<ResourceDeclaration>(std::move(declared));
  resource.mode = mode;
  resource.provider = resource.attribute("provider");
  read_properties(resource, resource_meta);
  return resource;
}

CallDeclaration call_of(Declaration&& declared) {
  auto call = made_of<CallDeclaration>(std::move(declared));
  call.providers = call.attribute("providers");
  if (const AttributeRef source = call.attribute("source"); source.written()) {
    call.literal_source = literal_text(*source.document, *source.attribute->value, call.source);
    if (!call.literal_source) call.source = source.document->slice(source.attribute->value->span);
  }
  read_properties(call, call_meta);
  return call;
}

template <typename T>
void index_names(const std::vector<T>& list, ModuleSource::Names& names) {
  for (std::size_t i = 0; i < list.size(); ++i)
    names.try_emplace(list[i].name, static_cast<std::uint32_t>(i));
}

void index_module(ModuleSource& module) {
  index_names(module.variables, module.variable_names);
  index_names(module.locals, module.local_names);
  index_names(module.outputs, module.output_names);
  index_names(module.calls, module.call_names);
  for (std::size_t i = 0; i < module.resources.size(); ++i) {
    module.resources_of_type[module.resources[i].type].push_back(static_cast<std::uint32_t>(i));
  }
}

void take_blocks(ModuleBlocks&& blocks, ModuleSource& module) {
  for (Declaration& one : blocks.variables) module.variables.push_back(variable_of(std::move(one)));
  for (Declaration& one : blocks.outputs) module.outputs.push_back(output_of(std::move(one)));
  for (Declaration& one : blocks.resources) {
    module.resources.push_back(resource_of(std::move(one), Mode::managed));
  }
  for (Declaration& one : blocks.data_sources) {
    module.resources.push_back(resource_of(std::move(one), Mode::data));
  }
  for (Declaration& one : blocks.calls) module.calls.push_back(call_of(std::move(one)));
  for (Declaration& one : blocks.providers) {
    module.providers.push_back(made_of<ProviderDeclaration>(std::move(one)));
    read_properties(module.providers.back(), {});
  }
  module.locals = std::move(blocks.locals);
  module.has_backend = blocks.has_backend;
}

}  // namespace

int ModuleSource::find(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? -1 : static_cast<int>(found->second);
}

int ModuleSource::find_resource(Mode mode, std::string_view type, std::string_view name) const {
  const auto of_type = resources_of_type.find(type);
  if (of_type == resources_of_type.end()) return -1;
  for (const std::uint32_t index : of_type->second) {
    if (resources[index].mode == mode && resources[index].name == name) return static_cast<int>(index);
  }
  return -1;
}

ModuleSource read_module(SourceFiles& files, std::string folder, const std::vector<std::string>& paths) {
  ModuleSource module;
  module.folder = std::move(folder);
  std::vector<const ConfigurationFile*> overrides;
  ModuleBlocks blocks;
  for (const std::string& path : paths) {
    const Result<const ConfigurationFile*>& file = files.configuration(path);
    if (!file.ok()) {
      module.left_out.push_back({path, file.error().message});
      continue;
    }
    module.files.push_back(path);
    module.empty = module.empty && (*file)->body->blocks.empty() && (*file)->errors.empty();
    for (const hcl::SyntaxError& error : (*file)->errors) {
      module.syntax_errors.push_back(
          {EventKind::syntax_error, (*file)->document.place(error.span), error.message});
    }
    if (is_override(path)) {
      overrides.push_back(*file);
    } else {
      add_file(**file, blocks, module.syntax_errors);
    }
  }
  for (const ConfigurationFile* file : overrides) override_with(*file, blocks, module.syntax_errors);
  take_blocks(std::move(blocks), module);
  index_module(module);
  return module;
}

}  // namespace smtplint::terraform
