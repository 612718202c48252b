#include "knowledge/network_words.h"

#include <algorithm>
#include <cctype>

namespace smtplint::knowledge {
namespace {

bool same_letter(char left, char right) {
  return std::tolower(static_cast<unsigned char>(left)) == std::tolower(static_cast<unsigned char>(right));
}

}  // namespace

NetworkWords NetworkWords::read(const std::vector<Node>& files, Problems& problems) {
  NetworkWords words;
  for (const Node file : files) {
    if (file.find("id").text() != "network-words") continue;
    Reader reader(file, problems);
    (void)reader.text("id");
    words.any_destination = reader.texts("any-destination");
    words.outbound = reader.texts("outbound");
    words.inbound = reader.texts("inbound");
    words.allow = reader.texts("allow");
    words.deny = reader.texts("deny");
    words.carries_tcp = reader.texts("carries-tcp");
    (void)reader.sources();
  }
  return words;
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::any_of(words, [word](const std::string& candidate) {
    return std::ranges::equal(candidate, word, same_letter);
  });
}

}  // namespace smtplint::knowledge
