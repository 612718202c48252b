#include "report/secret_mask.h"

#include <algorithm>

#include "base/utf8.h"

namespace smtplint::report {
namespace {

std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!result.empty() && span.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, span.end);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

std::size_t columns(const utf8::Decoded& decoded, ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::unicode_scalar:
      return 1;
    case ColumnUnit::utf16:
      return decoded.scalar > 0xffff ? 2 : 1;
    case ColumnUnit::utf8:
      return decoded.bytes;
  }
  return 1;
}

}  // namespace

SecretMask::SecretMask(const Report& report) {
  for (const Place& secret : report.secrets) {
    if (secret.known()) spans_[secret.source].push_back(secret.span);
  }
  for (auto& [source, spans] : spans_) spans = merged(std::move(spans));
}

bool SecretMask::hides(SourceId source, std::uint32_t offset) const {
  const auto entry = spans_.find(source);
  if (entry == spans_.end()) return false;
  const auto after = std::ranges::upper_bound(entry->second, offset, {}, &Span::begin);
  return after != entry->second.begin() && offset < std::prev(after)->end;
}

std::string SecretMask::visible(const SourceStore& sources, Place place, ColumnUnit unit) const {
  const std::string_view text = sources.slice(place);
  std::string shown;
  shown.reserve(text.size());
  for (std::uint32_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text.substr(at));
    const bool line_end = next.scalar == '\n' || next.scalar == '\r';
    if (!line_end && hides(place.source, place.span.begin + at)) {
      shown.append(columns(next, unit), '*');
    } else {
      shown += text.substr(at, next.bytes);
    }
    at += next.bytes;
  }
  return shown;
}

}  // namespace smtplint::report
