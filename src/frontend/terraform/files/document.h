#pragma once

#include <string_view>

#include "base/source.h"
#include "base/span.h"
#include "value/value.h"

namespace smtplint::terraform {

/// A text that was parsed, and where it stands. The text must outlive the evaluation.
struct Document {
  SourceId source = no_source;
  std::string_view text;
  Value base;  ///< of a template that stands inside a value: that string; absent for a file

  [[nodiscard]] std::string_view slice(Span span) const { return text.substr(span.begin, span.length()); }
  /// Of a file; a text without source has no places.
  [[nodiscard]] Place place(Span span) const { return source == no_source ? Place{} : Place{source, span}; }
};

}  // namespace smtplint::terraform
