#include "knowledge/key_words.h"

#include <algorithm>
#include <utility>

namespace smtplint::knowledge {
namespace {

constexpr std::pair<std::string_view, KeyRole> roles[] = {
    {"host", KeyRole::host},       {"port", KeyRole::port},         {"dsn", KeyRole::dsn},
    {"user", KeyRole::user},       {"password", KeyRole::password}, {"login-switch", KeyRole::login_switch},
    {"enabled", KeyRole::enabled}, {"disabled", KeyRole::disabled},
};

WordSet set_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

std::vector<std::string> split_words(const std::string& phrase) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin <= phrase.size()) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (end > begin) words.push_back(phrase.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

void read_roles(Reader& reader, KeyWords& words) {
  Reader map(reader.required("roles"), reader.problems());
  for (const auto& [name, role] : roles) {
    for (const std::string& phrase : map.texts(name)) words.phrases.push_back({split_words(phrase), role});
  }
  std::ranges::stable_sort(words.phrases, std::ranges::greater(),
                           [](const RolePhrase& phrase) { return phrase.words.size(); });
}

void read_aliases(Reader& reader, KeyWords& words) {
  const Node map = reader.required("aliases");
  Reader entries(map, reader.problems());
  for (std::size_t i = 0; map.is(NodeKind::map) && i < map.size(); ++i) {
    const std::string meaning(map.key_at(i));
    for (const std::string& spelling : entries.texts(meaning)) words.aliases.emplace(spelling, meaning);
  }
}

}  // namespace

KeyWords KeyWords::read(Reader& reader) {
  KeyWords words;
  words.strong_groups = set_of(reader.texts("strong-groups"));
  words.weak_groups = set_of(reader.texts("weak-groups"));
  words.compound_heads = reader.texts("compound-heads");
  std::ranges::stable_sort(words.compound_heads, std::ranges::greater(), &std::string::size);
  words.compound_tails = set_of(reader.texts("compound-tails"));
  words.reversed_heads = set_of(reader.texts("reversed-heads"));
  words.reversed_tails = set_of(reader.texts("reversed-tails"));
  read_aliases(reader, words);
  words.leading_words = set_of(reader.texts("leading-words"));
  words.qualifiers = set_of(reader.texts("qualifiers"));
  words.neutral = set_of(reader.texts("neutral"));
  words.inbound = set_of(reader.texts("inbound"));
  words.other_protocols = set_of(reader.texts("other-protocols"));
  words.other_hosts = set_of(reader.texts("other-hosts"));
  words.persons = set_of(reader.texts("persons"));
  words.tls = set_of(reader.texts("tls"));
  read_roles(reader, words);
  (void)reader.sources();
  return words;
}

}  // namespace smtplint::knowledge
