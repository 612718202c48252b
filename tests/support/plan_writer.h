#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "resource/resource.h"
#include "value/value.h"

namespace smtplint {

/// Writes resources as Terraform would show them in a plan that creates them: what is known among the values,
/// symbols as not known yet and as references of the configuration.
class PlanWriter {
 public:
  /// False where a plan cannot say what the resource says; then nothing is written.
  bool add(const Resource& resource) {
    if (!expressible(resource)) return false;
    if (resource.type.starts_with("provider.")) {
      add_provider(resource);
    } else {
      add_resource(resource);
    }
    return true;
  }

  [[nodiscard]] std::string text() const {
    return nlohmann::json{
        {"format_version", "1.2"},
        {"planned_values", nlohmann::json::object()},
        {"resource_changes", changes_},
        {"configuration", {{"provider_config", providers_}, {"root_module", {{"resources", configured_}}}}}}
        .dump(1);
  }

 private:
  using Json = nlohmann::json;

  /// A value in the three forms of a plan.
  struct Forms {
    Json after;
    Json unknown = false;
    Json expression = Json::object();
  };

  static bool known_or_symbol(Value value) {
    return value.wholly_known() || (value.is(ValueType::reference) && !value.reference().path.empty());
  }

  static bool is_block_list(Value value) {
    return value.is_sequence() && !value.items().empty() &&
           std::ranges::all_of(value.items(), [](Value item) { return item.is_mapping(); });
  }

  static bool expressible(Value value) {
    if (is_block_list(value)) {
      return std::ranges::all_of(value.items(), [](Value block) {
        return block.rest() == nullptr && std::ranges::all_of(block.entries(), [](const Entry& entry) {
                 return expressible(entry.value);
               });
      });
    }
    const bool symbols = value.is_sequence() && value.rest() == nullptr && !value.items().empty() &&
                         std::ranges::all_of(value.items(), [](Value item) {
                           return item.is(ValueType::reference) && known_or_symbol(item);
                         });
    return known_or_symbol(value) || symbols;
  }

  static bool expressible(const Resource& resource) {
    const bool module = resource.type == "module" || resource.address.starts_with("module.");
    if (module || resource.dialect != Dialect::azurerm || resource.existence.truth != Truth::yes)
      return false;
    return std::ranges::all_of(resource.properties->names(), [&resource](std::string_view name) {
      return expressible(resource.properties->get(name));
    });
  }

  static Json known(Value value) {
    if (value.is_unset()) return nullptr;
    if (value.is(ValueType::boolean)) return value.boolean();
    if (value.is(ValueType::number)) return Json::parse(to_text(value.number()));
    if (value.is(ValueType::string)) return std::string(value.text().chars);
    Json result = value.is_mapping() ? Json::object() : Json::array();
    if (value.is_mapping()) {
      for (const Entry& entry : value.entries()) result[std::string(entry.key)] = known(entry.value);
    } else {
      for (const Value item : value.items()) result.push_back(known(item));
    }
    return result;
  }

  static void refer(const Reference& reference, Json& expression) {
    expression["references"].push_back(std::string(reference.address) + "." + std::string(reference.path));
    expression["references"].push_back(std::string(reference.address));
  }

  static Forms forms_of(Value value) {
    Forms forms;
    if (is_block_list(value)) {
      forms = {Json::array(), Json::array(), Json::array()};
      for (const Value block : value.items()) {
        const Forms inner = object_of(block.entries());
        forms.after.push_back(inner.after);
        forms.unknown.push_back(inner.unknown);
        forms.expression.push_back(inner.expression);
      }
    } else if (value.wholly_known()) {
      forms.after = known(value);
      if (!value.is_unset()) forms.expression["constant_value"] = forms.after;
    } else if (value.is(ValueType::reference)) {
      forms.unknown = true;
      refer(value.reference(), forms.expression);
    } else {
      forms = {Json::array(), Json::array(), Json::object()};
      for (const Value item : value.items()) {
        forms.after.push_back(nullptr);
        forms.unknown.push_back(true);
        refer(item.reference(), forms.expression);
      }
    }
    return forms;
  }

  static Forms object_of(std::span<const Entry> entries) {
    Forms object{Json::object(), Json::object(), Json::object()};
    for (const Entry& entry : entries) {
      const Forms forms = forms_of(entry.value);
      const std::string name(entry.key);
      if (forms.unknown != Json(true)) object.after[name] = forms.after;
      if (forms.unknown != Json(false)) object.unknown[name] = forms.unknown;
      if (!forms.after.is_null() || forms.unknown != Json(false)) object.expression[name] = forms.expression;
    }
    return object;
  }

  static Forms forms_of(const Resource& resource) {
    std::vector<Entry> entries;
    for (const std::string_view name : resource.properties->names()) {
      entries.push_back({name, resource.properties->get(name), {}});
    }
    return object_of(entries);
  }

  void add_provider(const Resource& resource) {
    const std::string key = resource.address.substr(std::string_view("provider.").size());
    const Forms forms = forms_of(resource);
    Json provider{{"name", key.substr(0, key.find('.'))}, {"expressions", forms.expression}};
    provider["expressions"]["features"] = Json::array({Json::object()});
    if (key.find('.') != std::string::npos) provider["alias"] = key.substr(key.find('.') + 1);
    provider["expressions"].erase("alias");
    providers_[key] = provider;
  }

  void add_resource(const Resource& resource) {
    const bool data = resource.type.starts_with("data.");
    const std::string local = resource.address.substr(0, resource.address.find('['));
    Json listed{{"address", resource.address},
                {"mode", data ? "data" : "managed"},
                {"type", data ? resource.type.substr(5) : resource.type},
                {"name", local.substr(local.rfind('.') + 1)}};
    Forms forms = forms_of(resource);
    Json configured = listed;
    configured["address"] = local;
    configured["expressions"] = forms.expression;
    if (!resource.provider.empty()) {
      configured["provider_config_key"] = resource.provider.substr(std::string_view("provider.").size());
    }
    forms.unknown["id"] = true;
    listed["change"] = {{"actions", {data ? "read" : "create"}},
                        {"before", nullptr},
                        {"after", forms.after},
                        {"after_unknown", forms.unknown},
                        {"after_sensitive", Json::object()}};
    changes_.push_back(listed);
    configured_.push_back(configured);
  }

  Json changes_ = Json::array();
  Json configured_ = Json::array();
  Json providers_ = Json::object();
};

}  // namespace smtplint
