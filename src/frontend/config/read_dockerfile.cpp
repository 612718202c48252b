#include <algorithm>
#include <map>

#include "frontend/config/dockerfile_instructions.h"
#include "frontend/config/formats.h"

namespace smtplint::config {
namespace {

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// The variable that a value is, as a whole: `$A`, `${A}`.
std::string_view variable_in(std::string_view value) {
  if (!value.starts_with('$')) return {};
  value.remove_prefix(1);
  if (value.starts_with('{') && value.ends_with('}')) value = value.substr(1, value.size() - 2);
  return std::ranges::all_of(value, is_name_character) ? value : std::string_view();
}

class DockerfileReader {
 public:
  explicit DockerfileReader(std::string_view text) : text_(text) { document_.kind = Node::Kind::map; }

  Reading read() {
    for (const Instruction& instruction : instructions_of(text_)) {
      const bool variables = instruction.is("ENV");
      if (!variables && !instruction.is("ARG")) continue;
      for (Member& member : assignments_of(text_, instruction)) {
        if (variables) {
          set(std::move(member));
        } else {
          arguments_[member.name] = std::move(member.value);
        }
      }
    }
    return {{std::move(document_)}, {}};
  }

 private:
  /// What is given to a build takes the place of an argument's value.
  void set(Member member) {
    const std::string variable(variable_in(member.value.text));
    const auto argument = arguments_.find(variable);
    if (!variable.empty() && argument != arguments_.end()) {
      member.value = argument->second;
      member.value.variables.insert(member.value.variables.begin(), variable);
    }
    const auto same = std::ranges::find(document_.members, member.name, &Member::name);
    if (same == document_.members.end()) {
      document_.members.push_back(std::move(member));
    } else {
      *same = std::move(member);
    }
  }

  std::string_view text_;
  Node document_;
  std::map<std::string, Node> arguments_;
};

}  // namespace

Reading read_dockerfile(std::string_view text, const ReadOptions& /*options*/) {
  return DockerfileReader(text).read();
}

}  // namespace smtplint::config
