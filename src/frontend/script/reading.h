#pragma once

#include <map>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/limit.h"
#include "frontend/script/script.h"

namespace smtplint::script {

/// What the readers of one text share while its setup grows.
struct Reading {
  Session& session;
  MachineSetup& setup;
  std::uint64_t spent = 0;
  std::uint32_t depth = 0;                  ///< of the text within others
  std::map<std::string, Value> files = {};  ///< that were written, by path
  std::vector<Choice> branches = {};        ///< in which what is read now is done

  [[nodiscard]] ValueStore& store() const { return session.store; }
  /// False once the text has done all that it may; that is said once.
  template <typename What>
  bool add(What what, Place place) {
    if (!may_go_on(place)) return false;
    if constexpr (std::is_same_v<What, FileWritten>) remember(what);
    setup.steps.push_back({std::move(what), place, branches});
    return true;
  }
  [[nodiscard]] bool may_go_on(Place place);
  /// Counts what following a text costs: one for each turn, and more for each text that is made. False once
  /// that is more than it may be; that is said once.
  [[nodiscard]] bool spend(std::size_t bytes, Place place);
  /// The text of a file that was written before; absent where none of that path was.
  [[nodiscard]] Value written(Value path) const;
  /// The same, or a script that the machine is given.
  [[nodiscard]] Value script(Value path) const;
  void cut_off(Place place, Limit limit) { say_cut_off(place, to_string(limit)); }
  /// The same for a value that is unknown already.
  void say_cut_off(Place place, std::string_view limit) {
    setup.gaps.push_back({EventKind::limit_reached, place, std::string(limit)});
  }

  void remember(const FileWritten& file);
};

/// The place of a part of a text in the file that it stands in.
[[nodiscard]] Place place_in(const Reading& reading, Value text, Span span);
/// The place of a whole value.
[[nodiscard]] Place place_of(const Reading& reading, Value value);

/// Values one after the other as one text, with their pieces; unknown where it would cost too much.
[[nodiscard]] Value composed(std::span<const Value> values, Place place, ProvenanceId origin,
                             Reading& reading);
/// Texts one after the other, with their pieces.
[[nodiscard]] Value joined_texts(Value first, Value second, Reading& reading);
/// Texts as the lines of one; those that are none are left out.
[[nodiscard]] Value joined_lines(std::span<const Value> lines, Reading& reading);

/// What a script is started with.
struct Given {
  Value input;                    ///< what it reads
  std::vector<Value> words = {};  ///< its name and arguments
  const ConfigurationCall* configuration = nullptr;
  Value named = {};  ///< objects with `name` and `value`; those without a name are arguments in their order
};
/// A text inside another one, by what it is.
void read_inner(Value text, Kind kind, Reading& reading, const Given& given = {});
void run_shell(Value text, const Given& given, Reading& reading);
/// A command whose words are known one by one; there is at least one.
void run_words(const std::vector<Value>& words, Reading& reading);
void run_power_shell(Value text, const Given& given, Reading& reading);
/// A cloud-config: the YAML document of cloud-init.
void read_cloud_config(Value text, Reading& reading);
/// A MIME message of several parts.
void read_message(Value text, Reading& reading);
[[nodiscard]] bool is_message(std::string_view text);
/// What was encoded, as often as it was; the text itself where it is no base64 of a text.
[[nodiscard]] Value decoded(Value text, Reading& reading);

}  // namespace smtplint::script
