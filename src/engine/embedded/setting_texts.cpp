#include "engine/embedded/setting_texts.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "engine/languages/config_reading.h"
#include "frontend/config/config.h"
#include "value/text.h"

namespace smtplint::engine {
namespace {

using knowledge::SettingText;
using lowering::SettingsBlock;

class SettingTextReader {
 public:
  SettingTextReader(const knowledge::Catalogue& catalogue, ValueStore& store)
      : catalogue_(catalogue), store_(store) {}

  /// What stands in the texts of a block: settings of its own, and files beside it.
  void read(SettingsBlock& block, std::vector<SettingsBlock>& files) {
    std::vector<Setting> beside;
    std::vector<std::string> read_already;
    for (const Setting& setting : block.settings.values) {
      const SettingText* text = catalogue_.setting_texts().of(last_name(setting.path));
      if (text == nullptr || !setting.value.is(ValueType::string)) continue;
      read_already.push_back(setting.path + ".");
      for (Settings& inner : documents_in(setting.value, *text)) {
        if (text->file.empty()) {
          std::ranges::move(inner.values, std::back_inserter(beside));
        } else {
          files.push_back(file_of(block, *text, std::move(inner.values)));
        }
      }
    }
    // A text that looks like an object was taken for settings below the one that holds it.
    std::erase_if(block.settings.values, [&read_already](const Setting& setting) {
      return std::ranges::any_of(
          read_already, [&setting](const std::string& holder) { return setting.path.starts_with(holder); });
    });
    std::ranges::move(beside, std::back_inserter(block.settings.values));
  }

  [[nodiscard]] std::vector<Event> take_events() { return std::move(events_); }

 private:
  static std::string_view last_name(std::string_view path) { return path.substr(path.rfind('.') + 1); }

  [[nodiscard]] Value as_read(Value value, const SettingText& text) {
    if (text.before.empty()) return value;
    TextBuilder whole(store_);
    whole.derived(text.before, store_.provenance().step(value.provenance()).place, value.provenance());
    whole.part(value.text(), 0, value.text().chars.size(), value.provenance());
    return whole.finish(value.provenance());
  }

  std::vector<Settings> documents_in(Value value, const SettingText& text) {
    config::EmbeddedDocument document = read_text_as(text.format, as_read(value, text), catalogue_, store_);
    std::ranges::move(document.events, std::back_inserter(events_));
    return std::move(document.settings);
  }

  /// A program reads more files than this one.
  static SettingsBlock file_of(const SettingsBlock& block, const SettingText& text,
                               std::vector<Setting> values) {
    SettingsBlock file{block.workload, {}, block.link};
    file.settings.owner = block.settings.owner;
    file.settings.runner = block.settings.runner;
    file.settings.image = block.settings.image;
    file.settings.profile = block.settings.profile;
    file.settings.layer = block.settings.layer;
    file.settings.place = block.settings.place;
    file.settings.document = text.file;
    file.settings.home = SettingsHome::file;
    file.settings.complete = false;
    file.settings.values = std::move(values);
    return file;
  }

  const knowledge::Catalogue& catalogue_;
  ValueStore& store_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> read_setting_texts(std::vector<SettingsBlock>& blocks,
                                      const knowledge::Catalogue& catalogue, ValueStore& store) {
  SettingTextReader reader(catalogue, store);
  std::vector<SettingsBlock> files;
  for (SettingsBlock& block : blocks) reader.read(block, files);
  std::ranges::move(files, std::back_inserter(blocks));
  return reader.take_events();
}

}  // namespace smtplint::engine
