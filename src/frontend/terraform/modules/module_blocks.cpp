#include "frontend/terraform/modules/module_blocks.h"

#include <algorithm>
#include <array>

namespace smtplint::terraform {
namespace {

struct KindRow {
  std::string_view type;
  std::size_t labels;
  std::vector<Declaration> ModuleBlocks::*list;
};

constexpr std::array kind_rows{
    KindRow{"variable", 1, &ModuleBlocks::variables}, KindRow{"output", 1, &ModuleBlocks::outputs},
    KindRow{"resource", 2, &ModuleBlocks::resources}, KindRow{"data", 2, &ModuleBlocks::data_sources},
    KindRow{"module", 1, &ModuleBlocks::calls},       KindRow{"provider", 1, &ModuleBlocks::providers},
};

const KindRow* kind_row(std::string_view type) {
  const auto row = std::ranges::find(kind_rows, type, &KindRow::type);
  return row == kind_rows.end() ? nullptr : &*row;
}

/// The alias of a provider block: two blocks of one provider differ by it.
std::string_view alias_of(const ConfigurationFile& file, const hcl::Block& block) {
  for (const hcl::Attribute& attribute : block.body.attributes) {
    if (attribute.name != "alias" || attribute.value == nullptr) continue;
    const std::span<const hcl::TemplatePart> parts = attribute.value->parts;
    return parts.size() == 1 ? file.document.slice(parts.front().span) : std::string_view{};
  }
  return {};
}

Declaration declaration_of(const ConfigurationFile& file, const hcl::Block& block) {
  Declaration declared;
  declared.name = block.labels.back().text;
  if (block.type == "provider") declared.type = alias_of(file, block);
  if (block.labels.size() == 2) declared.type = block.labels.front().text;
  declared.document = &file.document;
  declared.place = file.document.place(block.header);
  for (const hcl::Attribute& attribute : block.body.attributes) {
    if (attribute.value != nullptr) declared.attributes.push_back({&file.document, &attribute});
  }
  for (const hcl::Block& inner : block.body.blocks) declared.blocks.push_back({&file.document, &inner});
  return declared;
}

void read_settings(const hcl::Block& block, ModuleBlocks& blocks) {
  const auto keeps_state = [](const hcl::Block& inner) {
    return inner.type == "backend" || inner.type == "cloud";
  };
  blocks.has_backend = blocks.has_backend || std::ranges::any_of(block.body.blocks, keeps_state);
}

void merge_arguments(Declaration& base, const Declaration& other) {
  for (const AttributeRef& attribute : other.attributes) {
    const auto same = std::ranges::find_if(base.attributes, [&attribute](const AttributeRef& one) {
      return one.attribute->name == attribute.attribute->name;
    });
    if (same == base.attributes.end()) {
      base.attributes.push_back(attribute);
    } else {
      *same = attribute;
    }
  }
  std::erase_if(base.blocks, [&other](const BlockRef& one) {
    return std::ranges::any_of(other.blocks, [&one](const BlockRef& replacing) {
      return block_name(*replacing.block) == block_name(*one.block);
    });
  });
  base.blocks.insert(base.blocks.end(), other.blocks.begin(), other.blocks.end());
}

void override_block(const ConfigurationFile& file, const hcl::Block& block, const KindRow& row,
                    ModuleBlocks& blocks, std::vector<Event>& events) {
  const Declaration other = declaration_of(file, block);
  std::vector<Declaration>& list = blocks.*row.list;
  const auto base = std::ranges::find_if(
      list, [&other](const Declaration& one) { return one.name == other.name && one.type == other.type; });
  if (base == list.end()) {
    events.push_back({EventKind::syntax_error, other.place,
                      "there is no " + std::string(block.type) + " `" + std::string(other.name) +
                          "` that this block could override"});
  } else {
    merge_arguments(*base, other);
  }
}

void add_locals(const ConfigurationFile& file, const hcl::Block& block, ModuleBlocks& blocks, bool replace) {
  for (const hcl::Attribute& attribute : block.body.attributes) {
    if (attribute.value == nullptr) continue;
    const LocalDeclaration local{attribute.name, {&file.document, &attribute}};
    const auto same =
        replace ? std::ranges::find(blocks.locals, local.name, &LocalDeclaration::name) : blocks.locals.end();
    if (same == blocks.locals.end()) {
      blocks.locals.push_back(local);
    } else {
      *same = local;
    }
  }
}

bool labelled(const hcl::Block& block, const KindRow& row, const ConfigurationFile& file,
              std::vector<Event>& events) {
  if (block.labels.size() == row.labels) return true;
  events.push_back({EventKind::syntax_error, file.document.place(block.header),
                    "a `" + std::string(block.type) + "` block takes " + std::to_string(row.labels) +
                        (row.labels == 1 ? " label" : " labels")});
  return false;
}

}  // namespace

void add_file(const ConfigurationFile& file, ModuleBlocks& blocks, std::vector<Event>& events) {
  for (const hcl::Block& block : file.body->blocks) {
    const KindRow* row = kind_row(block.type);
    if (block.type == "locals") add_locals(file, block, blocks, false);
    if (block.type == "terraform") read_settings(block, blocks);
    if (row == nullptr || !labelled(block, *row, file, events)) continue;
    (blocks.*row->list).push_back(declaration_of(file, block));
  }
}

void override_with(const ConfigurationFile& file, ModuleBlocks& blocks, std::vector<Event>& events) {
  for (const hcl::Block& block : file.body->blocks) {
    const KindRow* row = kind_row(block.type);
    if (block.type == "locals") add_locals(file, block, blocks, true);
    if (block.type == "terraform") read_settings(block, blocks);
    if (row == nullptr || !labelled(block, *row, file, events)) continue;
    override_block(file, block, *row, blocks, events);
  }
}

}  // namespace smtplint::terraform
