#include "knowledge/mapping_parts.h"

#include <array>

namespace smtplint::knowledge::parts {
namespace {

constexpr std::array<std::pair<std::string_view, AttachMode>, 3> mode_words{{
    {"replace", AttachMode::replace},
    {"merge", AttachMode::merge},
    {"append", AttachMode::append},
}};

constexpr std::array<std::pair<std::string_view, EmbeddedKind>, 8> document_words{{
    {"cloud-init", EmbeddedKind::cloud_init},
    {"script", EmbeddedKind::script},
    {"desired-state", EmbeddedKind::desired_state},
    {"provisioners", EmbeddedKind::provisioners},
    {"arm-template", EmbeddedKind::arm_template},
    {"document", EmbeddedKind::document},
    {"files", EmbeddedKind::files},
    {"unknown", EmbeddedKind::unknown},
}};

constexpr std::array<std::pair<std::string_view, Decoding>, 4> decoding_words{{
    {"json", Decoding::json},
    {"base64", Decoding::base64},
    {"base64-or-plain", Decoding::base64_or_plain},
    {"gzip", Decoding::gzip},
}};

Condition::Test presence(Reader& reader) {
  return reader.boolean_or("present", true) ? Condition::Test::present : Condition::Test::absent;
}

Condition condition(Node node, Problems& problems) {
  Reader reader(node, problems);
  Condition condition;
  condition.mark = node.mark();
  if (reader.has("type")) {
    condition.test = Condition::Test::type;
    condition.types = reader.texts("type");
  } else if (reader.has("deployment-has")) {
    condition.test = Condition::Test::deployment_has;
    condition.mapping = reader.text("deployment-has");
  } else if (reader.has("names")) {
    condition.names = Pattern::read(reader.required("names"), problems);
    condition.test = presence(reader);
  } else {
    condition.path = PropertyPath::read(reader.required("path"), problems);
    if (reader.has("present")) {
      condition.test = presence(reader);
    } else {
      condition.pattern = Pattern::read(reader.required("matches"), problems);
    }
  }
  return condition;
}

/// A word of an enum that stands alone or in a list.
Decoding decoding(Node node, Problems& problems) {
  for (const auto& [word, value] : decoding_words) {
    if (node.is(NodeKind::scalar) && node.text() == word) return value;
  }
  problems.add(node.mark(), "expected one of `json`, `base64`, `base64-or-plain`, `gzip`");
  return Decoding::json;
}

void read_fields(Node node, Attach& attach, Problems& problems) {
  if (!node.is(NodeKind::map)) return;
  for (std::size_t i = 0; i < node.size(); ++i) {
    const auto field = field_word(node.key_at(i), node.key_mark_at(i), problems);
    if (field) attach.fields.emplace_back(*field, field_sources(node.at(i), *field, problems));
  }
}

}  // namespace

std::vector<Condition> conditions(Node node, Problems& problems) {
  std::vector<Condition> found;
  for (const Node item : items(node)) found.push_back(condition(item, problems));
  return found;
}

std::vector<FixedField> fixed_fields(Node node, Problems& problems) {
  std::vector<FixedField> fixed;
  if (node.missing()) return fixed;
  if (!node.is(NodeKind::map)) {
    problems.add(node.mark(), "expected fields with their values here");
    return fixed;
  }
  for (std::size_t i = 0; i < node.size(); ++i) {
    const auto field = field_word(node.key_at(i), node.key_mark_at(i), problems);
    if (field) fixed.push_back({*field, table_value(node.at(i), problems)});
  }
  return fixed;
}

Match match(Node node, Problems& problems) {
  Match match;
  if (node.is(NodeKind::scalar)) {
    match.type = std::string(node.text());
    return match;
  }
  Reader reader(node, problems);
  match.type = reader.text("type");
  if (reader.has("calls")) match.source = Pattern::read(reader.required("calls"), problems);
  match.when = conditions(reader.optional("when"), problems);
  match.set = fixed_fields(reader.optional("set"), problems);
  match.existing = reader.boolean_or("existing", false);
  return match;
}

Attach attach(Node node, Problems& problems) {
  Reader reader(node, problems);
  Attach attach;
  for (const Node item : items(reader.required("match"))) attach.match.push_back(match(item, problems));
  attach.to = PropertyPath::read(reader.required("to"), problems);
  if (reader.has("resource-group")) {
    attach.resource_group = PropertyPath::read(reader.required("resource-group"), problems);
  }
  attach.mode = reader.word<AttachMode>("mode", mode_words);
  read_fields(reader.required("fields"), attach, problems);
  if (attach.fields.empty()) reader.problem("an attachment needs at least one field");
  return attach;
}

Contains contains(Node node, Problems& problems) {
  Reader reader(node, problems);
  Contains contains;
  contains.mapping = reader.text("mapping");
  contains.azurerm = paths(reader.optional("azurerm"), problems);
  contains.arm = paths(reader.optional("arm"), problems);
  contains.set = fixed_fields(reader.optional("set"), problems);
  contains.mark = node.mark();
  return contains;
}

Embedded embedded(Node node, Problems& problems) {
  Reader reader(node, problems);
  Embedded embedded;
  embedded.kind = reader.word<EmbeddedKind>("kind", document_words);
  embedded.layered = reader.boolean_or("layered", false);
  if (const Node below = reader.optional("below"); !below.missing()) {
    Reader names(below, problems);
    embedded.folder = PropertyPath::read(names.required("folder"), problems);
    embedded.file = names.text("file");
    if (!embedded.layered) reader.problem("a file lies `below` texts that are `layered`");
  }
  embedded.azurerm = paths(reader.optional("azurerm"), problems);
  embedded.arm = paths(reader.optional("arm"), problems);
  embedded.arguments = paths(reader.optional("arguments"), problems);
  for (const Node item : items(reader.optional("decode"))) {
    embedded.decode.push_back(decoding(item, problems));
  }
  embedded.inside = reader.texts_or_none("inside");
  embedded.runs_files = reader.boolean_or("runs-files", false);
  return embedded;
}

KindRow kind_row(Node node, Problems& problems) {
  Reader reader(node, problems);
  KindRow row;
  row.when = conditions(reader.optional("when"), problems);
  const std::string word = reader.text("kind");
  const auto kind = workload_kind_from(word);
  if (!kind) reader.problem("`" + word + "` is no kind of workload");
  row.kind = kind.value_or(WorkloadKind::unknown);
  row.may_seem_to_work = reader.boolean_or("may-seem-to-work", false);
  row.perhaps_elsewhere = reader.boolean_or("perhaps-elsewhere", false);
  return row;
}

}  // namespace smtplint::knowledge::parts
