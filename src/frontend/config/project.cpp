#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/config/block_text.h"
#include "frontend/config/config.h"
#include "frontend/config/config_maps.h"
#include "frontend/config/containers.h"
#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

/// The conditions of programs are numbered behind those of the infrastructure that may run them.
constexpr std::uint32_t first_condition = 1u << 31u;

/// A file read once for all roots and profiles.
struct File {
  SourceId source = no_source;
  Reading reading;
  std::string unreadable;  ///< why, where it is
};

/// Makes the settings of one document out of its entries.
class SettingsWriter {
 public:
  SettingsWriter(const Source& source, SourceId id, ValueStore& store)
      : source_(source), id_(id), store_(store) {}

  [[nodiscard]] Settings write(const Node& document, const Root& root, std::uint32_t most) {
    Settings settings = empty(root, document.span);
    add(document, root, most, settings);
    return settings;
  }

  /// One block for each container, and one for what stands outside of them.
  void write(const Node& document, const ContainerDocument& parts, const Root& root, std::uint32_t most,
             std::vector<Settings>& all) {
    for (const Container& container : parts.containers) {
      Settings& settings = all.emplace_back(empty(root, container.name));
      settings.runner = {container.address, parts.words->kind};
      settings.image = container.image;
      for (const Node* environment : container.environment) add(*environment, root, most, settings);
    }
    if (!parts.words->others) return;
    Settings& others = all.emplace_back(write(document, root, most));
    others.runner = {parts.address, parts.words->kind};
    std::erase_if(others.values, [&parts](const Setting& setting) {
      return std::ranges::any_of(parts.containers, [&setting](const Container& container) {
        return setting.path.starts_with(container.path + ".");
      });
    });
  }

 private:
  [[nodiscard]] Settings empty(const Root& root, Span span) const {
    Settings settings;
    settings.document = source_.path();
    settings.layer = SettingsLayer::base;
    settings.home = root.below_environment ? SettingsHome::file_below_environment : SettingsHome::file;
    settings.place = place(span);
    return settings;
  }

  void add(const Node& node, const Root& root, std::uint32_t most, Settings& settings) {
    const Flat flat = flatten(node, row_of(root.format).separator, most);
    settings.complete = settings.complete && flat.entries.size() < most;
    for (const Entry& entry : flat.entries) {
      settings.values.push_back(
          {entry.path, value_of(entry, *entry.value), place(entry.key), entry.value->variables});
    }
  }

  [[nodiscard]] Place place(Span span) const { return {id_, span}; }

  Value value_of(const Entry& entry, const Node& node) {
    if (node.kind == Node::Kind::elsewhere) {
      return store_.as_sensitive(store_.unknown(ReasonKind::secret, entry.path, place(entry.key)));
    }
    if (node.kind == Node::Kind::choice) return choice_of(entry, node);
    if (node.kind == Node::Kind::computed) {
      const bool variable = !node.variables.empty();
      return variable ? store_.unknown(ReasonKind::no_value, node.variables.front(), place(node.span))
                      : store_.unknown(ReasonKind::runtime_only, entry.path, place(node.span));
    }
    const ProvenanceId origin = store_.step(How::literal, place(node.span));
    if (node.kind == Node::Kind::null) return store_.null(origin);
    TextBuilder text(store_);
    if (source_.slice(node.span) == node.text) {
      text.verbatim(node.text, place(node.span), origin);
    } else if (!append_block(node, origin, text)) {
      text.derived(node.text, place(node.span), origin);
    }
    return text.finish(origin);
  }

  /// The lines of a block scalar stand as they are, with an indent before them. False for anything else.
  bool append_block(const Node& node, ProvenanceId origin, TextBuilder& text) const {
    if (!source_.slice(node.span).starts_with('|')) return false;
    const auto block = BlockText::find(source_.text(), node);
    if (!block) return false;
    std::string whole;
    for (const Span line : block->lines()) whole += source_.slice(line);
    if (whole != node.text) return false;
    for (const Span line : block->lines()) text.verbatim(source_.slice(line), place(line), origin);
    return true;
  }

  Value choice_of(const Entry& entry, const Node& choice) {
    std::vector<Alternative> alternatives;
    for (const Node& item : choice.items) {
      std::vector<Choice> choices;
      for (const Condition& condition : item.conditions)
        choices.push_back({first_condition + condition.id, condition.taken});
      alternatives.push_back({value_of(entry, item), store_.keep(choices)});
    }
    return store_.alternatives(alternatives, place(choice.span));
  }

  const Source& source_;
  SourceId id_;
  ValueStore& store_;
};

}  // namespace

void lay_over(Settings& base, Settings profile) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < base.values.size(); ++i) places.emplace(lower_case(base.values[i].path), i);
  for (Setting& setting : profile.values) {
    const auto same = places.find(lower_case(setting.path));
    if (same == places.end()) {
      base.values.push_back(std::move(setting));
    } else {
      base.values[same->second] = std::move(setting);
    }
  }
  base.complete = base.complete && profile.complete;
}

struct Project::State {
  const FileSystem& files;
  SourceStore& sources;
  Limits limits;
  FileKnowledge knowledge;
  std::unordered_map<std::string, File> read_files;

