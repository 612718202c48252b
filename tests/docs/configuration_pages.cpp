#include "docs/configuration_pages.h"

#include <nlohmann/json.hpp>

#include "diagnostic/vocabulary.h"
#include "engine/configuration/keys.h"
#include "engine/configuration/words.h"

namespace smtplint::docs {
namespace {

using engine::Arity;
using engine::KeyInfo;
using engine::ValueForm;
using Json = nlohmann::ordered_json;

std::vector<KeyInfo> top_keys() {
  std::vector<KeyInfo> keys;
  for (const auto& key : engine::configuration_keys()) keys.push_back(key.info);
  return keys;
}

Json text_schema(std::string_view pattern = {}) {
  Json schema = {{"type", "string"}, {"minLength", 1}};
  if (!pattern.empty()) schema["pattern"] = pattern;
  return schema;
}

class SchemaWriter {
 public:
  explicit SchemaWriter(const knowledge::Catalogue& catalogue) : catalogue_(catalogue) {}

  [[nodiscard]] Json object(const std::vector<KeyInfo>& keys) const {
    Json schema = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
    for (const KeyInfo& key : keys) {
      schema["properties"][std::string(key.name)] = property(key);
      if (key.required) schema["required"].push_back(key.name);
    }
    return schema;
  }

 private:
  [[nodiscard]] Json property(const KeyInfo& key) const {
    Json schema = {{"description", key.meaning}};
    schema.update(value(key));
    return schema;
  }

  [[nodiscard]] Json value(const KeyInfo& key) const {
    switch (key.arity) {
      case Arity::one:
        return one(key);
      case Arity::list:
        return {{"type", "array"}, {"items", one(key)}};
      case Arity::type_or_list:
        return {{"oneOf", {subscription_types(), {{"type", "array"}, {"items", one(key)}}}}};
      case Arity::levels:
        return {{"type", "object"},
                {"propertyNames", rules()},
                {"additionalProperties", {{"enum", severity_words()}}}};
    }
    return {};
  }

  [[nodiscard]] Json one(const KeyInfo& key) const {
    switch (key.form) {
      case ValueForm::date:
        return text_schema("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      case ValueForm::rule:
        return rules();
      case ValueForm::subscription_type:
        return subscription_types();
      case ValueForm::policy_edition:
        return editions();
      case ValueForm::platform:
        return platforms();
      case ValueForm::entries:
        return object(key.children());
      case ValueForm::text:
      case ValueForm::glob:
      case ValueForm::host:
      case ValueForm::address:
        break;
    }
    return text_schema();
  }

  /// Rules of a folder of one's own are known by their ids alone.
  [[nodiscard]] Json rules() const {
    Json names = Json::array();
    for (const knowledge::Check& check : catalogue_.checks()) names.push_back(check.info.id);
    for (const knowledge::Check& check : catalogue_.checks()) names.push_back(check.info.name);
    return {{"anyOf", {{{"enum", names}}, text_schema("^[A-Z]+[0-9]+$")}}};
  }

  [[nodiscard]] Json subscription_types() const {
    Json names = Json::array();
    for (const auto& type : catalogue_.subscriptions().types()) {
      names.push_back(type.id);
      for (const std::string& alias : type.aliases) names.push_back(alias);
    }
    return {{"enum", names}};
  }

  [[nodiscard]] Json editions() const {
    Json names = Json::array();
    for (const auto& edition : catalogue_.policy().editions()) names.push_back(edition.id);
    return {{"enum", names}};
  }

  [[nodiscard]] static Json platforms() {
    Json names = Json::array();
    for (const auto& [name, platform] : engine::platform_words()) names.push_back(name);
    return {{"enum", names}};
  }

  const knowledge::Catalogue& catalogue_;
};

std::string schema(const knowledge::Catalogue& catalogue) {
  Json document = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", "Configuration of smtplint (.smtplint.yaml)"}};
  document.update(SchemaWriter(catalogue).object(top_keys()));
  constexpr int indent = 2;
  return document.dump(indent) + "\n";
}

std::string_view form_words(ValueForm form) {
  switch (form) {
    case ValueForm::text:
      return "text";
    case ValueForm::date:
      return "day, `YYYY-MM-DD`";
    case ValueForm::glob:
      return "pattern";
    case ValueForm::host:
      return "host name";
    case ValueForm::address:
      return "IP address or range";
    case ValueForm::rule:
      return "rule";
    case ValueForm::subscription_type:
      return "subscription type";
    case ValueForm::policy_edition:
      return "edition";
    case ValueForm::platform:
      return "`auto`, `azure`, `other`";
    case ValueForm::entries:
      return "entry";
  }
  return {};
}

std::string arity_words(const KeyInfo& key) {
  const std::string form(form_words(key.form));
  switch (key.arity) {
    case Arity::one:
      return form;
    case Arity::list:
      return "list: " + form;
    case Arity::type_or_list:
      return "subscription type, or list: " + form;
    case Arity::levels:
      return "for each rule a level: " + joined(code({"error", "warning", "note", "off"}));
  }
  return {};
}

std::string keys_table(const std::vector<KeyInfo>& keys) {
  std::vector<std::vector<std::string>> rows;
  for (const KeyInfo& key : keys) {
    rows.push_back(
        {code(key.name) + (key.required ? " (required)" : ""), arity_words(key), std::string(key.meaning)});
  }
  return table({"key", "value", "meaning"}, rows);
}

void add_children(const std::vector<KeyInfo>& keys, const std::string& within, std::string& page) {
  for (const KeyInfo& key : keys) {
    if (key.children == nullptr) continue;
    const std::string name = within + std::string(key.name);
    page += "\n## An entry of " + code(name) + "\n\n" + keys_table(key.children());
    add_children(key.children(), name + ".", page);
  }
}

std::string keys_page() {
  std::string page =
      "# Keys of `.smtplint.yaml`\n\n" +
      std::string("[configuration.md](configuration.md) explains them with examples. Every other key is ") +
      "an error. Editors can check the file by its [schema](schema/configuration.schema.json).\n\n" +
      keys_table(top_keys());
  add_children(top_keys(), "", page);
  return page;
}

}  // namespace

Pages configuration_pages(const knowledge::Catalogue& catalogue) {
  return {{"schema/configuration.schema.json", schema(catalogue)}, {"configuration-keys.md", keys_page()}};
}

}  // namespace smtplint::docs
