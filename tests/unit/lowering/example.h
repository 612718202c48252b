#pragma once

#include <deque>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "knowledge/image_writer.h"
#include "knowledge/mapping.h"
#include "knowledge/yaml_import.h"
#include "lowering/lowering.h"
#include "lowering/property_reader.h"
#include "model/show.h"
#include "value/text.h"

namespace smtplint::lowering {

/// A file of resources in neutral shape and the model that they must become. In values, `ref:ADDRESS#PATH` is
/// a symbol, `unknown:NAME` a variable without value, `${ADDRESS#PATH}` a symbol inside a text, `${NAME}` a
/// hole, `either:A|B` one of two.
class Example {
 public:
  explicit Example(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    knowledge::ImageWriter writer;
    knowledge::import_yaml("examples", file.filename().string(), text.str(), writer, problems);
    bytes_ = writer.finish();
    image_ = std::make_unique<knowledge::Image>(bytes_);
    const auto roots = image_->section("examples");
    if (roots.empty()) return;
    root_ = roots.front();
    read_mappings();
    for (const knowledge::Node node : items(root_.find("resources"))) add_resource(node);
  }

  [[nodiscard]] std::string expected() const { return std::string(root_.find("expect").text()); }

  /// The model, the settings and the embedded texts, a line each.
  [[nodiscard]] std::string lowered(const std::vector<knowledge::Mapping>& rules) {
    const Lowered result = lower_resources(shapes, mappings.empty() ? rules : mappings, store);
    std::string text = model::dump(result.model);
    for (const SettingsBlock& block : result.settings) text += show(result.model, block);
    for (const EmbeddedText& embedded : result.embedded) {
      text += "embedded " + embedded.owner + " " + embedded.path + " ";
      text += std::string(to_string(embedded.kind)) + " ";
      text += model::show(embedded.text);
      if (!embedded.folder.is_absent()) text += " over " + model::show(embedded.folder) + " " + embedded.file;
      text += "\n";
    }
    return text;
  }

  Shapes shapes;
  ValueStore store;
  std::vector<knowledge::Mapping> mappings;
  knowledge::Problems problems;

 private:
  static std::vector<knowledge::Node> items(knowledge::Node list) {
    std::vector<knowledge::Node> found;
    if (!list.is(knowledge::NodeKind::list)) return found;
    for (std::size_t i = 0; i < list.size(); ++i) found.push_back(list.at(i));
    return found;
  }

  static std::string show(const model::Model& model, const SettingsBlock& block) {
    std::string text =
        "settings " + (block.workload.valid() ? model.workloads[block.workload.index()].address : "-");
    text += " " + block.settings.document + (block.settings.complete ? "" : " open") + "\n";
    for (const Setting& setting : block.settings.values) {
      text += "  " + setting.path + " = " + model::show(setting.value) + "\n";
    }
    return text;
  }

  void read_mappings() {
    for (const knowledge::Node node : items(root_.find("mappings"))) {
      mappings.push_back(knowledge::Mapping::read(node, problems));
    }
    if (!mappings.empty()) check_references(mappings, problems);
  }

  static std::string text_of(knowledge::Node map, std::string_view key) {
    const knowledge::Node found = map.find(key);
    return found.missing() ? std::string() : std::string(found.text());
  }

  void add_resource(knowledge::Node node) {
    Resource resource;
    resource.address = text_of(node, "address");
    resource.type = text_of(node, "type");
    if (resource.type.empty()) resource.type = resource.address.substr(0, resource.address.rfind('.'));
    resource.api_version = text_of(node, "api-version");
    resource.provider = text_of(node, "provider");
    resource.source = text_of(node, "calls");
    const bool arm = text_of(node, "dialect") == "arm" || resource.type.find('/') != std::string::npos;
    resource.dialect = arm ? Dialect::arm : Dialect::azurerm;
    const std::string only_if = text_of(node, "only-if");
    if (!only_if.empty()) resource.existence = {Truth::unknown, only_if, {}};
    const Value properties = value_of(node.find("properties"));
    resource.properties =
        properties_of(properties.is_mapping() ? properties : store.mapping(ValueType::object, {}), {});
    shapes.resources.push_back(std::move(resource));
  }

  Value value_of(knowledge::Node node) {
    if (node.missing()) return {};
    switch (node.kind()) {
      case knowledge::NodeKind::null:
        return store.null();
      case knowledge::NodeKind::scalar:
        return scalar_of(node);
      case knowledge::NodeKind::list: {
        std::vector<Value> values;
        for (const knowledge::Node item : items(node)) values.push_back(value_of(item));
        return store.sequence(ValueType::tuple, values);
      }
      case knowledge::NodeKind::map:
        break;
    }
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < node.size(); ++i) {
      entries.push_back({store.keep(node.key_at(i)), value_of(node.at(i)), {}});
    }
    return store.mapping(ValueType::object, entries);
  }

  Value scalar_of(knowledge::Node node) {
    const std::string_view text = node.text();
    if (!node.quoted() && (text == "true" || text == "false")) return store.boolean(text == "true");
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!node.quoted() && digits) return store.integer(std::stoll(std::string(text)));
    if (text.starts_with("ref:")) return symbol(text.substr(4));
    if (text.starts_with("unknown:")) return store.unknown(ReasonKind::no_value, text.substr(8));
    if (text.starts_with("outside:")) return store.unknown(ReasonKind::remote_module, text.substr(8));
    if (text.starts_with("either:")) return either(text.substr(7));
    return mixed(text);
  }

  Value symbol(std::string_view text) {
    const std::size_t hash = text.find('#');
    return store.reference(text.substr(0, hash), hash == std::string_view::npos ? "" : text.substr(hash + 1));
  }

  /// `either:A|B`: two alternatives under opposite branches of one condition.
  Value either(std::string_view text) {
    const std::size_t bar = text.find('|');
    const auto one = [this](std::string_view part) {
      return part.starts_with("ref:") ? symbol(part.substr(4)) : store.string(part);
    };
    const std::vector<Choice> yes{{1, true}}, no{{1, false}};
    return store.alternatives({{one(text.substr(0, bar)), yes}, {one(text.substr(bar + 1)), no}}, {});
  }

  Value mixed(std::string_view text) {
    TextBuilder builder(store);
    while (!text.empty()) {
      const std::size_t begin = std::min(text.find("${"), text.size());
      if (begin > 0) builder.derived(text.substr(0, begin), {}, no_provenance);
      text.remove_prefix(begin);
      if (text.empty()) break;
      const std::size_t end = text.find('}');
      const std::string_view inner = text.substr(2, end - 2);
      if (inner.find('#') != std::string_view::npos) {
        builder.symbol(&symbol(inner).reference(), {}, no_provenance);
      } else {
        builder.hole(store.reason(ReasonKind::no_value, inner), {}, no_provenance);
      }
      text.remove_prefix(end + 1);
    }
    return builder.finish(no_provenance);
  }

  std::string bytes_;
  std::unique_ptr<knowledge::Image> image_;
  knowledge::Node root_;
};

/// The example files below a folder of this test, by name.
inline std::vector<std::filesystem::path> examples_in(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  const auto all = std::filesystem::path(SMTPLINT_SOURCE_DIR) / "tests/unit/lowering/examples" / folder;
  for (const auto& entry : std::filesystem::directory_iterator(all)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace smtplint::lowering