  const File& file(const std::string& path, Format format) {
    const auto known = read_files.find(path);
    if (known != read_files.end()) return known->second;
    return read_files.emplace(path, read(path, format)).first->second;
  }

  File read(const std::string& path, Format format) {
    auto bytes = files.read(path, limits.file_bytes);
    if (!bytes) return {no_source, {}, bytes.error().message};
    auto source = decode_source(path, std::move(bytes).value());
    if (!source) return {no_source, {}, source.error().message};
    const SourceId id = sources.add(std::move(source).value());
    const std::string_view text = sources.get(id).text();
    Reading reading = row_of(format).read(text, options_of(format));
    if (const std::string* mark = template_mark_in(text, reading)) {
      reading.foreign = "this is a template (`" + *mark + "`), which is no document before it is filled in";
    }
    std::erase_if(reading.documents, [this](const Node& document) { return is_something_else(document); });
    if (format == Format::yaml) {
      for (Node& document : reading.documents) {
        expand_config_maps(
            text,
            [this](std::string_view name, std::string_view content) { return inner_file(name, content); },
            document);
      }
    }
    return {id, std::move(reading), {}};
  }

  [[nodiscard]] ReadOptions options_of(Format format) const {
    const auto words = knowledge.words.find(format);
    return {limits.nesting, limits.parse_progress_per_kilobyte, limits.nodes(),
            words == knowledge.words.end() ? nullptr : &words->second};
  }

  /// A file inside another document; nothing where it does not parse as one map.
  [[nodiscard]] std::optional<Node> inner_file(std::string_view name, std::string_view content) const {
    const auto format = knowledge.format_of ? knowledge.format_of(name) : std::nullopt;
    if (!format) return std::nullopt;
    Reading reading = row_of(*format).read(content, options_of(*format));
    const bool one_map = reading.problems.empty() && reading.documents.size() == 1 &&
                         reading.documents.front().kind == Node::Kind::map;
    return one_map ? std::optional(std::move(reading.documents.front())) : std::nullopt;
  }

  /// A template that is a document too is taken as it stands; nullptr for it.
  [[nodiscard]] const std::string* template_mark_in(std::string_view text, const Reading& reading) const {
    if (reading.problems.empty()) return nullptr;
    const auto mark = std::ranges::find_if(knowledge.template_marks, [text](const std::string& one) {
      return text.find(one) != std::string_view::npos;
    });
    return mark == knowledge.template_marks.end() ? nullptr : &*mark;
  }

  [[nodiscard]] bool is_something_else(const Node& document) const {
    const auto schema = std::ranges::find(document.members, "$schema", &Member::name);
    return schema != document.members.end() && knowledge.is_other_schema(schema->value.text);
  }

  std::vector<Settings> settings_of(const std::string& path, const Root& root, ValueStore& store,
                                    Shapes& shapes) {
    const File& read = file(path, root.format);
    std::vector<Settings> settings;
    const std::string& reason = read.unreadable.empty() ? read.reading.foreign : read.unreadable;
    if (!reason.empty()) {
      shapes.left_out.push_back({path, reason});
      return settings;
    }
    SettingsWriter writer(sources.get(read.source), read.source, store);
    for (const Node& document : read.reading.documents) {
      if (const auto parts = containers_in(document, knowledge.containers)) {
        writer.write(document, *parts, root, limits.settings, settings);
      } else if (!root.containers_only) {
        settings.push_back(writer.write(document, root, limits.settings));
      }
    }
    if (!read.reading.problems.empty() && !(root.containers_only && settings.empty())) {
      const Problem& first = read.reading.problems.front();
      shapes.events.push_back({EventKind::syntax_error, {read.source, first.span}, first.message});
    }
    return settings;
  }
};

Project::Project(const FileSystem& files, SourceStore& sources, const Limits& limits, FileKnowledge knowledge)
    : state_(new State{files, sources, limits, std::move(knowledge), {}}) {}

Project::~Project() = default;

Shapes Project::evaluate(const Root& root, std::string_view profile, ValueStore& store) {
  Shapes shapes;
  shapes.settings = state_->settings_of(root.path, root, store, shapes);
  const auto above = std::ranges::find(root.profiles, profile, &Profile::name);
  if (above == root.profiles.end()) return shapes;
  std::vector<Settings> layers = state_->settings_of(above->path, root, store, shapes);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (i >= shapes.settings.size() || shapes.settings[i].runner.address != layers[i].runner.address) {
      shapes.settings.push_back(std::move(layers[i]));
    } else {
      lay_over(shapes.settings[i], std::move(layers[i]));
    }
    shapes.settings[i].profile = profile;
    shapes.settings[i].layer = SettingsLayer::profile;
  }
  return shapes;
}

FileNames file_names() {
  static constexpr std::string_view globs[] = {
      ".env*",    "*.env", "*.json",      "*.yaml",       "*.yml",        "*.toml",     "*.properties",
      "*.config", "*.xml", "*.ini",       "*.cfg",        "*.conf",       "*.template", "*.py",
      "*.php",    "*.rb",  "Dockerfile*", "*.dockerfile", "Containerfile"};
  return {globs, true};
}

}  // namespace smtplint::config
