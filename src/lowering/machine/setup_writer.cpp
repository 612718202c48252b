#include "lowering/machine/setup_writer.h"

#include <algorithm>

#include "lowering/machine/command_words.h"
#include "value/text.h"
#include "value/under_choices.h"

namespace smtplint::lowering {

SetupWriter& SetupWriter::at(const SetupStep& step) {
  step_ = &step;
  branches_ = step.branches;
  if (branches_.size() >= base_.size() && std::equal(base_.begin(), base_.end(), branches_.begin())) {
    branches_.erase(branches_.begin(), branches_.begin() + static_cast<std::ptrdiff_t>(base_.size()));
  }
  return *this;
}

void SetupWriter::set(Setting setting, std::span<const Choice> more) {
  if (setup_.first.value.is_absent()) setup_.first = setting;
  note(setting.path, setting.value);
  set_parts(setting, more);
  if (!std::ranges::binary_search(keys_, setting.path)) return;
  std::vector<Choice> choices = branches_;
  choices.insert(choices.end(), more.begin(), more.end());
  auto& values = setup_.settings.values;
  const auto same = std::ranges::find(values, setting.path, &Setting::path);
  if (!choices.empty()) {
    const Value before = same == values.end() ? store_.null() : same->value;
    setting.value = under_choices(store_, choices, setting.value, before);
  }
  if (same == values.end()) {
    values.push_back(std::move(setting));
  } else {
    *same = std::move(setting);
  }
}

void SetupWriter::set_parts(const Setting& setting, std::span<const Choice> more) {
  for (const knowledge::SettingPart& part : mta_.parts) {
    if (part.of != setting.path || !setting.value.is(ValueType::string)) continue;
    const std::string_view text = setting.value.text().chars;
    const auto captured = part.matches.captured(text);
    if (!captured) continue;
    const auto begin = static_cast<std::size_t>(captured->data() - text.data());
    set({part.key, text_part(store_, setting.value, begin, captured->size()), setting.key_place}, more);
  }
}

void SetupWriter::note(std::string_view name, Value value) {
  if (setup_.first.value.is_absent())
    setup_.first = {std::string(name), value, place_of(store_, value, step_->place)};
  certain_ = certain_ || branches_.empty();
  const auto& all = step_->branches;
  if (!seen_) shared_ = all;
  seen_ = true;
  const auto parts = std::ranges::mismatch(shared_, all);
  shared_.erase(parts.in1, shared_.end());
}

void SetupWriter::install(std::string_view name, Value value) {
  note(name, value);
  if (setup_.installed.value.is_absent())
    setup_.installed = {std::string(name), value, place_of(store_, value, step_->place)};
}

void SetupWriter::begin_file() {
  setup_.settings.values.clear();
  setup_.settings.complete = true;
  setup_.file_written = true;
}

void SetupWriter::leave_open(std::string_view file) {
  setup_.settings.complete = false;
  setup_.changed_file = file;
}

void SetupWriter::take_over(const SetupWriter& other) {
  for (const Setting& setting : other.setup_.settings.values) set(setting);
}

bool SetupWriter::has(std::string_view key) const {
  return std::ranges::find(setup_.settings.values, key, &Setting::path) != setup_.settings.values.end();
}

bool SetupWriter::has_any(const std::vector<std::string>& keys) const {
  return std::ranges::any_of(keys, [this](const std::string& key) { return has(key); });
}

ProgramSetup SetupWriter::finish() {
  setup_.only_in_branch = setup_.present() && (!certain_ || !base_.empty());
  return std::move(setup_);
}

}  // namespace smtplint::lowering
