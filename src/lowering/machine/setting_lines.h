#pragma once

#include <functional>
#include <string>

#include "knowledge/mta.h"
#include "value/store.h"

namespace smtplint::lowering {

/// One setting that a text holds: `key_begin` and `key_length` are where it stands in the text.
struct LineSetting {
  std::string key;  ///< as `knowledge::comparable_key` gives it
  Value value;
  std::size_t key_begin = 0;
  std::size_t key_length = 0;
};
using FoundSetting = std::function<void(const LineSetting& setting)>;

/// The settings of a text by the form of its lines, in their order.
void read_setting_lines(ValueStore& store, Value text, const knowledge::LineForm& form,
                        const FoundSetting& found);

/// `package question type value`: the answers to the questions of packages.
void read_answer_lines(ValueStore& store, Value text, const FoundSetting& found);

/// A part of a text as the value of a setting: without blanks and quotes around it; what refers to another
/// setting
/// (`$mydomain`) is not known.
[[nodiscard]] Value setting_value(ValueStore& store, Value text, std::size_t begin, std::size_t end);

}  // namespace smtplint::lowering
