#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/show.h"
#include "value/existence.h"

namespace smtplint::model {

/// One line of a dump: a thing and its fields. What is absent or as usual is left out.
class DumpLine {
 public:
  DumpLine(std::string_view indent, std::string_view kind, std::string_view address) : line_(indent) {
    line_ += kind;
    line_ += ' ';
    line_ += address.empty() ? std::string_view("-") : address;
  }

  DumpLine& text(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      line_ += ' ';
      line_ += name;
      line_ += '=';
      line_ += value;
    }
    return *this;
  }
  DumpLine& value(std::string_view name, Value value) {
    return value.is_absent() ? *this : text(name, show(value));
  }
  DumpLine& flag(std::string_view name, bool value) { return value ? text(name, "yes") : *this; }
  DumpLine& existence(const Existence& existence) {
    if (existence.truth == Truth::yes) return *this;
    return text("exists", existence.condition.empty() ? "unknown" : existence.condition);
  }

  [[nodiscard]] std::string finish() && { return std::move(line_) + '\n'; }

 private:
  std::string line_;
};

}  // namespace smtplint::model
