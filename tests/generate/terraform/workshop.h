#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generate/marked_text.h"

/// Terraform projects under construction. All texts carry marks until `Workshop::finish`.
namespace smtplint::generate::terraform {

/// A module folder. The root has no parent.
struct Scope {
  std::string folder;
  Scope* parent = nullptr;
  std::string name;       ///< of the call in the parent
  std::string source;     ///< as the call names it
  std::string body;       ///< `main.tf`
  std::string arguments;  ///< of the call in the parent
};

/// A value on its way: how it is written where it stands now.
struct Carrier {
  Scope* scope = nullptr;
  std::string expression;
  std::string variable_name;  ///< what people would call it: `port`, `host`
  std::vector<MarkId> hops;   ///< in order
};

class Workshop {
 public:
  Workshop();

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
  void into_local(Carrier& value);
  void into_module(Carrier& value, Scope& child);
  void out_of_module(Carrier& value);

  /// All files, still with marks.
  [[nodiscard]] std::map<std::string, std::string> finish() const;

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
};

}  // namespace smtplint::generate::terraform
