#include "base/source.h"

#include <cstdint>

#include "base/utf8.h"

namespace smtplint {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t largest_source = 0xfffffff0u;

bool looks_like_utf16(std::string_view bytes, std::size_t zero_at) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return false;
  const std::size_t inspected = std::min<std::size_t>(bytes.size(), 64);
  for (std::size_t i = 0; i + 1 < inspected; i += 2) {
    if (bytes[i + zero_at] != '\0' || bytes[i + 1 - zero_at] == '\0') return false;
  }
  return true;
}

Encoding detect(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf"sv)) return Encoding::utf8_with_bom;
  if (bytes.starts_with("\xff\xfe"sv) || looks_like_utf16(bytes, 1)) return Encoding::utf16_little;
  if (bytes.starts_with("\xfe\xff"sv) || looks_like_utf16(bytes, 0)) return Encoding::utf16_big;
  return Encoding::utf8;
}

char32_t unit(std::string_view bytes, std::size_t at, Encoding encoding) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return encoding == Encoding::utf16_little ? static_cast<char32_t>(second << 8u | first)
                                            : static_cast<char32_t>(first << 8u | second);
}

std::string from_utf16(std::string_view bytes, Encoding encoding) {
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t scalar = unit(bytes, i, encoding);
    if (i == 0 && scalar == 0xfeff) continue;
    const bool high = scalar >= 0xd800 && scalar < 0xdc00;
    if (high && i + 3 < bytes.size()) {
      const char32_t low = unit(bytes, i + 2, encoding);
      if (low >= 0xdc00 && low < 0xe000) {
        scalar = 0x10000 + ((scalar - 0xd800) << 10u) + (low - 0xdc00);
        i += 2;
      }
    }
    const bool lone_surrogate = scalar >= 0xd800 && scalar < 0xe000;
    utf8::append(text, lone_surrogate ? 0xfffd : scalar);
  }
  return text;
}

void append_unit(std::string& bytes, char32_t value, Encoding encoding) {
  const auto low = static_cast<char>(value & 0xffu);
  const auto high = static_cast<char>(value >> 8u);
  bytes += encoding == Encoding::utf16_little ? low : high;
  bytes += encoding == Encoding::utf16_little ? high : low;
}

std::string to_utf16(std::string_view text, Encoding encoding) {
  std::string bytes;
  bytes.reserve(2 * text.size());
  while (!text.empty()) {
    const utf8::Decoded next = utf8::decode(text);
    text.remove_prefix(next.bytes);
    if (next.scalar < 0x10000) {
      append_unit(bytes, next.scalar, encoding);
    } else {
      append_unit(bytes, 0xd800 + ((next.scalar - 0x10000) >> 10u), encoding);
      append_unit(bytes, 0xdc00 + ((next.scalar - 0x10000) & 0x3ffu), encoding);
    }
  }
  return bytes;
}

/// The byte order mark at the start of a file, if there is one.
std::string_view mark_of(std::string_view bytes) {
  for (const std::string_view mark : {"\xef\xbb\xbf"sv, "\xff\xfe"sv, "\xfe\xff"sv}) {
    if (bytes.starts_with(mark)) return mark;
  }
  return {};
}

std::string encoded(std::string_view text, Encoding encoding, std::string_view mark) {
  const bool utf16 = encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
  return std::string(mark) + (utf16 ? to_utf16(text, encoding) : std::string(text));
}

}  // namespace

Result<std::shared_ptr<const Source>> decode_source(std::string path, std::string bytes) {
  if (bytes.size() > largest_source) return Error{"`" + path + "` is larger than 4 GiB"};
  const Encoding encoding = detect(bytes);
  switch (encoding) {
    case Encoding::utf8:
      break;
    case Encoding::utf8_with_bom:
      bytes.erase(0, 3);
      break;
    case Encoding::utf16_little:
    case Encoding::utf16_big:
      bytes = from_utf16(bytes, encoding);
      break;
  }
  if (!utf8::is_valid(bytes)) return Error{"`" + path + "` is neither UTF-8 nor UTF-16 text"};
  return std::shared_ptr<const Source>(std::make_shared<Source>(std::move(path), std::move(bytes), encoding));
}

bool is_utf16(std::string_view bytes) {
  const Encoding encoding = detect(bytes);
  return encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
}

std::optional<std::string> encode_source(const Source& source, std::string_view original,
                                         std::string_view text) {
  const std::string_view mark = mark_of(original);
  if (encoded(source.text(), source.encoding(), mark) != original) return std::nullopt;
  return encoded(text, source.encoding(), mark);
}

SourceId SourceStore::add(std::shared_ptr<const Source> source) {
  const std::lock_guard lock(mutex_);
  const auto [entry, fresh] = by_path_.try_emplace(source->path(), static_cast<SourceId>(sources_.size()));
  if (fresh) sources_.push_back(std::move(source));
  return entry->second;
}

const Source& SourceStore::get(SourceId id) const {
  const std::lock_guard lock(mutex_);
  SMTPLINT_ASSERT(static_cast<std::size_t>(id) < sources_.size());
  return *sources_[static_cast<std::size_t>(id)];
}

const Source* SourceStore::find(std::string_view path) const {
  const auto id = id_of(path);
  return id ? &get(*id) : nullptr;
}

std::shared_ptr<const Source> SourceStore::shared(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  const auto entry = by_path_.find(path);
  return entry == by_path_.end() ? nullptr : sources_[static_cast<std::size_t>(entry->second)];
}

std::optional<SourceId> SourceStore::id_of(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  const auto entry = by_path_.find(path);
  return entry == by_path_.end() ? std::nullopt : std::optional(entry->second);
}

std::size_t SourceStore::size() const {
  const std::lock_guard lock(mutex_);
  return sources_.size();
}

}  // namespace smtplint
