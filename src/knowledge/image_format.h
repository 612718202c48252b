#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The bytes of an image: header, files, nodes, children, texts. All numbers are 32 bits, little-endian.
namespace smtplint::knowledge::image_format {

inline constexpr std::string_view magic = "SMTPKNOW";
inline constexpr std::uint32_t version = 1;

/// Words of the header, after the magic.
enum Header : std::size_t { header_version, files, nodes, children, text_bytes, incomplete, header_words };
/// Words of a file's record: its section and path as texts, its root node.
enum File : std::size_t { section_begin, section_length, path_begin, path_length, root, file_words };
/// Words of a node's record. `first` and `count`: a scalar's text, or the children of a list or map.
enum NodeWord : std::size_t { shape, file, line, column, first, count, node_words };
/// Words of a child's record: the node, and in a map its key.
enum Child : std::size_t { node, key_begin, key_length, key_line, key_column, child_words };

/// `shape` holds the kind in its low byte, and this where a scalar was quoted.
inline constexpr std::uint32_t quoted_flag = 0x100;

}  // namespace smtplint::knowledge::image_format
