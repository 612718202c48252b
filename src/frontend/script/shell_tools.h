#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frontend/script/shell_scope.h"

/// The small programs that every script works with.
namespace smtplint::script {

struct ToolCall {
  const std::vector<Value>& words;  ///< the program's name first
  Value input;
  const ShellScope& scope;
  Span span;
};

/// The words without those that only run a program: `sudo`, `env A=1`, `nohup`.
[[nodiscard]] std::vector<Value> without_runners(std::vector<Value> words);
/// The name without the folder; empty where it is not known.
[[nodiscard]] std::string program_name(Value word);

/// What they print; unknown where only running them would tell.
[[nodiscard]] Value echo(const ToolCall& call);
[[nodiscard]] Value printf(const ToolCall& call);
[[nodiscard]] Value cat(const ToolCall& call);
/// The files that they write.
[[nodiscard]] std::vector<FileWritten> tee(const ToolCall& call);
[[nodiscard]] std::vector<FileWritten> sed_in_place(const ToolCall& call, Reading& reading);

/// The file that a copy is made of, and the path of the copy; nothing where there are several.
struct Copy {
  Value from;
  Value to;
};
[[nodiscard]] std::optional<Copy> copied(const ToolCall& call);

/// The text behind `-c`, or behind `eval`; absent where there is none.
[[nodiscard]] Value command_text(const ToolCall& call);

}  // namespace smtplint::script
