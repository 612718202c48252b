#include "frontend/config/container_settings.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "base/path.h"

namespace smtplint::config {
namespace {

constexpr std::size_t most_layers = 8;

const Node* document_of(const File& file) {
  return file.gap().empty() && !file.reading.documents.empty() ? &file.reading.documents.front() : nullptr;
}

/// Single quotes keep a value of a file of variables as it is.
bool is_in_single_quotes(const Source& source, const Setting& setting, const ValueStore& store) {
  const Place place = store.provenance().step(setting.value.provenance()).place;
  return place.known() && place.span.begin > 0 && source.text()[place.span.begin - 1] == '\'';
}

}  // namespace

ContainerSettings::ContainerSettings(ReadFiles& files, NamedDocuments& named, const Root& root,
                                     DocumentPlace document, const ContainerDocument& parts,
                                     ValueStore& store)
    : files_(files),
      named_(named),
      root_(root),
      document_(std::move(document)),
      parts_(parts),
      store_(store) {}

Settings ContainerSettings::of(const Container& container) {
  Settings settings = SettingsWriter(files_, *document_.file, store_).empty(root_, container.name);
  settings.runner = {container.address, parts_.words->kind};
  const std::vector<Layer> layers = layers_of(container);
  for (const Layer& layer : layers) {
    for (const Node* environment : layer.container->environment)
      add_environment(*layer.document.file, *environment, settings);
  }
  for (const Layer& layer : layers) add_files(layer, settings);
  for (const Layer& layer : layers) {
    for (auto reference = layer.container->named.rbegin(); reference != layer.container->named.rend();
         ++reference)
      add_named(layer, *reference, settings);
    if (layer.container->image == nullptr || !settings.image.value.is_absent()) continue;
    settings.image =
        SettingsWriter(files_, *layer.document.file, store_).setting("image", *layer.container->image);
    fill_in(settings.image);
  }
  return settings;
}

/// The container and those below it, itself first.
std::vector<ContainerSettings::Layer> ContainerSettings::layers_of(const Container& container) {
  std::vector<Layer> layers{{&container, document_}};
  while (layers.back().container->base && layers.size() < most_layers) {
    Layer base = base_of(layers.back());
    if (base.container == nullptr) break;
    layers.push_back(std::move(base));
  }
  return layers;
}

ContainerSettings::Layer ContainerSettings::base_of(const Layer& layer) {
  const BaseContainer& base = *layer.container->base;
  DocumentPlace place = layer.document;
  if (!base.file.empty()) {
    const auto path = join_path(folder_of(place.path), base.file);
    if (!path) return {};
    place = {*path, &files_.read(*path, Format::yaml), 0};
  }
  const Node* document = document_of(*place.file);
  if (document == nullptr) return {};
  auto parts = containers_in(*document, place.path, files_.knowledge().containers);
  if (!parts) return {};
  const ContainerDocument& kept = others_.emplace_back(std::move(*parts));
  const auto found = std::ranges::find(kept.containers, base.name, &Container::service);
  return found == kept.containers.end() ? Layer() : Layer{&*found, std::move(place)};
}

void ContainerSettings::add_below(Settings& settings, Settings below) {
  std::unordered_set<std::string> known;
  for (const Setting& setting : settings.values) known.insert(setting.path);
  std::ranges::copy_if(std::make_move_iterator(below.values.begin()),
                       std::make_move_iterator(below.values.end()), std::back_inserter(settings.values),
                       [&known](const Setting& setting) { return !known.contains(setting.path); });
  settings.complete = settings.complete && below.complete;
}

void ContainerSettings::add_environment(const File& file, const Node& environment, Settings& settings) {
  Settings own;
  SettingsWriter(files_, file, store_)
      .add(environment, row_of(root_.format).separator, files_.limits().settings, own);
  for (Setting& setting : own.values) fill_in(setting);
  add_below(settings, std::move(own));
}

/// The last file counts most.
void ContainerSettings::add_files(const Layer& layer, Settings& settings) {
  const auto& files = layer.container->files;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    const auto path = join_path(folder_of(layer.document.path), file->path);
    const File* read = path ? &files_.read(*path, Format::dotenv) : nullptr;
    const Node* variables = read == nullptr ? nullptr : document_of(*read);
    if (variables == nullptr) {
      settings.complete = settings.complete && !file->required;
      if (path && file->required)
        missing_.push_back({*path, "`" + layer.document.path + "` names it, and it cannot be read"});
      continue;
    }
    Settings below;
    SettingsWriter(files_, *read, store_)
        .add(*variables, row_of(Format::dotenv).separator, files_.limits().settings, below);
    for (Setting& setting : below.values) {
      if (!is_in_single_quotes(files_.source(*read), setting, store_)) fill_in(setting);
    }
    add_below(settings, std::move(below));
  }
}

