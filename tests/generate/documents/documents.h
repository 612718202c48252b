#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Texts from which machines and programs learn where mail goes, whatever language holds them.
namespace smtplint::generate {

/// What a resource takes a text for.
enum class TextKind { user_data, script, settings, chart_values, file, arm_template };

/// Host and port as they stand in the text: literals with marks, or open places.
struct Ends {
  std::string host, port;
};

/// A way of saying where mail goes. Without a path it is a command.
struct Program {
  std::string_view name;
  std::string_view path;
  std::string (*write)(const Ends& ends);
  bool in_containers = false;  ///< the file is one that a container is given
};
/// The row among those that can say it in a text of this kind; `row` is any number.
[[nodiscard]] const Program& program_of(TextKind kind, std::size_t row);

/// A text around what a program reads.
struct Document {
  std::string_view name;
  TextKind kind;
  std::string (*write)(const Program& program, const Ends& ends, std::uint32_t choice);
};
/// The row among those of a kind; `row` is any number.
[[nodiscard]] const Document& document_of(TextKind kind, std::size_t row);

}  // namespace smtplint::generate
