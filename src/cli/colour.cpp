#include "cli/colour.h"

#include <unistd.h>

#include <cstdlib>

namespace smtplint::cli {
namespace {

constexpr const char* variables[] = {"NO_COLOR",       "SMTPLINT_NO_COLOR", "FORCE_COLOR",
                                     "CLICOLOR_FORCE", "CLICOLOR",          "TERM"};

}  // namespace

Terminal terminal_of_stdout() {
  Terminal terminal;
  terminal.attached = isatty(STDOUT_FILENO) == 1;
  for (const char* name : variables) {
    if (const char* value = std::getenv(name)) terminal.environment[name] = value;
  }
  return terminal;
}

bool wants_colour(ColourChoice choice, const Terminal& terminal) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  const auto value = [&terminal](const char* name) {
    const auto entry = terminal.environment.find(name);
    return entry == terminal.environment.end() ? std::string() : entry->second;
  };
  const auto forced = [&value](const char* name) { return !value(name).empty() && value(name) != "0"; };
  if (!value("NO_COLOR").empty() || !value("SMTPLINT_NO_COLOR").empty()) return false;
  if (forced("FORCE_COLOR") || forced("CLICOLOR_FORCE")) return true;
  if (value("TERM") == "dumb" || value("CLICOLOR") == "0") return false;
  return terminal.attached;
}

}  // namespace smtplint::cli
