#include "engine/embedded/container_runs.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "value/text.h"
#include "value/under_choices.h"

namespace smtplint::engine {
namespace {

std::string_view chars_of(Value value) {
  return value.is(ValueType::string) ? value.text().chars : std::string_view();
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

class ContainerRun {
 public:
  ContainerRun(const CommandRun& run, const SetupStep& step, const knowledge::ContainerCommand& commands,
               ValueStore& store)
      : words_(run.words), branches_(step.branches), commands_(commands), store_(store) {
    settings_.place = step.place;
  }

  /// Nothing where the command runs no image that is known.
  std::optional<Settings> read() {
    const auto action = std::ranges::find_if(
        words_, [this](Value word) { return contains(commands_.actions, chars_of(word)); });
    if (action == words_.end()) return {};
    auto at = static_cast<std::size_t>(action - words_.begin()) + 1;
    while (at < words_.size() && chars_of(words_[at]).starts_with('-')) at = behind_option(at);
    if (at >= words_.size() || !words_[at].is(ValueType::string)) return {};
    settings_.image = {"image", words_[at],
                       text_origin(store_, words_[at], 0, chars_of(words_[at]).size()).place};
    settings_.document = chars_of(words_[at]);
    return std::move(settings_);
  }

 private:
  std::size_t behind_option(std::size_t at) {
    const std::string_view word = chars_of(words_[at]);
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string_view name = word.substr(0, equals);
    if (contains(commands_.flags, name)) return at + 1;
    const bool own_word = equals == word.size();
    if (own_word && at + 1 >= words_.size()) return at + 1;
    const Value value =
        own_word ? words_[at + 1] : text_part(store_, words_[at], equals + 1, word.size() - equals - 1);
    if (contains(commands_.environment, name)) add(value);
    if (contains(commands_.files, name)) settings_.complete = false;
    return at + (own_word ? 2 : 1);
  }

  /// `KEY=value`; a name alone has what the machine's own environment holds.
  void add(Value variable) {
    if (!variable.is(ValueType::string)) {
      settings_.complete = false;
      return;
    }
    const std::string_view text = chars_of(variable);
    const std::size_t equals = std::min(text.find('='), text.size());
    const Place place = text_origin(store_, variable, 0, equals).place;
    const std::string name(text.substr(0, equals));
    if (name.empty()) {
      settings_.complete = false;
      return;
    }
    Value value = equals < text.size() ? text_part(store_, variable, equals + 1, text.size() - equals - 1)
                                       : store_.unknown(ReasonKind::runtime_only, store_.keep(name), place);
    if (!branches_.empty()) value = under_choices(store_, branches_, value, store_.null());
    settings_.values.push_back({name, value, place});
  }

  std::span<const Value> words_;
  std::span<const Choice> branches_;
  const knowledge::ContainerCommand& commands_;
  ValueStore& store_;
  Settings settings_;
};

}  // namespace

std::vector<Settings> settings_of_containers(const MachineSetup& setup,
                                             const knowledge::ContainerCommand& commands, ValueStore& store) {
  std::vector<Settings> found;
  for (const SetupStep& step : setup.steps) {
    const auto* run = std::get_if<CommandRun>(&step.what);
    if (run == nullptr || run->words.empty()) continue;
    std::string_view name = chars_of(run->words.front());
    name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
    if (!contains(commands.names, name)) continue;
    if (auto settings = ContainerRun(*run, step, commands, store).read()) {
      found.push_back(std::move(*settings));
    }
  }
  return found;
}

}  // namespace smtplint::engine
