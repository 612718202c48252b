#include "lowering/machine/program_setup.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/glob.h"
#include "base/letter_case.h"
#include "lowering/machine/command_words.h"
#include "lowering/machine/setting_lines.h"
#include "lowering/machine/settings_files.h"
#include "lowering/machine/setups.h"
#include "value/text.h"
#include "value/under_choices.h"

namespace smtplint::lowering {
namespace {

using knowledge::Mta;
using knowledge::SettingsCommand;

class ProgramReader {
 public:
  ProgramReader(const Mta& mta, const knowledge::MachineCommands& commands, ValueStore& store,
                Setups::Bases bases)
      : mta_(mta),
        commands_(commands),
        store_(store),
        setups_(mta, store, std::move(bases)),
        files_(mta, setups_, store) {}
  ProgramReader(const ProgramReader&) = delete;
  ProgramReader& operator=(const ProgramReader&) = delete;

  void read(const Machine& machine) {
    for (const MachineBlock* block : machine) {
      for (const SetupStep& step : block->setup.steps) {
        step_ = &step;
        setups_.at(step);
        std::visit([this](const auto& what) { take(what); }, step.what);
      }
    }
  }

  [[nodiscard]] Setups& setups() { return setups_; }

 private:
  void take(const PackageInstalled& package) { install(package.name); }

  void take(const FileWritten& file) {
    if (file.how == FileWritten::How::replaced) texts_[std::string(chars_of(file.path))] = file.text;
    files_.read(file, step_->place);
  }

  void take(const CommandRun& command) {
    if (command.words.empty()) return;
    const std::string name = command_name(command);
    for (const Value word : command.words) note_fetched(word);
    for (const Value package : installed_packages(command, commands_.installs, store_)) install(package);
    if (contains(commands_.answers, name)) read_answers(command);
    if (!command.into.empty()) other_objects_.insert(lower_case(command.into));
    for (const SettingsCommand& known : mta_.commands) {
      if (contains(known.names, name)) read_arguments(known, command);
    }
    if (const std::string file = changed_file(name, command); !file.empty()) {
      setups_.program().note(file, command.words.front());
      setups_.program().leave_open(file);
    }
  }

  void take(const VariableSet& variable) {
    const std::string name = lower_case(variable.name);
    remember(name, variable.value);
    const auto key = mta_.members.find(name);
    if (key == mta_.members.end()) return;
    SetupWriter* owner = mta_.members_of_its_objects ? object_held_by(variable.object) : &setups_.program();
    if (owner != nullptr) owner->set({key->second, variable.value, step_->place});
  }

  void note_fetched(Value word) {
    const std::string_view text = chars_of(word);
    const bool brings = std::ranges::any_of(
        mta_.fetched, [text](const std::string& glob) { return glob_matches_ignoring_case(glob, text); });
    if (brings) setups_.program().install(mta_.program.name, word);
  }

  void install(Value package) {
    std::string_view name = chars_of(package);
    name = name.substr(0, name.find_first_of("=:"));
    if (!name.empty() && mta_.is_package(name)) setups_.program().install(name, package);
  }

  void read_answers(const CommandRun& command) {
    Value text = command.input;
    const auto file = texts_.find(std::string(chars_of(command.words.back())));
    if (file != texts_.end()) text = file->second;
    if (!text.is(ValueType::string)) return;
    read_answer_lines(store_, text, [&](const LineSetting& answer) {
      const auto key = mta_.answers.find(answer.key);
      if (key != mta_.answers.end()) set(text, key->second, answer, {});
    });
  }

  void read_arguments(const SettingsCommand& known, const CommandRun& command) {
    if (known.takes == SettingsCommand::Takes::assignments) return read_assignments(command);
    const std::vector<Setting> settings = settings_of(known, command);
    SetupWriter& setup = setup_of(known, command, settings);
    setup.install(command_name(command), command.words.front());
    for (const Setting& setting : settings) setup.set(setting);
    for (const auto& [variable, key] : known.otherwise) use_variable(variable, key, setup);
  }

  std::vector<Setting> settings_of(const SettingsCommand& known, const CommandRun& command) {
    return known.takes == SettingsCommand::Takes::parameters ? parameters_of(command, step_->place, store_)
                                                             : positions_of(known, command);
  }

  void read_assignments(const CommandRun& command) {
    for (std::size_t i = 1; i < command.words.size(); ++i) {
      const Value word = command.words[i];
      if (word.is(ValueType::alternatives)) {
        for (const Alternative& one : word.alternatives()) read_assignment(one.value, one.choices);
      } else {
        read_assignment(word, {});
      }
    }
  }

