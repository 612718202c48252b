#include <array>
#include <charconv>

#include "base/nearest.h"
#include "knowledge/mapping_parts.h"

namespace smtplint::knowledge::parts {
namespace {

constexpr std::array<std::pair<std::string_view, Shape>, 5> shape_words{{
    {"scalar", Shape::scalar},
    {"list", Shape::list},
    {"map", Shape::map},
    {"name-value-list", Shape::name_value_list},
    {"tree", Shape::tree},
}};

constexpr std::array<std::pair<std::string_view, DefaultRow::Applies>, 2> dialect_words{{
    {"azurerm", DefaultRow::Applies::azurerm},
    {"arm", DefaultRow::Applies::arm},
}};

/// What else a text may be decoded from counts for documents.
constexpr std::array<std::pair<std::string_view, Decoding>, 2> decoded_here{
    {{"json", Decoding::json}, {"base64", Decoding::base64}}};

Shape usual_shape(FieldType type) {
  switch (type) {
    case FieldType::scalar:
    case FieldType::link:
      return Shape::scalar;
    case FieldType::list:
    case FieldType::links:
      return Shape::list;
    case FieldType::settings:
      break;
  }
  return Shape::map;
}

bool fits(Shape shape, FieldType type) {
  const bool settings = shape == Shape::map || shape == Shape::name_value_list || shape == Shape::tree;
  return settings == (type == FieldType::settings);
}

NameValueKeys name_value_keys(Reader& reader) {
  NameValueKeys keys;
  keys.name = reader.text_or("name", keys.name);
  if (reader.has("value")) keys.value = reader.texts("value");
  keys.secure = reader.texts_or_none("secure");
  keys.secret = reader.texts_or_none("secret");
  if (reader.has("secrets")) keys.secrets = PropertyPath::read(reader.required("secrets"), reader.problems());
  return keys;
}

std::vector<Translation> translations(Node node, Problems& problems) {
  std::vector<Translation> rows;
  for (const Node row : items(node)) {
    Reader reader(row, problems);
    Translation translation;
    translation.matches = Pattern::read(reader.required("matches"), problems);
    translation.to = table_value(reader.required("to"), problems);
    rows.push_back(std::move(translation));
  }
  return rows;
}

/// One path, several flags of which any may be true, or several lists that count together.
void read_paths(Reader& reader, FieldType type, FieldSource& source) {
  const bool list = type == FieldType::list || type == FieldType::links;
  const std::string_view several = list ? "all" : "any";
  const bool one = !reader.has(several);
  source.paths = paths(reader.required(one ? "path" : several), reader.problems());
  if (one && source.paths.size() > 1) reader.problem("`path` is one path; alternatives stand side by side");
}

FieldSource field_source(Node node, Field field, Problems& problems) {
  FieldSource source;
  source.shape = usual_shape(info(field).type);
  if (node.is(NodeKind::scalar)) {
    source.paths = paths(node, problems);
    return source;
  }
  Reader reader(node, problems);
  if (reader.has("names")) {
    source.names = Pattern::read(reader.required("names"), problems);
  } else {
    read_paths(reader, info(field).type, source);
  }
  if (reader.has("shape")) source.shape = reader.word<Shape>("shape", shape_words);
  if (!fits(source.shape, info(field).type)) reader.problem("the field cannot have this shape");
  if (source.names.given() && source.shape != Shape::tree) reader.problem("`names` needs the shape `tree`");
  source.negate = reader.boolean_or("negate", false);
  source.partial = reader.boolean_or("partial", false);
  if (reader.has("decode")) {
    source.json = reader.word<Decoding>("decode", decoded_here) == Decoding::json;
    source.base64 = !source.json;
    if (info(field).type != FieldType::settings) reader.problem("only settings can be decoded");
  }
  source.when = conditions(reader.optional("when"), problems);
  if (!source.when.empty() && info(field).type != FieldType::settings)
    reader.problem("only settings can have conditions");
  source.up_to = reader.text_or("up-to", "");
  source.translate = translations(reader.optional("translate"), problems);
  if (source.shape == Shape::name_value_list) source.keys = name_value_keys(reader);
  return source;
}

DefaultRow default_row(Node node, Problems& problems) {
  Reader reader(node, problems);
  DefaultRow row;
  if (reader.has("dialect")) row.dialect = reader.word<DefaultRow::Applies>("dialect", dialect_words);
  row.types = reader.texts_or_none("type");
  if (reader.has("from-api-version")) row.from_api_version = reader.date("from-api-version");
  row.value = table_value(reader.required("value"), problems);
  row.sources = reader.sources();
  return row;
}

}  // namespace

std::vector<Node> items(Node node) {
  if (node.missing()) return {};
  if (!node.is(NodeKind::list)) return {node};
  std::vector<Node> found;
  for (std::size_t i = 0; i < node.size(); ++i) found.push_back(node.at(i));
  return found;
}

std::optional<Field> field_word(std::string_view word, const Mark& mark, Problems& problems) {
  const std::optional<Field> field = field_named(word);
  if (field) return field;
  std::vector<std::string_view> names;
  for (const FieldInfo& known : fields()) names.push_back(known.name);
  const auto nearest = nearest_name(word, names);
  problems.add(mark, "`" + std::string(word) + "` is no field" +
                         (nearest ? "; did you mean `" + std::string(*nearest) + "`?" : ""));
  return std::nullopt;
}

TableValue table_value(Node scalar, Problems& problems) {
  if (!scalar.is(NodeKind::scalar)) {
    problems.add(scalar.mark(), "expected a single value");
    return false;
  }
  const std::string_view text = scalar.text();
  if (scalar.quoted()) return std::string(text);
  if (text == "true" || text == "false") return text == "true";
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return std::string(text);
}

std::vector<PropertyPath> paths(Node node, Problems& problems) {
  std::vector<PropertyPath> found;
  for (const Node item : items(node)) {
    PropertyPath path = PropertyPath::read(item, problems);
    if (!path.steps.empty()) found.push_back(std::move(path));
  }
  return found;
}

std::vector<FieldSource> field_sources(Node node, Field field, Problems& problems) {
  std::vector<FieldSource> sources;
  for (const Node item : items(node)) sources.push_back(field_source(item, field, problems));
  return sources;
}

FieldMapping field_mapping(Field field, Node node, Problems& problems) {
  FieldMapping mapping;
  mapping.field = field;
  Reader reader(node, problems);
  mapping.azurerm = field_sources(reader.optional("azurerm"), field, problems);
  mapping.arm = field_sources(reader.optional("arm"), field, problems);
  mapping.inherit_known = reader.has("inherit-known");
  if (const Node link = reader.optional(mapping.inherit_known ? "inherit-known" : "inherit");
      !link.missing()) {
    mapping.inherit = field_word(link.text(), link.mark(), problems);
  }
  for (const Node row : items(reader.optional("default"))) {
    mapping.defaults.push_back(default_row(row, problems));
  }
  return mapping;
}

}  // namespace smtplint::knowledge::parts
