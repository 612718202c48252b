#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frontend/script/reading.h"
#include "syntax/powershell/tree.h"

namespace smtplint::script {

/// The variables of a PowerShell script, and the values of its words. Names compare without case.
class PowerShellScope {
 public:
  PowerShellScope(Value text, Reading& reading) : text_(text), reading_(reading) {}

  /// Under a condition the variable keeps what it had where that does not hold.
  void set(std::string_view name, Value value, Span span);
  void set_table(std::string_view name, std::span<const powershell::TableEntry> entries);
  /// One element of a table is assigned.
  void set_entry(const powershell::Statement& assignment);

  /// What the parameters held before they were given something.
  using Before = std::vector<std::pair<std::string, std::optional<Value>>>;
  /// Gives the parameters the arguments behind the first word, by name or by position.
  [[nodiscard]] Before enter(std::span<const powershell::Parameter> parameters, std::span<const Value> words);
  /// Gives them what is named in an object, or in a list of objects with `Name` and `Value`.
  void enter(std::span<const powershell::Parameter> parameters, Value arguments);
  void leave(Before before);

  /// A text with its pieces; unknown parts are holes.
  [[nodiscard]] Value value(const powershell::Word& word);
  /// The words of a command: tables that are handed over, and settings of a resource, as `-key value`.
  [[nodiscard]] std::vector<Value> words(const powershell::Statement& command);
  [[nodiscard]] Value unknown(std::string_view name, Span span) const;
  [[nodiscard]] Place place(Span span) const { return place_in(reading_, text_, span); }

 private:
  [[nodiscard]] ValueStore& store() const { return reading_.store(); }
  [[nodiscard]] std::string_view slice(Span span) const {
    return text_.text().chars.substr(span.begin, span.length());
  }
  [[nodiscard]] Value part(const powershell::Part& part);
  [[nodiscard]] Value table(const powershell::Word& word);
  [[nodiscard]] Value variable(const powershell::Part& part);
  [[nodiscard]] Value otherwise(const powershell::Parameter& parameter);
  void add_entries(std::span<const powershell::TableEntry> entries, std::vector<Value>& words);
  void add_defaults(std::vector<Value>& words);

  Value text_;
  Reading& reading_;
  std::map<std::string, Value> variables_;
  std::map<std::string, std::vector<powershell::TableEntry>> tables_;
};

}  // namespace smtplint::script