void ContainerSettings::add_named(const Layer& layer, const SettingsReference& reference,
                                  Settings& settings) {
  const DocumentPlace found = named_.find(layer.document, reference);
  if (found.file == nullptr) {
    settings.complete = settings.complete && !reference.variable.empty();
    return;
  }
  Settings all;
  SettingsWriter writer(files_, *found.file, store_);
  for (const std::string& place : reference.words->settings) {
    const Node* node = node_at(found.node(), place);
    if (node != nullptr) writer.add(*node, row_of(root_.format).separator, files_.limits().settings, all);
  }
  for (Setting& setting : all.values) {
    if (reference.words->secret) setting.value = store_.as_sensitive(setting.value);
  }
  if (reference.variable.empty()) return add_below(settings, std::move(all));
  const auto one = std::ranges::find(all.values, reference.key, &Setting::path);
  const auto variable = std::ranges::find(settings.values, reference.variable, &Setting::path);
  if (one == all.values.end() || variable == settings.values.end()) return;
  variable->value =
      store_.with_step(one->value, How::variable, variable->key_place, store_.keep(reference.name));
}

/// A variable that is only named has the value that it has where the containers are started.
void ContainerSettings::fill_in(Setting& setting) {
  if (parts_.words->variables.empty()) return;
  const bool in_list = setting.path.starts_with('[') && setting.value.is(ValueType::string);
  if (in_list) setting.path = setting.value.text().chars;
  if (in_list || setting.value.is(ValueType::null)) {
    const auto value = variable(setting.path);
    setting.value =
        value ? *value : store_.unknown(ReasonKind::no_value, store_.keep(setting.path), setting.key_place);
    return;
  }
  const FindVariable find = [this](std::string_view name) { return variable(name); };
  Interpolated filled = interpolate(setting.value, find, store_);
  setting.value = filled.value;
  setting.variables.insert(setting.variables.end(), filled.variables.begin(), filled.variables.end());
}

/// A variable that asks for itself has no value.
std::optional<Value> ContainerSettings::variable(std::string_view name) {
  const auto known = variables_.find(name);
  if (known != variables_.end()) return known->second;
  variables_.emplace(name, std::nullopt);
  auto value = read_variable(name);
  return variables_[std::string(name)] = value;
}

std::optional<Value> ContainerSettings::read_variable(std::string_view name) {
  const auto beside = join_path(folder_of(root_.path), parts_.words->variables);
  std::vector<std::string> paths = root_.variable_files;
  if (paths.empty() && beside) paths.push_back(*beside);
  for (const std::string& path : paths) {
    if (const auto value = read_variable(name, path)) return value;
  }
  return std::nullopt;
}

std::optional<Value> ContainerSettings::read_variable(std::string_view name, const std::string& path) {
  if (files_.file_system().kind(path) != EntryKind::file) return std::nullopt;
  const File& file = files_.read(path, Format::dotenv);
  const Node* variables = document_of(file);
  if (variables == nullptr) return std::nullopt;
  const auto found = std::ranges::find(variables->members, name, &Member::name);
  if (found == variables->members.end()) return std::nullopt;
  const Setting setting = SettingsWriter(files_, file, store_).setting(name, found->value);
  if (is_in_single_quotes(files_.source(file), setting, store_)) return setting.value;
  return interpolate(
             setting.value, [this](std::string_view inner) { return variable(inner); }, store_)
      .value;
}

}  // namespace smtplint::config
