#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generate/marked_text.h"

/// Projects under construction. All texts carry marks until `Workshop::finish`.
namespace smtplint::generate {

/// A module. The root has no parent.
struct Scope {
  std::string folder;  ///< in which its file, or that of the module around it, stands
  Scope* parent = nullptr;
  std::string name;                                            ///< of its use in the parent
  std::string source;                                          ///< as its use names it
  std::string body;                                            ///< its declarations
  std::string arguments;                                       ///< of its use in the parent
  std::map<std::string, std::string, std::less<>> sections{};  ///< of templates: `parameters`, `variables`
};

/// A value on its way: how it is written where it stands now.
struct Carrier {
  Scope* scope = nullptr;
  std::string expression;
  std::string variable_name;  ///< what people would call it: `port`, `host`
  std::vector<MarkId> hops;   ///< in order
  bool text = true;           ///< for languages that tell texts from numbers
  bool literal = true;        ///< for languages that write literals in another way than expressions
};

class Workshop {
 public:
  Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  virtual ~Workshop() = default;

  [[nodiscard]] Scope& root() { return scopes_.front(); }
  /// The module `levels` below the root on the way to the sender.
  [[nodiscard]] Scope& on_the_way(std::size_t levels);
  Scope& add_module(Scope& parent);

  [[nodiscard]] std::string fresh_name(std::string_view stem);
  [[nodiscard]] MarkId fresh_mark() { return MarkId{next_mark_++}; }
  void add_file(const std::string& path, std::string_view text) { files_[path] += text; }
  void add_environment(const std::string& name) { environments_.insert(name); }
  [[nodiscard]] const std::set<std::string>& environments() const { return environments_; }

  /// The value is written as `symbol` from here on: one more hop.
  void refer(Carrier& value, std::string_view symbol);
  virtual void into_local(Carrier& value) = 0;
  virtual void into_module(Carrier& value, Scope& child) = 0;
  virtual void out_of_module(Carrier& value) = 0;
  /// A secret of a scope, as expressions there name it.
  [[nodiscard]] virtual std::string secret(Scope& scope) = 0;
  /// As a setting has it: the value, or what makes a text of it.
  [[nodiscard]] virtual std::string setting(const Carrier& value) const { return value.expression; }
  /// As functions and interpolations that make texts take it.
  [[nodiscard]] virtual std::string as_text(const Carrier& value) const { return setting(value); }
  [[nodiscard]] virtual std::string quoted(std::string_view text) const = 0;
  /// What reports call a resource named `shop`, or the first of several.
  [[nodiscard]] virtual std::string address(const Scope& scope, std::string_view type,
                                            bool instances) const = 0;

  /// All files, still with marks.
  [[nodiscard]] virtual std::map<std::string, std::string> finish() = 0;

 protected:
  /// Where a new module stands, and how its parent names it.
  virtual void settle(Scope& module) = 0;
  [[nodiscard]] std::deque<Scope>& scopes() { return scopes_; }
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::deque<Scope> scopes_;
  std::vector<Scope*> way_;
  std::map<std::string, std::string> files_;
  std::set<std::string> environments_;
  unsigned next_mark_ = 0;
  unsigned next_name_ = 0;
};

/// One row of a table: its name, and what it does to the value. `choice` picks a variation.
struct Move {
  std::string_view name;
  void (*apply)(Workshop& workshop, Carrier& value, std::uint32_t choice);
  bool any_text = true;  ///< it hands on a text of many lines as it is
};

/// The value inside a larger expression: what stands before and after it. Variations of one idea share a row.
struct Around {
  std::string_view before, after;
};

template <std::size_t count>
void wrap(Carrier& value, const std::array<Around, count>& ways, std::uint32_t choice) {
  const Around& way = ways[choice % count];
  value.expression = std::string(way.before) + value.expression + std::string(way.after);
}

[[nodiscard]] inline bool is_number(const Carrier& value) { return value.variable_name == "port"; }

}  // namespace smtplint::generate