  void read_assignment(Value word, std::span<const Choice> choices) {
    if (!word.is(ValueType::string) || chars_of(word).starts_with('-')) return;
    knowledge::LineForm form;
    form.comment.clear();
    read_setting_lines(store_, word, form,
                       [&](const LineSetting& setting) { set(word, setting.key, setting, choices); });
  }

  std::vector<Setting> positions_of(const SettingsCommand& known, const CommandRun& command) const {
    std::vector<Setting> settings;
    for (std::size_t i = 0; i < known.keys.size() && i + 1 < command.words.size(); ++i) {
      const Value value = command.words[i + 1];
      settings.push_back({known.keys[i], value, place_of(store_, value, step_->place)});
    }
    return settings;
  }

  SetupWriter& setup_of(const SettingsCommand& known, const CommandRun& command,
                        const std::vector<Setting>& settings) {
    switch (known.each) {
      case SettingsCommand::Each::program:
        return setups_.program();
      case SettingsCommand::Each::run:
        return setups_.begin({});
      case SettingsCommand::Each::object:
        break;
    }
    other_objects_.erase(lower_case(command.into));
    latest_object_ = known.named_by.empty() ? lower_case(command.into) : name_in(settings, known);
    SetupWriter* object = known.named_by.empty() ? nullptr : setups_.find(latest_object_);
    return object == nullptr ? setups_.begin(latest_object_) : *object;
  }

  /// A name that is not known is the same where it is not known for the same reason.
  static std::string name_in(const std::vector<Setting>& settings, const SettingsCommand& known) {
    for (const Setting& setting : settings) {
      if (std::ranges::find(known.named_by, setting.path) == known.named_by.end()) continue;
      if (setting.value.is_unknown()) return "?" + std::string(setting.value.reason().name);
      return lower_case(chars_of(setting.value));
    }
    return {};
  }

  /// What no object is known for belongs to the one that was made last.
  SetupWriter* object_held_by(const std::string& variable) {
    if (other_objects_.contains(lower_case(variable))) return nullptr;
    SetupWriter* known = setups_.find(lower_case(variable));
    return known == nullptr ? setups_.find(latest_object_) : known;
  }

  void remember(const std::string& variable, Value value) {
    const bool counts = std::ranges::any_of(
        mta_.commands, [&](const SettingsCommand& known) { return known.otherwise.contains(variable); });
    if (!counts) return;
    Value& now = variables_[variable];
    now = under_choices(store_, step_->branches, value, now.is_absent() ? store_.null() : now);
  }

  void use_variable(const std::string& variable, const std::string& key, SetupWriter& setup) {
    const auto known = variables_.find(variable);
    const std::vector<std::string>& hosts = mta_.form().host;
    const bool is_host = std::ranges::find(hosts, key) != hosts.end();
    if (known == variables_.end() || (is_host ? setup.has_any(hosts) : setup.has(key))) return;
    const Value value = where_taken(store_, step_->branches, known->second);
    setup.set({key, value, place_of(store_, value, step_->place)});
  }

  /// The file of the program that a command may change; empty where it changes none.
  [[nodiscard]] std::string changed_file(const std::string& name, const CommandRun& command) const {
    if (contains(commands_.only_read, name)) return {};
    const bool only_last = contains(commands_.last_is_target, name);
    for (const Value word : only_last ? std::span(command.words).last(1) : std::span(command.words)) {
      if (mta_.file_at(chars_of(word)) != nullptr) return std::string(chars_of(word));
    }
    return {};
  }

  void set(Value text, const std::string& key, const LineSetting& line, std::span<const Choice> choices) {
    const Place place = text_origin(store_, text, line.key_begin, line.key_length).place;
    setups_.program().set({key, line.value, place}, choices);
  }

  const Mta& mta_;
  const knowledge::MachineCommands& commands_;
  ValueStore& store_;
  const SetupStep* step_ = nullptr;
  Setups setups_;
  SettingsFiles files_;
  std::map<std::string, Value> texts_;      ///< of the files that were written, by path
  std::map<std::string, Value> variables_;  ///< that commands fall back on
  std::string latest_object_;
  std::set<std::string> other_objects_;  ///< variables that hold something else
};

}  // namespace

std::vector<ProgramSetup> read_program(const Mta& mta, const Machine& machine,
                                       const knowledge::MachineCommands& commands, ValueStore& store) {
  ProgramReader reader(mta, commands, store, {});
  reader.read(machine);
  Setups::Bases bases = reader.setups().bases();
  if (std::ranges::all_of(bases, &std::vector<Choice>::empty)) return reader.setups().finish();
  ProgramReader again(mta, commands, store, std::move(bases));
  again.read(machine);
  return again.setups().finish();
}

}  // namespace smtplint::lowering
