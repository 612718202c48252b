#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::generate {

/// A value of the language around a text, and what templates call it.
struct Inset {
  std::string name;
  std::string expression;
};

/// A text with marks in which places are left open for values.
struct OpenText {
  std::string text;
  std::vector<Inset> insets;
};

/// Stands for the inset of this number; at most nine.
[[nodiscard]] std::string open_place(std::size_t inset);

/// What stands between the open places through `written`, and each open place through `filled`.
[[nodiscard]] std::string fill(const OpenText& text,
                               const std::function<std::string(const std::string&)>& written,
                               const std::function<std::string(const Inset&)>& filled);

[[nodiscard]] std::string replaced(std::string text, std::string_view what, std::string_view by);
/// Every line but empty ones begins with `indent`.
[[nodiscard]] std::string indented(std::string_view text, std::string_view indent);
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);
/// In base64, for texts that have no open places; all marks stand around the whole.
[[nodiscard]] std::string in_base64(std::string_view marked);

}  // namespace smtplint::generate
