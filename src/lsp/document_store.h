#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/line_index.h"
#include "lsp/message.h"

namespace smtplint::lsp {

/// A text that the editor has open. Texts are shared with running analyses and never change.
struct Document {
  std::string uri;   ///< as the client writes it; it gets the same back
  std::string path;  ///< absolute
  std::int64_t version = 0;
  std::shared_ptr<const std::string> text;
  std::shared_ptr<const std::string> parsed;  ///< the last text without a syntax error; nullptr: none so far
};

/// The open documents, by absolute path.
class DocumentStore {
 public:
  explicit DocumentStore(ColumnUnit unit) : unit_(unit) {}

  void open(Document document);
  void close(const std::string& path) { documents_.erase(path); }
  /// Makes the changes of a `didChange`, each on what the one before has left. False where the document is
  /// not open or the version is not a newer one; nothing changes then.
  bool change(const std::string& path, std::int64_t version, const Json& changes);
  void set_parsed(const std::string& path, std::shared_ptr<const std::string> text);

  [[nodiscard]] const Document* find(const std::string& path) const;
  [[nodiscard]] const std::map<std::string, Document>& all() const { return documents_; }

 private:
  ColumnUnit unit_;
  std::map<std::string, Document> documents_;
};

/// A position of the protocol as offset in a text.
[[nodiscard]] std::uint32_t offset_of(const Json& position, const LineIndex& lines, ColumnUnit unit);

}  // namespace smtplint::lsp
