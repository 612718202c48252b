#include "knowledge/clouds.h"

#include <algorithm>
#include <cctype>

#include "base/letter_case.h"

namespace smtplint::knowledge {
namespace {

CloudSigns signs_of(Node map, Problems& problems) {
  Reader reader(map, problems);
  CloudSigns signs;
  signs.cloud = reader.text("cloud");
  const Node locations = reader.required("locations");
  if (!locations.missing()) signs.locations = Pattern::read(locations, problems);
  signs.endpoints = reader.texts("endpoints");
  (void)reader.sources();
  return signs;
}

bool is_of_name(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-';
}

/// Whether a text has a name below a domain.
bool names_domain(std::string_view text, const std::string& domain) {
  for (std::size_t at = text.find(domain); at != std::string_view::npos; at = text.find(domain, at + 1)) {
    const std::size_t end = at + domain.size();
    const bool below = at > 0 && text[at - 1] == '.';
    const bool ends = end == text.size() || (!is_of_name(text[end]) && text[end] != '.');
    if (below && ends) return true;
  }
  return false;
}

}  // namespace

Clouds Clouds::read(Reader& reader) {
  Clouds clouds;
  clouds.location = reader.text("location");
  const Node list = reader.required("others");
  for (std::size_t i = 0; i < list.size(); ++i)
    clouds.others.push_back(signs_of(list.at(i), reader.problems()));
  return clouds;
}

std::string_view Clouds::of_location(std::string_view name) const {
  const auto fits = [name](const CloudSigns& signs) { return signs.locations.matches(name); };
  const auto found = std::ranges::find_if(others, fits);
  return found == others.end() ? std::string_view() : found->cloud;
}

std::string_view Clouds::of_endpoints(std::string_view text) const {
  if (text.find('.') == std::string_view::npos) return {};
  const std::string lower = lower_case(text);
  for (const CloudSigns& signs : others) {
    const auto named = [&lower](const std::string& domain) { return names_domain(lower, domain); };
    if (std::ranges::any_of(signs.endpoints, named)) return signs.cloud;
  }
  return {};
}

}  // namespace smtplint::knowledge
