#include "report/style.h"

namespace smtplint::report {
namespace {

std::string_view sequence(Role role) {
  switch (role) {
    case Role::error:
      return "\x1b[1;31m";
    case Role::warning:
      return "\x1b[1;33m";
    case Role::note:
      return "\x1b[1;36m";
    case Role::gutter:
    case Role::related:
      return "\x1b[1;34m";
    case Role::strong:
      return "\x1b[1m";
  }
  return {};
}

}  // namespace

Role role_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Role::error;
    case Severity::warning:
      return Role::warning;
    case Severity::note:
    case Severity::off:
      return Role::note;
  }
  return Role::note;
}

std::string Style::paint(Role role, std::string_view text) const {
  if (colour_ == Colour::off || text.empty()) return std::string(text);
  return std::string(sequence(role)) + std::string(text) + "\x1b[0m";
}

}  // namespace smtplint::report
