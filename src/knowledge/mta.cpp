#include "knowledge/mta.h"

#include <algorithm>

#include "base/glob.h"
#include "base/letter_case.h"
#include "knowledge/framework_form.h"
#include "knowledge/port_number.h"

namespace smtplint::knowledge {
namespace {

constexpr std::pair<std::string_view, LineForm::Between> separators[] = {
    {"equals", LineForm::Between::equals},
    {"blank", LineForm::Between::blank},
};
constexpr std::pair<std::string_view, SettingsCommand::Takes> argument_forms[] = {
    {"assignments", SettingsCommand::Takes::assignments},
    {"parameters", SettingsCommand::Takes::parameters},
    {"positions", SettingsCommand::Takes::positions},
};
constexpr std::pair<std::string_view, SettingsCommand::Each> owners[] = {
    {"program", SettingsCommand::Each::program},
    {"run", SettingsCommand::Each::run},
    {"object", SettingsCommand::Each::object},
};

std::vector<std::string> lower_texts(Reader& reader, std::string_view key) {
  std::vector<std::string> texts = reader.texts_or_none(key);
  for (std::string& text : texts) text = lower_case(text);
  return texts;
}

template <typename Read>
void for_each_item(Node list, const Read& read) {
  for (std::size_t i = 0; list.is(NodeKind::list) && i < list.size(); ++i) read(list.at(i));
}

SectionForm read_sections(Node map, Problems& problems) {
  Reader reader(map, problems);
  SectionForm sections;
  sections.key = comparable_key(reader.text("key"));
  sections.defaults = comparable_key(reader.text_or("defaults", ""));
  sections.extends = reader.text_or("extends", "");
  return sections;
}

SettingsFile read_file(Node map, Problems& problems) {
  Reader reader(map, problems);
  SettingsFile file;
  file.paths = reader.texts("paths");
  if (reader.has("between")) file.lines.between = reader.word<LineForm::Between>("between", separators);
  file.lines.comment = reader.text_or("comment", "#");
  file.lines.continued = reader.boolean_or("continued", false);
  file.lines.each_line = reader.boolean_or("each-line", false);
  if (const Node sections = reader.optional("sections"); !sections.missing())
    file.lines.sections = read_sections(sections, problems);
  const Node patterns = reader.optional("patterns");
  if (patterns.missing()) return file;
  Reader entries(patterns, problems);
  for (std::size_t i = 0; patterns.is(NodeKind::map) && i < patterns.size(); ++i) {
    const std::string key(patterns.key_at(i));
    Pattern pattern = Pattern::read(entries.optional(key), problems);
    if (pattern.given() && pattern.groups() != 1)
      entries.problem("a pattern has one group, which is the value");
    file.lines.patterns.emplace_back(comparable_key(key), std::move(pattern));
  }
  return file;
}

std::map<std::string, std::string> read_names(Reader& reader, std::string_view key) {
  std::map<std::string, std::string> names;
  const Node map = reader.optional(key);
  if (map.missing()) return names;
  Reader entries(map, reader.problems());
  for (std::size_t i = 0; map.is(NodeKind::map) && i < map.size(); ++i) {
    const std::string name(map.key_at(i));
    names.emplace(lower_case(name), comparable_key(entries.text(name)));
  }
  return names;
}

SettingsCommand read_command(Node map, Problems& problems) {
  Reader reader(map, problems);
  SettingsCommand command;
  (void)reader.required("names");
  command.names = lower_texts(reader, "names");
  command.takes = reader.word<SettingsCommand::Takes>("takes", argument_forms);
  if (command.takes == SettingsCommand::Takes::positions) {
    for (const std::string& key : reader.texts("keys")) command.keys.push_back(comparable_key(key));
  }
  if (reader.has("each")) command.each = reader.word<SettingsCommand::Each>("each", owners);
  for (const std::string& key : reader.texts_or_none("named-by"))
    command.named_by.push_back(comparable_key(key));
  if (!command.named_by.empty() && command.each != SettingsCommand::Each::object)
    reader.problem("only an object is named by settings: `each: object`");
  command.otherwise = read_names(reader, "otherwise");
  return command;
}

SettingPart read_part(Node map, Problems& problems) {
  Reader reader(map, problems);
  SettingPart part;
  part.of = comparable_key(reader.text("of"));
  part.matches = Pattern::read(reader.required("matches"), problems);
  part.key = comparable_key(reader.text("key"));
  if (part.matches.given() && part.matches.groups() != 1)
    reader.problem("a pattern has one group, which is the value");
  return part;
}

MtaExample read_example(Node map, Problems& problems) {
  Reader reader(map, problems);
  MtaExample example;
  example.kind = read_example_kind(reader);
  example.script = reader.text("script");
  example.mailer = reader.boolean_or("mailer", true);
  if (!example.mailer) return example;
  example.direct = reader.boolean_or("direct", false);
  if (example.direct) example.stated = reader.boolean_or("stated", true);
  example.host = reader.text_or("host", "");
  example.port = port_number(reader.optional("port"), problems);
  return example;
}

bool has_example(const Mta& mta, FrameworkExample::Kind kind) {
  return std::ranges::find(mta.examples, kind, &MtaExample::kind) != mta.examples.end();
}

}  // namespace

bool Mta::is_package(std::string_view name) const {
  return std::ranges::any_of(
      packages, [name](const std::string& pattern) { return glob_matches_ignoring_case(pattern, name); });
}

const SettingsFile* Mta::file_at(std::string_view path) const {
  const auto found = std::ranges::find_if(files, [path](const SettingsFile& file) {
    return std::ranges::any_of(file.paths,
                               [path](const std::string& pattern) { return glob_matches(pattern, path); });
  });
  return found == files.end() ? nullptr : &*found;
}

Mta Mta::read(Node file, Problems& problems) {
  Reader reader(file, problems);
  Mta mta;
  mta.program = Framework::read_program(reader);
  mta.listens = reader.boolean_or("listens", false);
  mta.packages = lower_texts(reader, "packages");
  for_each_item(reader.optional("files"), [&](Node item) { mta.files.push_back(read_file(item, problems)); });
  for_each_item(reader.optional("commands"),
                [&](Node item) { mta.commands.push_back(read_command(item, problems)); });
  mta.fetched = lower_texts(reader, "fetched");
  for_each_item(reader.optional("parts"), [&](Node item) { mta.parts.push_back(read_part(item, problems)); });
  mta.answers = read_names(reader, "answers");
  mta.members = read_names(reader, "members");
  mta.members_of_its_objects = reader.boolean_or("members-of-its-objects", false);
  mta.program.forms.push_back(read_settings_form(reader.required("form"), problems));
  for_each_item(reader.required("examples"),
                [&](Node item) { mta.examples.push_back(read_example(item, problems)); });
  for (const auto kind :
       {FrameworkExample::Kind::bad, FrameworkExample::Kind::good, FrameworkExample::Kind::omitted}) {
    if (!has_example(mta, kind)) reader.problem("it needs an example of each kind: `bad`, `good`, `omitted`");
  }
  mta.program.sources = reader.sources();
  return mta;
}

std::vector<Mta> read_mtas(const std::vector<Node>& files, Problems& problems) {
  std::vector<Mta> mtas;
  for (const Node file : files) mtas.push_back(Mta::read(file, problems));
  return mtas;
}

}  // namespace smtplint::knowledge
