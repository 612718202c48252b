#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/configuration/configuration.h"
#include "engine/configuration/reader.h"
#include "knowledge/catalogue.h"
#include "knowledge/node.h"

namespace smtplint::engine {

/// What all values of one configuration are read with.
struct ReadingContext {
  const ConfigurationText& text;
  const knowledge::Catalogue& catalogue;
  std::vector<ConfigurationProblem>& problems;
};

/// Reads one value strictly; what is wrong becomes a problem at its place, and the result is empty then.
class ValueReader {
 public:
  ValueReader(knowledge::Node node, ReadingContext& context) : node_(node), context_(context) {}

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string date() const;
  [[nodiscard]] Glob glob() const;
  [[nodiscard]] PathPattern path() const;
  [[nodiscard]] std::string host() const;
  [[nodiscard]] std::optional<IpRange> address() const;
  [[nodiscard]] std::string rule() const;               ///< id, also where the name is written
  [[nodiscard]] std::string subscription_type() const;  ///< canonical id
  [[nodiscard]] std::string policy_edition() const;
  [[nodiscard]] std::optional<Platform> platform() const;
  [[nodiscard]] std::map<std::string, Severity> levels() const;

  /// The items of a list; a problem where it is none.
  [[nodiscard]] std::vector<ValueReader> items() const;
  [[nodiscard]] bool is_list() const { return node_.is(knowledge::NodeKind::list); }
  [[nodiscard]] Place place() const;  ///< in the configuration's source
  void problem(std::string_view sentence) const;

  [[nodiscard]] knowledge::Node node() const { return node_; }
  [[nodiscard]] ReadingContext& context() const { return context_; }

 private:
  knowledge::Node node_;
  ReadingContext& context_;
};

}  // namespace smtplint::engine
