#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/memory_file_system.h"
#include "base/source.h"
#include "frontend/terraform/terraform.h"
#include "marked_source.h"
#include "value/store.h"

namespace smtplint {

/// A Terraform workspace in memory, whose files mark the places that a test speaks of.
class TerraformWorkspace {
 public:
  TerraformWorkspace() = default;

  void add(const std::string& path, std::string_view marked) {
    files_.add(path, MarkedText::parse(marked).text);
    marks_[path] = add_marked(sources_, path, marked);
    paths_.push_back(path);
  }

  terraform::Project& project() {
    if (project_ == nullptr) {
      project_ = std::make_unique<terraform::Project>(files_, sources_, paths_, limits);
    }
    return *project_;
  }

  /// Evaluates the root in a folder; without a name: its first environment.
  Shapes& evaluate(std::string_view folder = "", std::string_view environment = "") {
    for (const terraform::Root& root : project().roots()) {
      if (root.folder != folder) continue;
      for (const terraform::Environment& one : root.environments) {
        if (!environment.empty() && one.name != environment) continue;
        return shapes_ = project().evaluate(root, one, variables, store_);
      }
    }
    ADD_FAILURE() << "there is no root `" << folder << "` with an environment `" << environment << "`";
    return shapes_;
  }

  const Resource* find(std::string_view address) const {
    for (const Resource& resource : shapes_.resources) {
      if (resource.address == address) return &resource;
    }
    return nullptr;
  }

  Value get(std::string_view address, std::string_view property) const {
    const Resource* resource = find(address);
    if (resource == nullptr) {
      ADD_FAILURE() << "there is no resource `" << address << "`";
      return {};
    }
    return resource->properties->get(property);
  }

  std::vector<std::string> addresses() const {
    std::vector<std::string> addresses;
    for (const Resource& resource : shapes_.resources) addresses.push_back(resource.address);
    return addresses;
  }

  Place mark(const std::string& path, std::size_t index = 0) const { return marks_.at(path).at(index); }

  /// The text at each step of a value's chain, from its first place to its last use.
  std::vector<std::string> chain(Value value) const {
    std::vector<std::string> texts;
    for (const Step& step : store_.provenance().chain(value.provenance())) {
      texts.emplace_back(step.place.known() ? sources_.slice(step.place) : step.name);
    }
    return texts;
  }

  std::string_view text_at(Place place) const { return sources_.slice(place); }
  ValueStore& store() { return store_; }
  SourceStore& sources() { return sources_; }
  MemoryFileSystem& files() { return files_; }
  Shapes& shapes() { return shapes_; }

  terraform::Limits limits{.file_bytes = 1u << 20u,
                           .nesting = 100,
                           .parse_progress_per_kilobyte = 4000,
                           .evaluation_steps = 1'000'000,
                           .expansion = 1000,
                           .text_bytes = 1u << 20u,
                           .module_depth = 16};
  terraform::Variables variables;

 private:
  MemoryFileSystem files_;
  SourceStore sources_;
  std::map<std::string, std::vector<Place>> marks_;
  std::vector<std::string> paths_;
  ValueStore store_;
  std::unique_ptr<terraform::Project> project_;
  Shapes shapes_;
};

/// A known value as text that tests can compare: `25`, `"x"`, `[1]`, `{a=1}`, `?var.x`,
/// `azurerm_subnet.a.id`.
inline std::string shown(Value value) {
  if (value.is_absent()) return "absent";
  switch (value.type()) {
    case ValueType::null:
      return "null";
    case ValueType::boolean:
      return value.boolean() ? "true" : "false";
    case ValueType::number:
      return to_text(value.number());
    case ValueType::string:
      return "\"" + std::string(value.text().chars) + "\"";
    case ValueType::reference:
      return std::string(value.reference().address) + "." + std::string(value.reference().path);
    case ValueType::unknown:
      return "?" + std::string(value.reason().name);
    default:
      break;
  }
  std::string text;
  const auto add = [&text](const std::string& one) { text += (text.empty() ? "" : ", ") + one; };
  if (value.is(ValueType::alternatives)) {
    for (const Alternative& one : value.alternatives()) add(shown(one.value));
    return "(" + text + ")";
  }
  if (value.is_mapping()) {
    for (const Entry& entry : value.entries()) add(std::string(entry.key) + "=" + shown(entry.value));
    return "{" + text + (value.rest() == nullptr ? "}" : ", ...}");
  }
  for (const Value item : value.items()) add(shown(item));
  return "[" + text + (value.rest() == nullptr ? "]" : ", ...]");
}

}  // namespace smtplint
