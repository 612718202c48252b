#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/line_index.h"
#include "base/result.h"
#include "base/span.h"

namespace smtplint {

/// How a file's bytes stood on disk. Spans always count in the UTF-8 text; edits are written back so.
enum class Encoding { utf8, utf8_with_bom, utf16_little, utf16_big };

/// One file's text, immutable once made. The BOM is not part of the text.
class Source {
 public:
  Source(std::string path, std::string text, Encoding encoding)
      : path_(std::move(path)), text_(std::move(text)), encoding_(encoding), lines_(text_) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// Relative to the workspace, with `/`.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view slice(Span span) const { return text().substr(span.begin, span.length()); }
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  [[nodiscard]] const LineIndex& lines() const { return lines_; }

 private:
  std::string path_;
  std::string text_;
  Encoding encoding_;
  LineIndex lines_;
};

/// Decodes a file's bytes (UTF-8 with or without BOM, UTF-16 by BOM or by its zero bytes).
/// Fails with a reason where the bytes are no text in any of these.
[[nodiscard]] Result<std::shared_ptr<const Source>> decode_source(std::string path, std::string bytes);

/// Whether the bytes are UTF-16, so that a search for ASCII in them finds nothing.
[[nodiscard]] bool is_utf16(std::string_view bytes);

/// The bytes of a text in the encoding of a file whose bytes were `original`: the inverse of `decode_source`.
/// Nothing where the file cannot be written back as it was (half a surrogate pair in it), or is another one
/// by now.
[[nodiscard]] std::optional<std::string> encode_source(const Source& source, std::string_view original,
                                                       std::string_view text);

/// All sources of one analysis, by path; adding the same path twice gives the same id.
/// Safe to use from several threads.
class SourceStore {
 public:
  SourceId add(std::shared_ptr<const Source> source);
  [[nodiscard]] const Source& get(SourceId id) const;
  [[nodiscard]] const Source* find(std::string_view path) const;
  [[nodiscard]] std::shared_ptr<const Source> shared(std::string_view path) const;
  [[nodiscard]] std::optional<SourceId> id_of(std::string_view path) const;
  [[nodiscard]] std::string_view slice(Place place) const { return get(place.source).slice(place.span); }
  [[nodiscard]] std::size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<const Source>> sources_;
  std::unordered_map<std::string_view, SourceId> by_path_;
};

}  // namespace smtplint
