#pragma once

#include <algorithm>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace smtplint {

/// Dumps of one deployment in several languages differ in what each language calls things. Here all names are
/// the last part of what the user wrote: `azurerm_subnet.apps`,
/// `Microsoft.Network/virtualNetworks/net/subnets/apps` and ids of it are `apps`; what is written inside is
/// its owner with a number.
inline std::string without_language(std::string text) {
  static const std::vector<std::pair<std::regex, std::string>> rules = [] {
    const auto rule = [](const char* pattern, const char* with) {
      return std::pair(std::regex(pattern, std::regex::optimize), std::string(with));
    };
    return std::vector{
        rule(R"(# [^\n]*\n)", ""),
        rule(R"( sink=\S+)", ""),
        rule(R"( \(main\.\w+:\d+:\d+\))", ""),
        rule(R"re("/subscriptions/[^"\n]*/([^/"\n]+)")re", "\"$1\""),
        rule(R"re("\{Microsoft[^{}"\n]*\.id\}/[^"\n]*?/?([^/"\n]+)")re", "\"$1\""),
        rule(R"((?:module\.[\w-]+\.)*(?:data\.)?(?:azurerm|azapi|kubernetes)_\w+\.([\w-]+))", "$1"),
        rule(R"(module\.([\w-]+))", "$1"),
        rule(R"(Microsoft\.\w+/[\w./{}-]*/([\w-]+))", "$1"),
        rule(R"re(\{([\w-]+)\.id\})re", "\"$1\""),
        rule(R"((\w)\.(?:\w+(?:\[\w+\])?\.)*\w+\[\w+\](?:\.\w+)*)", "$1[0]"),
    };
  }();
  for (const auto& [pattern, with] : rules) text = std::regex_replace(text, pattern, with);
  return text;
}

/// The entries of a dump without what language they were written in, in an order that hangs on nothing but
/// them. An entry is a line with the indented lines below it.
inline std::vector<std::string> entries_without_language(const std::string& dump) {
  std::vector<std::string> entries;
  const std::string text = without_language(dump);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    if (!line.empty() && line.front() == ' ' && !entries.empty()) {
      entries.back() += "\n" + line;
    } else if (!line.empty()) {
      entries.push_back(line);
    }
    begin = end + 1;
  }
  std::ranges::sort(entries);
  return entries;
}

}  // namespace smtplint
