#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/span.h"

struct TSTree;
struct TSParser;
struct TSLanguage;

/// The concrete tree of the generated parsers: the only files that know the runtime. Nothing of it leaves
/// `syntax/`.
namespace smtplint::syntax {

struct ParseRequest {
  std::string_view before;  ///< read ahead of the text: the mark of an entry point
  std::string_view text;
  std::string_view after;       ///< read behind the text: brackets that it leaves open
  std::uint32_t offset = 0;     ///< of the text in its source; positions count from there
  std::uint32_t callbacks = 0;  ///< the parser is stopped after so many of its progress callbacks
};

/// The callbacks that a text of this size may cost, a multiple of what a clean one takes.
[[nodiscard]] std::uint32_t callback_budget(std::size_t bytes, std::uint32_t per_kilobyte);

/// Positions are 32 bits wide, in the runtime too.
inline constexpr std::size_t largest_text = 0x7fffffff;

/// The tree of one parse. Positions are those of the source: what stands in `before` and `after` has no
/// width.
class ConcreteTree {
 public:
  ConcreteTree() = default;
  ConcreteTree(TSTree* tree, const ParseRequest& request);

  [[nodiscard]] explicit operator bool() const { return tree_ != nullptr; }
  [[nodiscard]] bool has_error() const;

 private:
  friend class ConcreteNode;
  friend class Cursor;
  struct Delete {
    void operator()(TSTree* tree) const;
  };
  std::unique_ptr<TSTree, Delete> tree_;
  std::uint32_t before_ = 0;
  std::uint32_t length_ = 0;
  std::uint32_t offset_ = 0;
};

class ConcreteParser {
 public:
  explicit ConcreteParser(const TSLanguage* language);
  ConcreteParser(const ConcreteParser&) = delete;
  ConcreteParser& operator=(const ConcreteParser&) = delete;

  /// An empty tree if the parse was stopped by its budget.
  [[nodiscard]] ConcreteTree parse(const ParseRequest& request);

 private:
  struct Delete {
    void operator()(TSParser* parser) const;
  };
  std::unique_ptr<TSParser, Delete> parser_;
};

}  // namespace smtplint::syntax
