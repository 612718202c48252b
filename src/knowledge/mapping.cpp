#include "knowledge/mapping.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "knowledge/mapping_parts.h"

namespace smtplint::knowledge {
namespace {

Thing read_thing(Reader& reader) {
  const std::string word = reader.text("thing");
  if (const auto thing = thing_named(word)) return *thing;
  std::vector<std::string_view> names;
  for (const ThingInfo& known : things()) names.push_back(known.name);
  const auto nearest = nearest_name(word, names);
  reader.problem("`" + word + "` is no thing of the egress model" +
                 (nearest ? "; did you mean `" + std::string(*nearest) + "`?" : ""));
  return Thing::workload;
}

bool is_link(Field field) {
  return info(field).type == FieldType::link || info(field).type == FieldType::links;
}

/// `fields` and `link` are read alike; which of both a field belongs to, its type says.
enum class Section { fields, link };

void check_field(const Mapping& mapping, Field field, Section section, const Mark& mark, Problems& problems) {
  const std::string name = "`" + std::string(to_string(field)) + "`";
  if (!has_field(mapping.thing, field)) {
    problems.add(mark, name + " is no field of a " + std::string(to_string(mapping.thing)));
  } else if (is_link(field) != (section == Section::link)) {
    problems.add(mark, name + (is_link(field) ? " refers to something: it belongs under `link`"
                                              : " refers to nothing: it belongs under `fields`"));
  } else if (mapping.field(field) != nullptr) {
    problems.add(mark, name + " is repeated");
  }
}

void read_section(Node node, Section section, Mapping& mapping, Problems& problems) {
  if (node.missing()) return;
  if (!node.is(NodeKind::map)) {
    problems.add(node.mark(), "expected fields here");
    return;
  }
  for (std::size_t i = 0; i < node.size(); ++i) {
    const auto field = parts::field_word(node.key_at(i), node.key_mark_at(i), problems);
    if (!field) continue;
    check_field(mapping, *field, section, node.key_mark_at(i), problems);
    mapping.fields.push_back(parts::field_mapping(*field, node.at(i), problems));
  }
}

void check_own_words(const Mapping& mapping, Reader& reader) {
  if (mapping.match.empty() && reader.has("match")) reader.problem("`match` is empty");
  if ((mapping.thing == Thing::workload) != !mapping.classify.empty()) {
    reader.problem("`classify` belongs to a workload, and a workload needs it");
  }
  for (const FieldMapping& field : mapping.fields) {
    if (field.inherit && (!is_link(*field.inherit) || !has_field(mapping.thing, *field.inherit))) {
      reader.problem("`" + std::string(to_string(field.field)) + "` can only be inherited through a link");
    }
  }
  for (const Attach& attach : mapping.attach) {
    for (const auto& [field, sources] : attach.fields) {
      if (has_field(mapping.thing, field)) continue;
      reader.problem("`" + std::string(to_string(field)) + "` is attached, but is no field of a " +
                     std::string(to_string(mapping.thing)));
    }
  }
}

const Mapping* by_id(const std::vector<Mapping>& mappings, std::string_view id) {
  const auto found = std::ranges::find(mappings, id, &Mapping::id);
  return found == mappings.end() ? nullptr : &*found;
}

void check_contained(const Mapping& outer, const Contains& contains, const Mapping* inner,
                     Problems& problems) {
  if (inner == nullptr) {
    problems.add(contains.mark, "no mapping has the id `" + contains.mapping + "`");
    return;
  }
  const auto parents = info(inner->thing).parents;
  if (std::ranges::find(parents, outer.thing) == parents.end()) {
    problems.add(contains.mark, "a " + std::string(to_string(inner->thing)) + " cannot be part of a " +
                                    std::string(to_string(outer.thing)));
  }
}

/// What a deployment has is only known once all matches are decided.
void check_matches(const Mapping& mapping, Problems& problems) {
  for (const Match& match : mapping.match) {
    for (const Condition& condition : match.when) {
      if (condition.test != Condition::Test::deployment_has) continue;
      problems.add(condition.mark, "`deployment-has` can only be asked under `classify`");
    }
  }
}

void check_conditions(const std::vector<Condition>& conditions, const std::vector<Mapping>& mappings,
                      Problems& problems) {
  for (const Condition& condition : conditions) {
    const bool named = condition.test == Condition::Test::deployment_has;
    if (named && by_id(mappings, condition.mapping) == nullptr) {
      problems.add(condition.mark, "no mapping has the id `" + condition.mapping + "`");
    }
  }
}

}  // namespace

Mapping Mapping::read(Node file, Problems& problems) {
  Reader reader(file, problems);
  Mapping mapping;
  mapping.mark = file.mark();
  mapping.id = reader.text("id");
  mapping.thing = read_thing(reader);
  mapping.sources = reader.sources();
  mapping.fallback = reader.boolean_or("fallback", false);
  for (const Node item : parts::items(reader.optional("match"))) {
    mapping.match.push_back(parts::match(item, problems));
  }
  read_section(reader.optional("fields"), Section::fields, mapping, problems);
  read_section(reader.optional("link"), Section::link, mapping, problems);
  for (const Node item : parts::items(reader.optional("classify"))) {
    mapping.classify.push_back(parts::kind_row(item, problems));
  }
  for (const Node item : parts::items(reader.optional("contains"))) {
    mapping.contains.push_back(parts::contains(item, problems));
  }
  for (const Node item : parts::items(reader.optional("attach"))) {
    mapping.attach.push_back(parts::attach(item, problems));
  }
  for (const Node item : parts::items(reader.optional("embedded"))) {
    mapping.embedded.push_back(parts::embedded(item, problems));
  }
  mapping.open_if = parts::conditions(reader.optional("open-if"), problems);
  check_own_words(mapping, reader);
  return mapping;
}

const FieldMapping* Mapping::field(Field field) const {
  const auto found = std::ranges::find(fields, field, &FieldMapping::field);
  return found == fields.end() ? nullptr : &*found;
}

void check_references(const std::vector<Mapping>& mappings, Problems& problems) {
  for (const Mapping& mapping : mappings) {
    if (by_id(mappings, mapping.id) != &mapping) {
      problems.add(mapping.mark, "the id `" + mapping.id + "` is repeated");
    }
    for (const Contains& contains : mapping.contains) {
      check_contained(mapping, contains, by_id(mappings, contains.mapping), problems);
    }
    check_matches(mapping, problems);
    for (const KindRow& row : mapping.classify) check_conditions(row.when, mappings, problems);
  }
}

}  // namespace smtplint::knowledge
