#include "engine/embedded/embedded.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/embedded/build_context.h"
#include "engine/embedded/container_runs.h"
#include "engine/embedded/desired_state.h"
#include "engine/languages/config_reading.h"
#include "frontend/config/config.h"
#include "frontend/config/document_layers.h"
#include "frontend/config/read_build.h"
#include "frontend/config/versions.h"
#include "frontend/script/script.h"
#include "value/alternatives.h"
#include "value/encoded_text.h"
#include "value/text.h"

namespace smtplint::engine {
namespace {

using knowledge::Decoding;
using knowledge::EmbeddedKind;

script::Limits script_limits(const knowledge::Limits& limits) {
  return {.depth = limits.embedded_depth,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .steps = limits.expansion,
          .text_bytes = limits.text_bytes};
}

/// All settings become what they may be where something that is not known is laid over them.
void cover(std::vector<Settings>& below, const Reason& reason, ValueStore& store) {
  for (Settings& settings : below) {
    settings.complete = false;
    for (Setting& setting : settings.values) {
      setting.value = store.unknown(&reason, setting.value.provenance());
    }
  }
}

/// The documents of a file under the profile of production, if they speak of one; else under none.
std::vector<Settings> in_force(std::vector<Settings> documents, const knowledge::ConfigurationFileKind& kind,
                               const knowledge::ConfigurationFiles& table) {
  if (kind.document_profiles.empty()) return documents;
  config::Root root;
  root.document_profiles = kind.document_profiles;
  std::string profile;
  for (const Settings& document : documents) {
    for (const std::string& name : config::profiles_named(document, root)) {
      if (table.is_production(name)) profile = name;
    }
  }
  return config::laid_over_each_other(std::move(documents), root, profile);
}

/// A text, or one of several of which a condition decides.
bool is_text(Value value) { return value.is(ValueType::string) || value.is(ValueType::alternatives); }

/// A configuration file that is made on a machine: its text, then what is added to it.
struct MadeFile {
  std::string path;
  std::vector<Value> texts;
};

class EmbeddedTexts {
 public:
  EmbeddedTexts(lowering::Lowered& lowered, const knowledge::Catalogue& catalogue, ValueStore& store,
                WorkspaceScripts* scripts)
      : lowered_(lowered),
        catalogue_(catalogue),
        limits_(catalogue.limits()),
        store_(store),
        scripts_(scripts),
        session_{
            script_limits(catalogue.limits()),
            [this](Value text) { return config::read_document_value(text, config_limits(limits_), store_); },
            store} {}

  void read(const lowering::EmbeddedText& text) {
    switch (text.kind) {
      case EmbeddedKind::arm_template:  // joins the deployment: `embedded_templates.h`
        return;
      case EmbeddedKind::files:
        return read_named_files(text);
      case EmbeddedKind::desired_state:
        return read_configurations(text);
      case EmbeddedKind::provisioners:
        give_files(text);
        return add_setup(script::read_provisioners(text.text, session_), text);
      case EmbeddedKind::cloud_init:
      case EmbeddedKind::unknown:
        return read_texts(text, script::Kind::user_data);
      case EmbeddedKind::script:
        return read_texts(text, script::Kind::commands);
      case EmbeddedKind::document:
        return read_texts(text, std::nullopt);
    }
  }

  /// The image that a Dockerfile describes runs where its variables are read. What it is built from lies
  /// beside the file.
  lowering::ImageBlock read_image(const lowering::SettingsBlock& dockerfile, const SourceStore& sources) {
    const Settings& settings = dockerfile.settings;
    BuildContext context(settings.document, *scripts_, catalogue_, store_);
    session_.copy_files = [&context](std::string_view from, std::string_view to) {
      return context.copied(from, to);
    };
    session_.find_script = [this](std::string_view name) { return scripts_->find(name, store_); };
    const SourceId source = settings.place.source;
    MachineSetup setup = script::read(config::read_build(sources.get(source), source, store_), session_);
    session_.copy_files = nullptr;
    return {{dockerfile.workload, settings.owner, settings.document, std::move(setup)}, dockerfile.link};
  }

  [[nodiscard]] ReadTexts finish() { return {std::move(events_), std::move(unread_)}; }

 private:
  /// A text, or several, that do something to a machine or are documents.
  void read_texts(const lowering::EmbeddedText& text, std::optional<script::Kind> script) {
    std::vector<Settings> found;
    const Value all = text.text;
    const std::span<const Value> several = all.is_sequence() ? all.items() : std::span<const Value>(&all, 1);
    const bool lines = script && text.inside.empty();
    const bool single = !all.is_sequence() || std::ranges::none_of(several, &Value::is_sequence);
    if (lines && single) read_script(all, text, *script);
    if (const Value below = file_below(text); !below.is_absent()) read_document(below, text, found);
    for (const Value one : several) {
      if (script && !(lines && single)) read_script(one, text, *script);
      if (!script) read_document(one, text, found);
    }
    if (text.layered && all.rest() != nullptr) cover(found, *all.rest(), store_);
    join(text, std::move(found));
  }

