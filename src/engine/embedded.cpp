#include "engine/embedded.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/config_format.h"
#include "frontend/config/config.h"
#include "frontend/script/script.h"
#include "value/encoded_text.h"

namespace smtplint::engine {
namespace {

script::Limits script_limits(const knowledge::Limits& limits) {
  return {.depth = limits.embedded_depth,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .steps = limits.expansion,
          .text_bytes = limits.text_bytes};
}

/// What a kind of text is read as: settings, or what it does to a machine.
struct EmbeddedRow {
  std::string_view kind;
  std::optional<script::Kind> script = std::nullopt;  ///< none: a document of settings
};
constexpr std::array rows = {EmbeddedRow{"document"}, EmbeddedRow{"cloud-init", script::Kind::user_data},
                             EmbeddedRow{"script", script::Kind::commands},
                             EmbeddedRow{"unknown", script::Kind::user_data}};

/// All settings become what they may be where something that is not known is laid over them.
void cover(std::vector<Settings>& below, const Reason& reason, ValueStore& store) {
  for (Settings& settings : below) {
    settings.complete = false;
    for (Setting& setting : settings.values) {
      setting.value = store.unknown(&reason, setting.value.provenance());
    }
  }
}

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
    const auto row = std::ranges::find(rows, text.kind, &EmbeddedRow::kind);
    if (row == rows.end()) return;
    std::vector<Settings> found;
    const Value all = text.text;
    const std::span<const Value> several = all.is_sequence() ? all.items() : std::span<const Value>(&all, 1);
    const bool lines = row->script && text.inside.empty();
    const bool single = !all.is_sequence() || std::ranges::none_of(several, &Value::is_sequence);
    if (lines && single) read_script(all, text, *row->script);
    for (const Value one : several) {
      if (row->script && !(lines && single)) read_script(one, text, *row->script);
      if (!row->script) read_document(one, text, found);
    }
    if (text.layered && all.rest() != nullptr) cover(found, *all.rest(), store_);
    join(text, std::move(found));
  }

  [[nodiscard]] std::vector<Event> take_events() { return std::move(events_); }

 private:
  /// The text that was encoded; the text itself where that is no encoding of a text.
  Value decoded(Value text, const std::vector<std::string>& steps) {
    for (const std::string& step : steps) {
      if (!step.starts_with("base64") || !text.is(ValueType::string)) continue;
      Value plain = decode_base64_gzip(store_, text, text.provenance(), {limits_.text_bytes});
      if (plain.is_absent()) plain = decode_base64(store_, text, text.provenance());
      if (!plain.is_absent()) text = plain;
    }
    return text;
  }

  /// The members of a document that are meant; the text itself where it is none.
  std::vector<Value> members(Value value, const lowering::EmbeddedText& text) {
    if (text.inside.empty()) return {value};
    if (value.is(ValueType::string)) value = session_.read_document(value);
    std::vector<Value> found;
    if (!value.is_mapping()) return found;
    for (const std::string& name : text.inside) {
      const Value member = value.find_ignoring_case(name);
      if (!member.is_unset()) found.push_back(member);
    }
    return found;
  }

  void read_script(Value one, const lowering::EmbeddedText& text, script::Kind kind) {
    session_.find_script = nullptr;
    if (text.runs_files && scripts_ != nullptr) {
      session_.find_script = [this](std::string_view name) { return scripts_->find(name, store_); };
    }
    for (const Value member : members(one, text)) {
      MachineSetup setup = script::read(decoded(member, text.decode), kind, session_);
      if (setup.steps.empty() && setup.gaps.empty()) continue;
      read_written_files(setup, text);
      lowered_.machines.push_back({text.workload, text.owner, text.path, std::move(setup)});
    }
  }

  /// Files of configuration that a script writes hold the settings of programs on that machine.
  void read_written_files(const MachineSetup& setup, const lowering::EmbeddedText& text) {
    for (const SetupStep& step : setup.steps) {
      const auto* file = std::get_if<FileWritten>(&step.what);
      const bool whole = file != nullptr && file->how == FileWritten::How::replaced && step.branches.empty();
      if (!whole || !file->path.is(ValueType::string) || !file->text.is(ValueType::string)) continue;
      const std::string_view path = file->path.text().chars;
      const auto known = catalogue_.configuration_files().kind_of(path);
      if (!known || catalogue_.configuration_files().is_local(known->profile)) continue;
      config::EmbeddedDocument document = read_text_as(known->kind->format, file->text, catalogue_, store_);
      std::ranges::move(document.events, std::back_inserter(events_));
      for (Settings& settings : document.settings) {
        settings.document = path;
        settings.complete = false;
        lowered_.settings.push_back({text.workload, std::move(settings)});
      }
    }
  }

  void read_document(Value one, const lowering::EmbeddedText& text, std::vector<Settings>& found) {
    if (text.layered && one.is_unknown()) cover(found, one.reason(), store_);
    if (text.layered && (one.is(ValueType::reference) || one.is(ValueType::alternatives))) {
      cover(found, *store_.reason(ReasonKind::runtime_only, text.path, {}), store_);
    }
    if (!one.is(ValueType::string)) return;
    config::EmbeddedDocument document =
        config::read_embedded(decoded(one, text.decode), config_limits(limits_), store_);
    std::ranges::move(document.events, std::back_inserter(events_));
    for (Settings& settings : document.settings) {
      settings.owner = text.owner;
      settings.home = SettingsHome::file;
      settings.document = text.path;
      settings.layer = SettingsLayer::deployment;
      settings.complete = false;  // a document does not hold what its program knows besides
      if (text.layered && !found.empty()) {
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
};

}  // namespace

std::vector<Event> read_embedded(lowering::Lowered& lowered, const knowledge::Catalogue& catalogue,
                                 ValueStore& store, WorkspaceScripts* scripts) {
  EmbeddedTexts texts(lowered, catalogue, store, scripts);
  for (const lowering::EmbeddedText& text : lowered.embedded) texts.read(text);
  return texts.take_events();
}

}  // namespace smtplint::engine
