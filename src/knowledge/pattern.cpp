#include "knowledge/pattern.h"

#include <re2/re2.h>

namespace smtplint::knowledge {

Pattern Pattern::read(Node scalar, Problems& problems) {
  Pattern pattern;
  if (!scalar.is(NodeKind::scalar)) {
    problems.add(scalar.mark(), "expected a regular expression");
    return pattern;
  }
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_case_sensitive(false);
  const std::string_view text = scalar.text();
  const auto expression =
      std::make_shared<const re2::RE2>(re2::StringPiece(text.data(), text.size()), options);
  if (!expression->ok()) {
    problems.add(scalar.mark(), "not a regular expression: " + expression->error());
    return pattern;
  }
  pattern.expression_ = expression;
  pattern.begins_with_anything_ = text.starts_with("(?s).*");
  return pattern;
}

bool Pattern::matches(std::string_view text) const {
  return expression_ != nullptr &&
         re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *expression_);
}

bool Pattern::matches_ending(std::string_view ending) const {
  return begins_with_anything_ && matches(ending);
}

std::optional<std::string_view> Pattern::captured(std::string_view text) const {
  re2::StringPiece group;
  const bool found = expression_ != nullptr &&
                     re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *expression_, &group);
  if (!found || group.data() == nullptr) return std::nullopt;
  return std::string_view(group.data(), group.size());
}

int Pattern::groups() const { return expression_ == nullptr ? 0 : expression_->NumberOfCapturingGroups(); }

}  // namespace smtplint::knowledge
