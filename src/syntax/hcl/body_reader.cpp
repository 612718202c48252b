#include <hcl_symbols.h>

#include <string>
#include <unordered_set>

#include "syntax/hcl/reader.h"
#include "syntax/hcl/template_tokens.h"

namespace smtplint::hcl {
namespace {

constexpr std::size_t few_attributes = 16;

std::string already_set(std::string_view name) {
  return "argument `" + std::string(name) + "` is already set in this body";
}

bool is_set_before(std::span<const Attribute> attributes, std::size_t index) {
  const auto earlier = attributes.first(index);
  return std::any_of(earlier.begin(), earlier.end(),
                     [&](const Attribute& other) { return other.name == attributes[index].name; });
}

}  // namespace

void refuse_duplicates(TreeBuilder& builder, std::span<const Attribute> attributes) {
  std::unordered_set<std::string_view> names;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const Attribute& attribute = attributes[i];
    const bool set = attributes.size() <= few_attributes ? is_set_before(attributes, i)
                                                         : !names.insert(attribute.name).second;
    if (set) builder.error(attribute.name_span, already_set(attribute.name));
  }
}

Body finish_body(TreeBuilder& builder, const OpenBody& open, Span span) {
  refuse_duplicates(builder, open.attributes.nodes());
  Body body;
  body.attributes = builder.keep(open.attributes.nodes());
  body.blocks = builder.keep(open.blocks.nodes());
  body.span = span;
  return body;
}

void Reader::read_statements(OpenBody& body) {
  if (cursor_.is_error()) report_unexpected();
  Children children(*this);
  while (children.next()) {
    if (cursor_.symbol() == symbol::sym_body) {
      Children statements(*this);
      while (statements.next()) read_statement(body);
    } else {
      report_unexpected();
    }
  }
}

void Reader::read_statement(OpenBody& body) {
  const NewlineScope scope(newlines_, Newlines::end);
  if (cursor_.symbol() == symbol::sym_attribute) {
    body.attributes.add(read_attribute());
  } else if (cursor_.symbol() == symbol::sym_block) {
    if (const auto block = read_block()) body.blocks.add(*block);
  }
}

Attribute Reader::read_attribute() {
  Attribute attribute;
  attribute.span = cursor_.span();
  std::uint32_t end = cursor_.span().begin;
  Children children(*this);
  for (std::uint32_t index = 0; children.next(); ++index) {
    const Span span = cursor_.span();
    refuse_line_break(end, span.begin);
    end = span.end;
    if (index == 0) {
      attribute.name_span = span;
      attribute.name = slice(span);
    } else if (cursor_.is_named()) {
      attribute.value = read_expression();
    }
  }
  if (attribute.value == nullptr) attribute.value = error_expression({end, end});
  return attribute;
}

void Reader::read_label(Gathered<Label>& labels) {
  Span span = cursor_.span();
  if (cursor_.symbol() == symbol::sym_identifier) {
    labels.add({slice(span), span});
    return;
  }
  if (cursor_.symbol() == symbol::sym_quoted_template) {
    builder_.error(span, "a label is plain text: it can hold no template and ends on its line");
  }
  if (span.length() < 2) return;
  span = {span.begin + 1, span.end - 1};
  const std::string_view text = slice(span);
  if (text.find_first_of("\\$%") == std::string_view::npos) {
    labels.add({text, span});
  } else {
    labels.add({builder_.keep_text(decode_text(builder_, span, TextStyle::quoted)), span});
  }
}

std::optional<Block> Reader::read_block() {
  Block block;
  block.span = cursor_.span();
  const Nesting nesting(*this);
  if (nesting.too_deep()) {
    builder_.error(block.span, too_deep_message(builder_.limits()));
    return std::nullopt;
  }
  Gathered<Label> labels(labels_);
  OpenBody body(pools_);
  BlockPart part = BlockPart::type;
  std::uint32_t end = block.span.begin;
  Children children(*this);
  while (children.next()) {
    const Span span = cursor_.span();
    if (part == BlockPart::open) {
      part = has_line_break(slice({end, span.begin})) ? BlockPart::lines : BlockPart::one_line;
    }
    if (part != BlockPart::lines) refuse_line_break(end, span.begin);
    end = span.end;
    if (part == BlockPart::type || part == BlockPart::labels) {
      part = read_header(part, block, labels);
    } else if (cursor_.symbol() == symbol::anon_sym_RBRACE) {
      block.body.span.end = span.begin;
    } else {
      read_statement(body);
    }
  }
  block.labels = builder_.keep(labels.nodes());
  block.body = finish_body(builder_, body, block.body.span);
  return block;
}

Reader::BlockPart Reader::read_header(BlockPart part, Block& block, Gathered<Label>& labels) {
  const Span span = cursor_.span();
  if (part == BlockPart::type) {
    block.type = slice(span);
    block.type_span = span;
    block.header = span;
  } else if (cursor_.symbol() == symbol::anon_sym_LBRACE) {
    block.body.span = {span.end, span.end};
    return BlockPart::open;
  } else {
    block.header.end = span.end;
    read_label(labels);
  }
  return BlockPart::labels;
}

}  // namespace smtplint::hcl
