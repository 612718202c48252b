#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/configuration/configuration.h"
#include "engine/configuration/reader.h"
#include "knowledge/catalogue.h"
#include "knowledge/reader.h"

namespace smtplint::engine {

/// What all values of one configuration are read with.
struct ReadingContext {
  const ConfigurationText& text;
  const knowledge::Catalogue& catalogue;
  knowledge::Problems& problems;
};

/// Reads one value strictly; what is wrong becomes a problem at its place, and the result is empty then.
class ValueReader {
 public:
  ValueReader(knowledge::Node node, ReadingContext& context) : node_(node), context_(context) {}

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string date() const;
  [[nodiscard]] Glob glob() const;
  [[nodiscard]] PathPattern path() const;
  /// A name or address in lower case.
  [[nodiscard]] std::string host() const;
  [[nodiscard]] std::optional<IpRange> address() const;
  [[nodiscard]] std::string rule() const;               ///< id, also where the name is written
  [[nodiscard]] std::string subscription_type() const;  ///< canonical id
  [[nodiscard]] std::string policy_edition() const;
  [[nodiscard]] std::string policy_date() const;  ///< a day on which there was an edition
  [[nodiscard]] std::optional<Platform> platform() const;
  [[nodiscard]] std::map<std::string, Severity> levels() const;

  [[nodiscard]] bool is_list() const { return node_.is(knowledge::NodeKind::list); }
  /// The items of a list; a problem where it is none.
  [[nodiscard]] std::vector<ValueReader> items() const;
  /// The values of a map by key; a problem where it is none, for each key that is not among `known`, with the
  /// nearest of them, and for each of `required` that is missing.
  [[nodiscard]] std::map<std::string_view, ValueReader> entries(
      std::span<const std::string_view> known, std::span<const std::string_view> required) const;

  /// Where a scalar stands, without quotes; nowhere in an editor's options.
  [[nodiscard]] Place place() const;
  void problem(std::string_view sentence) const { context_.problems.add(node_.mark(), sentence); }

 private:
  [[nodiscard]] std::string rule_named(std::string_view word, const knowledge::Mark& mark) const;
  void unknown_word(std::string_view what, std::string_view word,
                    std::span<const std::string_view> names) const;

  knowledge::Node node_;
  ReadingContext& context_;
};

}  // namespace smtplint::engine
