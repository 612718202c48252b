#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/config/config.h"
#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

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
    const Flat flat = flatten(document, row_of(root.format).separator, most);
    Settings settings;
    settings.document = source_.path();
    settings.layer = SettingsLayer::base;
    settings.complete = flat.entries.size() < most;
    settings.place = place(document.span);
    for (const Entry& entry : flat.entries) {
      settings.values.push_back({entry.path, value_of(entry), place(entry.key)});
    }
    return settings;
  }

 private:
  [[nodiscard]] Place place(Span span) const { return {id_, span}; }

  Value value_of(const Entry& entry) {
    const Node& node = *entry.value;
    if (node.kind == Node::Kind::elsewhere) {
      return store_.as_sensitive(store_.unknown(ReasonKind::secret, entry.path, place(entry.key)));
    }
    const ProvenanceId origin = store_.step(How::literal, place(node.span));
    if (node.kind == Node::Kind::null) return store_.null(origin);
    TextBuilder text(store_);
    if (source_.slice(node.span) == node.text) {
      text.verbatim(node.text, place(node.span), origin);
    } else {
      text.derived(node.text, place(node.span), origin);
    }
    return text.finish(origin);
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
  IsOtherSchema is_other_schema;
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
    Reading reading = row_of(format).read(
        sources.get(id).text(), {limits.nesting, limits.parse_progress_per_kilobyte, limits.nodes()});
    std::erase_if(reading.documents, [this](const Node& document) { return is_something_else(document); });
    return {id, std::move(reading), {}};
  }

  [[nodiscard]] bool is_something_else(const Node& document) const {
    const auto schema = std::ranges::find(document.members, "$schema", &Member::name);
    return schema != document.members.end() && is_other_schema(schema->value.text);
  }

  std::vector<Settings> settings_of(const std::string& path, const Root& root, ValueStore& store,
                                    Shapes& shapes) {
    const File& read = file(path, root.format);
    std::vector<Settings> settings;
    if (!read.unreadable.empty()) {
      shapes.left_out.push_back({path, read.unreadable});
      return settings;
    }
    if (!read.reading.problems.empty()) {
      const Problem& first = read.reading.problems.front();
      shapes.events.push_back({EventKind::syntax_error, {read.source, first.span}, first.message});
    }
    SettingsWriter writer(sources.get(read.source), read.source, store);
    for (const Node& document : read.reading.documents) {
      settings.push_back(writer.write(document, root, limits.settings));
    }
    return settings;
  }
};

Project::Project(const FileSystem& files, SourceStore& sources, const Limits& limits,
                 IsOtherSchema is_other_schema)
    : state_(new State{files, sources, limits, std::move(is_other_schema), {}}) {}

Project::~Project() = default;

Shapes Project::evaluate(const Root& root, std::string_view profile, ValueStore& store) {
  Shapes shapes;
  shapes.settings = state_->settings_of(root.path, root, store, shapes);
  const auto above = std::ranges::find(root.profiles, profile, &Profile::name);
  if (above == root.profiles.end()) return shapes;
  std::vector<Settings> layers = state_->settings_of(above->path, root, store, shapes);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (i >= shapes.settings.size()) {
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
  static constexpr std::string_view globs[] = {".env*", "*.env",        "*.json",    "*.yaml",
                                               "*.yml", "*.properties", "*.config",  "*.ini",
                                               "*.cfg", "*.conf",       "*.template"};
  return {globs, true};
}

}  // namespace smtplint::config
