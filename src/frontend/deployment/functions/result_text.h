#pragma once

#include "frontend/deployment/functions/call.h"

namespace smtplint::deployment::functions {

/// A string under construction that stops growing at the limit for texts.
class ResultText {
 public:
  explicit ResultText(Call& call) : call_(call), builder_(call.store()) {}

  /// Text that the function itself adds.
  void add(std::string_view chars) {
    if (fits(chars.size())) builder_.derived(chars, call_.place(), call_.origin());
  }
  /// Text made of a part of another one.
  void add_made_of(std::string_view chars, Value string, std::size_t begin, std::size_t length) {
    if (!fits(chars.size())) return;
    const TextOrigin origin = text_origin(call_.store(), string, begin, length);
    builder_.derived(chars, origin.place, origin.origin);
  }
  void add_part(Value string, std::size_t begin, std::size_t length) {
    if (fits(length)) builder_.part(string.text(), begin, length, string.provenance());
  }
  void add_all(Value string) { add_part(string, 0, string.text().chars.size()); }
  void add_hole(const Reason* reason) {
    if (fits(hole_text.size())) builder_.hole(reason, call_.place(), call_.origin());
  }
  [[nodiscard]] bool cut_off() const { return cut_off_; }
  /// A text that is nothing but one unknown part is that unknown value.
  [[nodiscard]] Value finish() {
    if (cut_off_) return call_.limit(Limit::text_bytes);
    const Value result = builder_.finish(call_.origin());
    const std::span<const Piece> pieces = result.text().pieces;
    if (pieces.size() != 1 || !result.text().has_holes()) return result;
    return call_.store().with_provenance(value_of_hole(call_.store(), pieces.front()), call_.origin());
  }

 private:
  [[nodiscard]] bool fits(std::size_t more) {
    cut_off_ = cut_off_ || builder_.size() + more > call_.context.limits.text_bytes ||
               !call_.context.budget.spend(more / 64);
    return !cut_off_;
  }

  Call& call_;
  TextBuilder builder_;
  bool cut_off_ = false;
};

}  // namespace smtplint::deployment::functions
