#include "knowledge/property_path.h"

#include <algorithm>
#include <optional>

namespace smtplint::knowledge {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '$';
  });
}

std::optional<PathStep> read_bracket(std::string_view inside) {
  if (inside == "*") return PathStep{PathStep::Kind::all, {}, {}};
  const std::size_t equals = inside.find('=');
  if (equals == std::string_view::npos || !is_name(inside.substr(0, equals))) return std::nullopt;
  return PathStep{PathStep::Kind::select, std::string(inside.substr(0, equals)),
                  std::string(inside.substr(equals + 1))};
}

/// Takes one segment (`name`, `name[*]`, `name[key=text]`) off the text.
bool read_segment(std::string_view& text, std::vector<PathStep>& steps) {
  const std::size_t end = std::min(text.find_first_of(".["), text.size());
  if (!is_name(text.substr(0, end))) return false;
  steps.push_back({PathStep::Kind::name, std::string(text.substr(0, end)), {}});
  text.remove_prefix(end);
  while (!text.empty() && text.front() == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) return false;
    const auto step = read_bracket(text.substr(1, close - 1));
    if (!step) return false;
    steps.push_back(*step);
    text.remove_prefix(close + 1);
  }
  return true;
}

}  // namespace

std::string PropertyPath::text() const {
  std::string written;
  for (const PathStep& step : steps) {
    if (step.kind == PathStep::Kind::all) {
      written += "[*]";
    } else if (step.kind == PathStep::Kind::select) {
      written += "[" + step.name + "=" + step.selected + "]";
    } else {
      written += (written.empty() ? "" : ".") + step.name;
    }
  }
  return written;
}

bool PropertyPath::many() const {
  return std::ranges::any_of(steps, [](const PathStep& step) { return step.kind != PathStep::Kind::name; });
}

PropertyPath PropertyPath::read(Node scalar, Problems& problems) {
  PropertyPath path;
  std::string_view rest = scalar.is(NodeKind::scalar) ? scalar.text() : std::string_view();
  bool good = read_segment(rest, path.steps);
  while (good && !rest.empty()) {
    good = rest.front() == '.';
    rest.remove_prefix(1);
    good = good && read_segment(rest, path.steps);
  }
  if (!good) {
    problems.add(scalar.mark(), "not a property path (`a.b`, `a[*].b`, `a[name=X].value`)");
    path.steps.clear();
  }
  return path;
}

}  // namespace smtplint::knowledge
