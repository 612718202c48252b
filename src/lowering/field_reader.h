#pragma once

#include <string>
#include <vector>

#include "knowledge/mapping.h"
#include "lowering/decoders.h"
#include "lowering/property_reader.h"
#include "resource/shapes.h"

namespace smtplint::lowering {

/// Settings as one property of a resource holds them.
struct SettingsPart {
  std::string document;  ///< path of the property
  std::vector<Setting> values;
  bool complete = true;
  Place place;
};

/// Reads one field of a thing by the ways that a mapping names; the first way that finds something counts.
class FieldReader {
 public:
  /// `whole` reads the resource that the thing is a part of; both readers must outlive this one.
  FieldReader(const PropertyReader& reader, const PropertyReader& whole, ValueStore& store,
              const Decoders* decoders = nullptr)
      : reader_(reader), whole_(whole), store_(store), decoders_(decoders) {}

  /// A scalar, or the target of a link. Absent where no way finds anything.
  [[nodiscard]] Value scalar(const std::vector<knowledge::FieldSource>& sources) const;
  /// A flat sequence; absent or unknown as above.
  [[nodiscard]] Value list(const std::vector<knowledge::FieldSource>& sources) const;
  /// Empty where no way finds anything.
  [[nodiscard]] std::vector<SettingsPart> settings(const std::vector<knowledge::FieldSource>& sources) const;

 private:
  /// What several paths of one way mean.
  enum class Several { flags, lists };

  [[nodiscard]] Value read(const knowledge::FieldSource& source, Several many) const;
  void forget_values(std::vector<SettingsPart>& parts) const;
  [[nodiscard]] Value together(const knowledge::FieldSource& source) const;
  [[nodiscard]] Value any_true(const knowledge::FieldSource& source) const;
  [[nodiscard]] Value up_to(std::string_view type, Value id) const;
  [[nodiscard]] Value converted(Value value, const knowledge::FieldSource& source) const;
  [[nodiscard]] Value converted_scalar(Value value, const knowledge::FieldSource& source) const;

  const PropertyReader& reader_;
  const PropertyReader& whole_;
  ValueStore& store_;
  const Decoders* decoders_;
};

/// A value of a table, marked as such.
[[nodiscard]] Value from_table(const knowledge::TableValue& value, ValueStore& store);

}  // namespace smtplint::lowering
