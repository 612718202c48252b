#include "frontend/terraform/functions/format_directive.h"

#include <algorithm>

namespace smtplint::terraform::functions {
namespace {

/// More than any limit allows; larger numbers stay this.
constexpr std::uint64_t largest = 1'000'000'000'000;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  std::optional<std::uint64_t> number() {
    if (peek() < '0' || peek() > '9') return std::nullopt;
    std::uint64_t value = 0;
    for (; peek() >= '0' && peek() <= '9'; ++at_) {
      value = std::min(value * 10 + static_cast<std::uint64_t>(peek() - '0'), largest);
    }
    return value;
  }
  void flags(FormatDirective& directive) {
    for (;; ++at_) {
      switch (peek()) {
        case '+':
          directive.plus = true;
          break;
        case '-':
          directive.minus = true;
          break;
        case ' ':
          directive.space = true;
          break;
        case '0':
          directive.zero = true;
          break;
        case '#':
          directive.sharp = true;
          break;
        default:
          return;
      }
    }
  }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<FormatDirective> read_directive(std::string_view text) {
  Reader reader(text);
  FormatDirective directive;
  if (!reader.take('%')) return std::nullopt;
  reader.flags(directive);
  directive.width = reader.number();
  if (reader.take('.')) directive.precision = reader.number().value_or(0);
  if (reader.take('[')) {
    directive.argument = reader.number();
    if (!directive.argument || *directive.argument == 0 || !reader.take(']')) return std::nullopt;
  }
  directive.verb = reader.peek();
  directive.length = reader.at() + 1;
  constexpr std::string_view verbs = "%vtbdoxXeEfgGsq";
  if (directive.verb == '\0' || verbs.find(directive.verb) == std::string_view::npos) return std::nullopt;
  if (directive.verb == '%' && directive.length > 2) return std::nullopt;
  return directive;
}

}  // namespace smtplint::terraform::functions
