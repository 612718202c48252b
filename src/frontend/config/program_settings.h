#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "frontend/config/node.h"
#include "syntax/program/tree.h"

namespace smtplint::config {

/// What the settings of a program hold when it has run through its assignments.
class ProgramSettings {
 public:
  explicit ProgramSettings(const ProgramWords& words) : words_(words) {}

  void run(const program::Assignment& assignment);
  /// A value of which everything is known already.
  void store(const std::string& path, Span name_span, Node value, const std::vector<Condition>& conditions);
  /// What a path holds now; computed where it is used, if nothing.
  [[nodiscard]] Node value_named(const std::string& path, Span use) const;
  /// A map of paths; what is only assigned under a condition is a choice.
  [[nodiscard]] Node finish() { return std::move(document_); }

 private:
  using Conditions = std::vector<Condition>;

  void call(const program::Expression& call, const Conditions& conditions);
  void set_named(const std::string& path, const program::Expression& map, const Conditions& conditions);
  void set(const std::string& path, Span name_span, const program::Expression& value,
           const Conditions& conditions);

  [[nodiscard]] Node value_of(const program::Expression& expression) const;
  [[nodiscard]] Node value_of_name(const program::Expression& name) const;
  [[nodiscard]] Node value_of_call(const program::Expression& call) const;
  [[nodiscard]] Node from_environment(const program::Expression& call) const;
  [[nodiscard]] Node first_of(const program::Expression& either) const;
  [[nodiscard]] Node choice_of(const program::Expression& choice) const;
  [[nodiscard]] bool is_map(const program::Expression& expression) const;

  const ProgramWords& words_;
  Node document_{Node::Kind::map, {}, {}, {}, {}};
  std::map<std::string, std::size_t, std::less<>> positions_;
};

}  // namespace smtplint::config
