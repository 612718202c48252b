#include "engine/embedded.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "frontend/config/config.h"
#include "value/encoded_text.h"

namespace smtplint::engine {
namespace {

config::EmbeddedDocument read_document(Value text, const knowledge::Limits& limits, ValueStore& store) {
  return config::read_embedded(text,
                               {.file_bytes = limits.file_bytes,
                                .nesting = limits.nesting,
                                .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
                                .settings = limits.expansion},
                               store);
}

/// Which frontend reads a kind of text.
struct EmbeddedRow {
  std::string_view kind;
  config::EmbeddedDocument (*read)(Value text, const knowledge::Limits& limits, ValueStore& store);
};
constexpr std::array rows = {EmbeddedRow{"document", read_document}};

/// The text that was encoded; the text itself where that is no encoding of a text.
Value decoded(Value text, const std::vector<std::string>& steps, const knowledge::Limits& limits,
              ValueStore& store) {
  for (const std::string& step : steps) {
    if (!step.starts_with("base64")) continue;
    Value plain = decode_base64_gzip(store, text, text.provenance(), {limits.text_bytes});
    if (plain.is_absent()) plain = decode_base64(store, text, text.provenance());
    if (!plain.is_absent()) text = plain;
  }
  return text;
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

class EmbeddedTexts {
 public:
  EmbeddedTexts(lowering::Lowered& lowered, const knowledge::Limits& limits, ValueStore& store)
      : lowered_(lowered), limits_(limits), store_(store) {}

  void read(const lowering::EmbeddedText& text) {
    const auto row = std::ranges::find(rows, text.kind, &EmbeddedRow::kind);
    if (row == rows.end()) return;
    std::vector<Settings> found;
    const Value all = text.text;
    const std::span<const Value> several = all.is_sequence() ? all.items() : std::span<const Value>(&all, 1);
    for (const Value one : several) read_one(one, text, *row, found);
    if (text.layered && all.rest() != nullptr) cover(found, *all.rest(), store_);
    join(text, std::move(found));
  }

  [[nodiscard]] std::vector<Event> take_events() { return std::move(events_); }

 private:
  void read_one(Value one, const lowering::EmbeddedText& text, const EmbeddedRow& row,
                std::vector<Settings>& found) {
    if (text.layered && one.is_unknown()) cover(found, one.reason(), store_);
    if (text.layered && (one.is(ValueType::reference) || one.is(ValueType::alternatives))) {
      cover(found, *store_.reason(ReasonKind::runtime_only, text.path, {}), store_);
    }
    if (!one.is(ValueType::string)) return;
    config::EmbeddedDocument document = row.read(decoded(one, text.decode, limits_, store_), limits_, store_);
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
  const knowledge::Limits& limits_;
  ValueStore& store_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> read_embedded(lowering::Lowered& lowered, const knowledge::Limits& limits,
                                 ValueStore& store) {
  EmbeddedTexts texts(lowered, limits, store);
  for (const lowering::EmbeddedText& text : lowered.embedded) texts.read(text);
  return texts.take_events();
}

}  // namespace smtplint::engine
