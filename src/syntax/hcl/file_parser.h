#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "syntax/concrete.h"
#include "syntax/hcl/entry.h"
#include "syntax/hcl/reader.h"
#include "syntax/hcl/statements.h"
#include "syntax/hcl/tree.h"
#include "syntax/hcl/tree_builder.h"

namespace smtplint::hcl {

/// Parses a file; if it does not parse as a whole, statement by statement, and those that do not parse, piece
/// by piece: a block by the statements of its body, an object or tuple by its items.
class FileParser {
 public:
  FileParser(std::string_view text, const ParseLimits& limits)
      : text_(text), limits_(limits), builder_(text, limits) {}

  [[nodiscard]] std::shared_ptr<const Tree> parse();

 private:
  /// The items of an object or the elements of a tuple, of which only one kind is filled.
  struct Contents {
    std::vector<ObjectItem> items;
    std::vector<const Expr*> elements;
  };

  void read_range(Span range, OpenBody& body, std::uint32_t depth);
  void read_statement(const Statement& statement, Span around, OpenBody& body, std::uint32_t depth);
  [[nodiscard]] bool read_clean(Span span, std::string_view closers, OpenBody& body, std::uint32_t depth);
  [[nodiscard]] bool read_block(const Statement& statement, OpenBody& body, std::uint32_t depth);
  [[nodiscard]] bool read_attribute(const Statement& statement, OpenBody& body, std::uint32_t depth);
  void read_broken(const Statement& statement, OpenBody& body, std::uint32_t depth);

  [[nodiscard]] const Expr* read_value(Brackets brackets, std::uint32_t depth);
  void read_item(const Statement& item, Brackets around, Contents& contents, std::uint32_t depth);
  [[nodiscard]] bool read_item_clean(Span span, std::string_view closers, Brackets around, Contents& contents,
                                     std::uint32_t depth);
  [[nodiscard]] bool read_item_value(const Statement& item, Brackets around, Contents& contents,
                                     std::uint32_t depth);
  void read_broken_item(const Statement& item, Brackets around, Contents& contents, std::uint32_t depth);
  [[nodiscard]] const Expr* read_wrapped(std::string_view marks, Span span, std::string_view closers,
                                         Brackets around, std::uint32_t depth);

  [[nodiscard]] syntax::ConcreteTree parse_span(std::string_view marks, Span span, std::string_view closers);
  [[nodiscard]] bool is_too_deep(const Statement& statement, std::uint32_t depth);
  [[nodiscard]] bool ends_statement(const Statement& statement, std::uint32_t close);
  [[nodiscard]] bool has_lines(Brackets brackets) const;
  void refuse_unclosed(const Statement& statement);
  [[nodiscard]] bool is_clean(const Statement& statement);
  void refuse_layout(const Statement& statement);
  [[nodiscard]] Span first_line(Span span) const;

  std::string_view text_;
  ParseLimits limits_;
  TreeBuilder builder_;
  BodyPools pools_;
  syntax::ConcreteParser parser_{tree_sitter_hcl()};
};

}  // namespace smtplint::hcl