  /// What a chart has for those who set nothing else.
  Value file_below(const lowering::EmbeddedText& text) {
    if (scripts_ == nullptr || !text.folder.is(ValueType::string) || text.folder.text().has_holes())
      return {};
    return scripts_->read_at(std::string(text.folder.text().chars) + "/" + text.file, store_);
  }

  /// The text that was encoded; the text itself where that is no encoding of a text.
  Value decoded(Value text, const std::vector<Decoding>& steps) {
    if (text.is(ValueType::alternatives)) {
      return for_each_text(text, [&](Value one) { return decoded(one, steps); });
    }
    for (const Decoding step : steps) {
      const bool base64 = step == Decoding::base64 || step == Decoding::base64_or_plain;
      if (!base64 || !text.is(ValueType::string)) continue;
      Value plain = decode_base64_gzip(store_, text, text.provenance(), {limits_.text_bytes});
      if (plain.is_absent()) plain = decode_base64(store_, text, text.provenance());
      if (!plain.is_absent()) text = plain;
    }
    return text;
  }

  [[nodiscard]] Value for_each_text(Value text, const std::function<Value(Value)>& change) {
    const Place place = store_.provenance().step(text.provenance()).place;
    return map_alternatives(store_, std::span(&text, 1), Reach::top, place,
                            [&change](std::span<const Value> taken) { return change(taken.front()); });
  }

  /// The members of a document that are meant; the text itself where it is none.
  std::vector<Value> members(Value value, const lowering::EmbeddedText& text) {
    if (text.inside.empty()) return {value};
    if (is_text(value)) {
      value = for_each_text(
          value, [this](Value one) { return one.is(ValueType::string) ? session_.read_document(one) : one; });
    }
    std::vector<Value> found;
    if (!value.is_mapping()) return found;
    for (const std::string& name : text.inside) {
      const Value member = value.find_ignoring_case(name);
      if (!member.is_unset()) found.push_back(member);
    }
    return found;
  }

  void give_files(const lowering::EmbeddedText& text) {
    session_.find_script = nullptr;
    if (text.runs_files && scripts_ != nullptr) {
      session_.find_script = [this](std::string_view name) { return scripts_->find(name, store_); };
    }
  }

  void read_script(Value one, const lowering::EmbeddedText& text, script::Kind kind) {
    give_files(text);
    for (const Value member : members(one, text)) {
      add_setup(script::read(decoded(member, text.decode), kind, session_, text.arguments), text);
    }
  }

  /// The extension for Desired State Configuration names a script and a configuration in it.
  void read_configurations(const lowering::EmbeddedText& text) {
    give_files(text);
    const Value all = text.text;
    const std::span<const Value> several = all.is_sequence() ? all.items() : std::span<const Value>(&all, 1);
    for (const Value one : several) {
      const auto call =
          configuration_call({one, text.arguments}, catalogue_.machine_commands().configurations, session_);
      if (!call.script.is(ValueType::string)) continue;
      add_setup(script::read(call, session_), text);
      // What the extension is given counts where the configuration uses it.
      std::erase_if(lowered_.settings, [&](const lowering::SettingsBlock& block) {
        return block.settings.owner == text.owner && block.workload == text.workload;
      });
    }
  }

  void add_setup(MachineSetup setup, const lowering::EmbeddedText& text) {
    if (setup.steps.empty() && setup.gaps.empty()) return;
    read_written_files(setup, text);
    for (Settings& settings :
         settings_of_containers(setup, catalogue_.machine_commands().containers, store_)) {
      settings.owner = text.owner;
      lowered_.settings.push_back({text.workload, std::move(settings)});
    }
    lowered_.machines.push_back({text.workload, text.owner, text.path, std::move(setup)});
  }

  /// Files of configuration that a script writes hold the settings of programs on that machine.
  void read_written_files(const MachineSetup& setup, const lowering::EmbeddedText& text) {
    std::vector<MadeFile> files;
    for (const SetupStep& step : setup.steps) {
      if (const auto* file = std::get_if<FileWritten>(&step.what)) take(*file, step.branches, files);
    }
    for (const MadeFile& file : files) read_file(file.path, file.texts, text);
  }

  /// What hangs on a condition leaves open what the file holds; so does what cannot be followed.
  static void take(const FileWritten& written, const std::vector<Choice>& branches,
                   std::vector<MadeFile>& files) {
    if (!written.path.is(ValueType::string)) return;
    const std::string path(written.path.text().chars);
    const auto known = std::ranges::find(files, path, &MadeFile::path);
    const bool open = !branches.empty() || !written.text.is(ValueType::string);
    if (open || written.how == FileWritten::How::replaced) {
      if (known != files.end()) files.erase(known);
      if (!open) files.push_back({path, {written.text}});
    } else if (known != files.end()) {
      known->texts.push_back(written.text);
    } else {
      files.push_back({path, {written.text}});
    }
  }

