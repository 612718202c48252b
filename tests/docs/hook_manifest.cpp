#include "docs/hook_manifest.h"

#include "engine/languages/language.h"

namespace smtplint::docs {
namespace {

/// One element of a glob over a name, in the words of Python's `re`.
std::string expression_of(char element) {
  switch (element) {
    case '*':
      return "[^/]*";
    case '?':
      return "[^/]";
    case '.':
      return "\\.";
    default:
      return std::string(1, element);
  }
}

std::string expression_of(std::string_view glob) {
  std::string expression;
  while (!glob.empty()) {
    const std::size_t close = glob.starts_with("[!") ? glob.find(']') : std::string_view::npos;
    if (close != std::string_view::npos) {
      expression += "[^/" + std::string(glob.substr(2, close - 1));
      glob.remove_prefix(close + 1);
    } else {
      expression += expression_of(glob.front());
      glob.remove_prefix(1);
    }
  }
  return expression;
}

std::string files_pattern() {
  std::vector<std::string> languages;
  for (const engine::LanguageRow& row : engine::languages()) {
    const FileNames names = row.file_names();
    std::vector<std::string> globs;
    for (const std::string_view glob : names.globs) globs.push_back(expression_of(glob));
    languages.push_back("      " + std::string(names.any_case ? "(?i:" : "(?:") + joined(globs, "|") + ")");
  }
  return "(?x)(^|/)(\n" + joined(languages, " |\n") + "\n    )$";
}

std::string hook(const std::string& id, const std::string& language, const std::string& description) {
  return "- id: " + id + "\n  name: mail that Azure will block\n  description: " + description +
         "\n  entry: sh -c 'exec \"${SMTPLINT_BINARY:-smtplint}\" check --git-index \"$@\"' smtplint\n  "
         "language: " +
         language + "\n  files: |\n    " + files_pattern() +
         "\n  exclude: (^|/)(\\.terraform|node_modules)/\n  require_serial: true\n"
         "  minimum_pre_commit_version: 2.9.2\n";
}

}  // namespace

Pages hook_manifest() {
  return {{"../.pre-commit-hooks.yaml",
           "# Written by `./dev docs`: `files` has every name that the table of languages may claim.\n" +
               hook("smtplint", "python", "reads what is staged; brings its own program") +
               hook("smtplint-system", "system", "reads what is staged; wants `smtplint` on the PATH")}};
}

}  // namespace smtplint::docs
