#include "lowering/machine/settings_files.h"

#include <algorithm>
#include <optional>

#include "base/letter_case.h"
#include "base/trimmed.h"
#include "lowering/machine/command_words.h"
#include "value/text.h"

namespace smtplint::lowering {
namespace {

using How = FileWritten::How;

/// Set-ups of a file are named by its path, a line break, and what tells them apart.
std::string begin_of_names(const FileWritten& file) { return std::string(chars_of(file.path)) + '\n'; }

}  // namespace

void SettingsFiles::read(const FileWritten& file, Place step) {
  const knowledge::SettingsFile* known = mta_.file_at(chars_of(file.path));
  if (known == nullptr) return;
  SetupWriter& program = setups_.program();
  program.note(chars_of(file.path), file.path);
  // The first of its files is the one that holds the others' names.
  const bool whole = known == &mta_.files.front() && file.how == How::replaced;
  if (whole && !program.hangs_on_conditions()) {
    program.begin_file();
    setups_.forget_below(begin_of_names(file));
    current_.erase(std::string(chars_of(file.path)));
  }
  if (!file.text.is(ValueType::alternatives)) return read({file, known->lines, file.text, {}, step});
  for (const Alternative& one : file.text.alternatives())
    read({file, known->lines, one.value, one.choices, step});
}

void SettingsFiles::read(const Text& text) {
  if (!text.text.is(ValueType::string)) return setups_.program().leave_open(chars_of(text.file.path));
  if (text.file.how == How::edited) {
    read_edit(text);
  } else {
    read_whole(text);
  }
}

void SettingsFiles::read_whole(const Text& text) {
  const std::string path(chars_of(text.file.path));
  std::optional<std::size_t> line_begin;
  SetupWriter* line_setup = nullptr;
  read_setting_lines(store_, text.text, text.form, [&](const LineSetting& line) {
    const knowledge::SectionForm& sections = text.form.sections;
    if (text.form.each_line) {
      if (line_begin != line.key_begin)
        line_setup = &setups_.begin_part(begin_of_names(text.file) + std::to_string(lines_++));
      line_begin = line.key_begin;
      return set(*line_setup, text, line);
    }
    if (!sections.key.empty() && (line.key == sections.key || line.key == sections.defaults))
      return begin_section(text, path, line);
    const auto current = current_.find(path);
    set(current == current_.end() ? setups_.program() : *setups_.find(current->second), text, line);
  });
}

/// `account name : other, another`
void SettingsFiles::begin_section(const Text& text, const std::string& path, const LineSetting& line) {
  const knowledge::SectionForm& sections = text.form.sections;
  const std::string names = begin_of_names(text.file);
  const bool defaults = line.key == sections.defaults;
  const std::string_view written = chars_of(line.value);
  const std::size_t behind = sections.extends.empty() ? written.size() : written.find(sections.extends);
  // No name of a section holds a line break.
  const std::string name = names + (defaults ? "\n" : std::string(trimmed(written.substr(0, behind), " \t")));
  const SetupWriter* common = setups_.find(names + "\n");
  std::vector<const SetupWriter*> extended;
  for (std::size_t at = behind; !defaults && at < written.size();) {
    const std::size_t end = std::min(written.find(',', at + 1), written.size());
    extended.push_back(
        setups_.find(names + std::string(trimmed(written.substr(at + 1, end - at - 1), " \t"))));
    at = end;
  }
  SetupWriter& section = setups_.begin_part(name);
  current_[path] = name;
  if (defaults) return setups_.set_aside(name);
  section.note(line.key, line.value);
  if (common != nullptr) section.take_over(*common);
  for (const SetupWriter* other : extended) {
    if (other != nullptr) section.take_over(*other);
  }
}

/// A line takes the place of another one; which that is is only known where there is one set-up.
void SettingsFiles::read_edit(const Text& text) {
  const std::vector<SetupWriter*> parts = setups_.below(begin_of_names(text.file));
  SetupWriter& only = parts.size() == 1 ? *parts.front() : setups_.program();
  bool any = false;
  const auto leave_to_chance = [&](std::string_view key) {
    const Value open =
        store_.unknown(ReasonKind::runtime_only, store_.keep(key), place_of(store_, text.text, text.step));
    for (SetupWriter* part : parts) set(*part, text, {std::string(key), open, 0, 0});
    if (parts.empty()) set(only, text, {std::string(key), open, 0, 0});
  };
  read_setting_lines(store_, text.text, text.form, [&](const LineSetting& line) {
    any = true;
    if (parts.size() > 1) return leave_to_chance(line.key);
    set(only, text, line);
  });
  if (any) return;
  // An edit that is not understood may be about the host.
  for (const std::string& key : mta_.form().host) {
    if (lower_case(chars_of(text.text)).find(key) != std::string::npos) leave_to_chance(key);
  }
}

void SettingsFiles::set(SetupWriter& setup, const Text& text, const LineSetting& line) {
  const Place place = line.key_length == 0
                          ? place_of(store_, text.text, text.step)
                          : text_origin(store_, text.text, line.key_begin, line.key_length).place;
  setup.set({line.key, line.value, place}, text.choices);
}

}  // namespace smtplint::lowering