  /// The texts of one file, if it is configuration that is deployed.
  void read_file(std::string_view path, const std::vector<Value>& texts,
                 const lowering::EmbeddedText& owner) {
    const knowledge::ConfigurationFiles& table = catalogue_.configuration_files();
    const auto known = table.kind_of(path);
    if (!known || table.is_local(known->profile)) return;
    const FileFormat format = known->kind->format;
    // A line that is added replaces an earlier one; any other text goes on where the last one ended.
    const bool of_lines = traits_of(format).shape == FileShape::lines;
    std::vector<Settings> found;
    for (const Value part : of_lines ? texts : std::vector{joined(texts)}) {
      config::EmbeddedDocument document = read_text_as(format, part, catalogue_, store_);
      std::ranges::move(document.events, std::back_inserter(events_));
      if (document.unread_from) unread_.push_back(*document.unread_from);
      for (Settings& settings : in_force(std::move(document.settings), *known->kind, table)) {
        if (of_lines && !found.empty()) {
          config::lay_over(found.front(), std::move(settings));
        } else {
          found.push_back(std::move(settings));
        }
      }
    }
    for (Settings& settings : found) {
      settings.document = path;
      settings.complete = false;
      lowered_.settings.push_back({owner.workload, std::move(settings)});
    }
  }

  [[nodiscard]] Value joined(const std::vector<Value>& texts) {
    if (texts.size() == 1) return texts.front();
    TextBuilder all(store_);
    for (const Value text : texts) all.part(text.text(), 0, text.text().chars.size(), text.provenance());
    return all.finish(texts.front().provenance());
  }

  /// What is a file is no setting of that name, and nor is what stands in it.
  void read_named_files(const lowering::EmbeddedText& text) {
    if (!text.text.is_mapping()) return;
    for (const Entry& file : text.text.entries()) {
      if (!is_text(file.value) || !catalogue_.configuration_files().kind_of(file.key)) continue;
      for (lowering::SettingsBlock& block : lowered_.settings) {
        if (block.settings.owner != text.owner) continue;
        std::erase_if(block.settings.values, [&file](const Setting& setting) {
          return setting.path.starts_with(file.key) &&
                 (setting.path.size() == file.key.size() || setting.path[file.key.size()] == '.');
        });
      }
      read_file(file.key, {file.value}, text);
    }
  }

  void read_document(Value one, const lowering::EmbeddedText& text, std::vector<Settings>& found) {
    if (text.layered && one.is_unknown()) cover(found, one.reason(), store_);
    if (text.layered && one.is(ValueType::reference)) {
      cover(found, *store_.reason(ReasonKind::runtime_only, text.path, {}), store_);
    }
    if (!is_text(one)) return;
    config::EmbeddedDocument document =
        config::read_embedded(decoded(one, text.decode), config_limits(limits_), store_);
    std::ranges::move(document.events, std::back_inserter(events_));
    if (document.unread_from) unread_.push_back(*document.unread_from);
    for (Settings& settings : document.settings) {
      settings.owner = text.owner;
      settings.home = SettingsHome::file;
      settings.document = text.path;
      settings.layer = SettingsLayer::deployment;
      settings.complete = false;  // a document does not hold what its program knows besides
      if (text.layered && !found.empty()) {
        config::show_below(settings, found.front(), store_);
        config::lay_over(found.front(), std::move(settings));
      } else {
        found.push_back(std::move(settings));
      }
    }
  }

  /// The owner's own settings lie over documents that are layers: what was a block of its own goes into
  /// theirs.
  void join(const lowering::EmbeddedText& text, std::vector<Settings> found) {
    if (found.empty()) return;
    if (text.layered) {
      std::erase_if(lowered_.settings, [&](const lowering::SettingsBlock& block) {
        const bool own = block.settings.owner == text.owner && block.workload == text.workload;
        if (own) config::lay_over(found.front(), block.settings);
        return own;
      });
    }
    for (Settings& settings : found) lowered_.settings.push_back({text.workload, std::move(settings)});
  }

  lowering::Lowered& lowered_;
  const knowledge::Catalogue& catalogue_;
  const knowledge::Limits& limits_;
  ValueStore& store_;
  WorkspaceScripts* scripts_;
  script::Session session_;
  std::vector<Event> events_;
  std::vector<Place> unread_;
};

}  // namespace

ReadTexts read_embedded(lowering::Lowered& lowered, const knowledge::Catalogue& catalogue, ValueStore& store,
                        WorkspaceScripts* scripts) {
  EmbeddedTexts texts(lowered, catalogue, store, scripts);
  for (const lowering::EmbeddedText& text : lowered.embedded) texts.read(text);
  return texts.finish();
}

std::vector<lowering::ImageBlock> read_images(lowering::Lowered& lowered,
                                              const knowledge::Catalogue& catalogue, ValueStore& store,
                                              WorkspaceScripts& scripts, const SourceStore& sources) {
  std::vector<lowering::ImageBlock> images;
  EmbeddedTexts texts(lowered, catalogue, store, &scripts);
  for (const lowering::SettingsBlock& block : lowered.settings) {
    const auto known = catalogue.configuration_files().kind_of(block.settings.document);
    const bool dockerfile = known && known->kind->format == FileFormat::dockerfile;
    if (dockerfile && block.settings.place.known()) images.push_back(texts.read_image(block, sources));
  }
  return images;
}

}  // namespace smtplint::engine
