#include "engine/workspace/byte_search.h"

#include <re2/re2.h>

#include "base/assert.h"

namespace smtplint::engine {
namespace {

std::string either(const std::vector<std::string>& patterns) {
  std::string joined;
  for (const std::string& pattern : patterns) joined += (joined.empty() ? "(?:" : "|(?:") + pattern + ")";
  return joined;
}

RE2::Options without_case() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_never_capture(true);
  return options;
}

}  // namespace

struct ByteSearch::Pattern {
  explicit Pattern(const std::string& text) : expression(text, without_case()) {}
  RE2 expression;
};

ByteSearch::ByteSearch(const std::vector<std::string>& patterns)
    : pattern_(std::make_unique<Pattern>(either(patterns))) {
  SMTPLINT_ASSERT(pattern_->expression.ok());
}

ByteSearch::~ByteSearch() = default;

bool ByteSearch::found_in(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern_->expression);
}

}  // namespace smtplint::engine
