#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/script/reading.h"
#include "syntax/bash/tree.h"

namespace smtplint::script {

/// The variables of a shell script, and the values of its words.
class ShellScope {
 public:
  ShellScope(Value text, Reading& reading) : text_(text), reading_(reading) {}

  using Arguments = std::map<std::string, Value, std::less<>>;

  /// Under a condition the variable keeps what it had where that does not hold.
  void set(std::string_view name, Value value, Span span);
  /// The arguments of a function; gives those of the caller.
  [[nodiscard]] Arguments enter(const std::vector<Value>& words);
  /// What a script is given by name is in its environment; what has no name is an argument.
  void give(std::span<const Value> parameters);
  void leave(const Arguments& before) { arguments_ = before; }
  /// The first ones are gone, and those behind them take their numbers.
  void shift(std::size_t count);
  /// Which of the arguments a number stands for is not known from here on.
  void lose_arguments(Span span);

  /// A text with its pieces; unknown parts are holes.
  [[nodiscard]] Value value(const bash::Word& word);
  [[nodiscard]] std::vector<Value> values(std::span<const bash::Word> words);
  /// Texts taken apart at blanks, as words without quotes are.
  [[nodiscard]] std::vector<Value> split(const std::vector<Value>& values) const;
  /// What two commands print one after the other.
  [[nodiscard]] Value joined(Value first, Value second) const;
  [[nodiscard]] Value line(Value text) const;
  [[nodiscard]] Value empty(Span span) const;
  [[nodiscard]] Value unknown(std::string_view name, Span span) const;
  [[nodiscard]] Place place(Span span) const { return place_in(reading_, text_, span); }
  [[nodiscard]] std::string_view slice(Span span) const {
    return text_.text().chars.substr(span.begin, span.length());
  }
  [[nodiscard]] ValueStore& store() const { return reading_.store(); }

 private:
  [[nodiscard]] Value variable(const bash::Part& part);
  [[nodiscard]] bool is_bare_variable(const bash::Word& word) const;
  [[nodiscard]] Value text_of(std::span<const bash::Part> parts, Span span);

  Value text_;
  Reading& reading_;
  std::map<std::string, Value, std::less<>> variables_;
  Arguments arguments_;
};

}  // namespace smtplint::script
