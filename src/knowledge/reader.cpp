#include "knowledge/reader.h"

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/wording.h"

namespace smtplint::knowledge {
namespace {

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// An address, or `owner/name@commit:path`.
bool is_source(std::string_view text) {
  if (text.starts_with("https://")) return text.size() > std::string_view("https://").size();
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.substr(0, at).find('/') == std::string_view::npos) return false;
  const std::size_t colon = text.find(':', at);
  return colon != std::string_view::npos && colon > at + 1 && colon + 1 < text.size();
}

}  // namespace

void Problems::add(const Mark& mark, std::string_view sentence) {
  problems_.push_back({std::string(mark.file), mark.line, mark.column, std::string(sentence)});
}

std::vector<std::string> Problems::lines() const {
  std::vector<std::string> lines;
  for (const Problem& problem : problems_) {
    lines.push_back(problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) +
                    ": " + problem.sentence);
  }
  return lines;
}

Reader::Reader(Node map, Problems& problems) : map_(map), problems_(problems) {
  if (map_.missing() || map_.is(NodeKind::map)) return;
  problems_.add(map_.mark(), "expected keys with values here");
  map_ = {};
}

Reader::~Reader() {
  if (map_.missing()) return;
  const std::vector<std::string_view> names(asked_.begin(), asked_.end());
  for (std::size_t i = 0; i < map_.size(); ++i) {
    const std::string_view key = map_.key_at(i);
    if (std::ranges::find(names, key) != names.end()) continue;
    problems_.add(map_.key_mark_at(i), "unknown key " + quoted(key) + did_you_mean(key, names));
  }
}

Node Reader::optional(std::string_view key) {
  if (std::ranges::find(asked_, key) == asked_.end()) asked_.emplace_back(key);
  return map_.find(key);
}

bool Reader::has(std::string_view key) { return !optional(key).missing(); }

Node Reader::required(std::string_view key) {
  const Node found = optional(key);
  if (found.missing() && !map_.missing()) problem(quoted(key) + " is missing");
  return found;
}

std::string Reader::scalar(Node found, std::string_view key) {
  if (found.missing()) return {};
  if (!found.is(NodeKind::scalar)) {
    problems_.add(found.mark(), quoted(key) + " needs a single value");
  } else if (found.text().empty()) {
    problems_.add(found.mark(), quoted(key) + " is empty");
  }
  return std::string(found.text());
}

std::string Reader::text(std::string_view key) { return scalar(required(key), key); }

std::string Reader::text_or(std::string_view key, std::string_view otherwise) {
  const Node found = optional(key);
  return found.missing() ? std::string(otherwise) : scalar(found, key);
}

std::int64_t Reader::integer(std::string_view key) {
  if (required(key).missing()) return 0;
  return optional_integer(key).value_or(0);
}

std::optional<std::int64_t> Reader::optional_integer(std::string_view key) {
  const Node found = optional(key);
  if (found.missing()) return std::nullopt;
  const auto number = found.quoted() ? std::nullopt : number_in<std::int64_t>(found.text());
  if (!number) problems_.add(found.mark(), quoted(key) + " needs a whole number, without quotes");
  return number;
}

bool Reader::boolean_or(std::string_view key, bool otherwise) {
  const Node found = optional(key);
  if (found.missing()) return otherwise;
  if (!found.quoted() && found.text() == "true") return true;
  if (!found.quoted() && found.text() == "false") return false;
  problems_.add(found.mark(), quoted(key) + " needs `true` or `false`, without quotes");
  return otherwise;
}

std::vector<std::string> Reader::texts(std::string_view key) {
  const Node found = required(key);
  if (found.is(NodeKind::list) && found.size() == 0) problems_.add(found.mark(), quoted(key) + " is empty");
  return texts_or_none(key);
}

std::vector<std::string> Reader::texts_or_none(std::string_view key) {
  const Node found = optional(key);
  std::vector<std::string> texts;
  if (found.missing()) return texts;
  if (!found.is(NodeKind::list)) return {scalar(found, key)};
  for (std::size_t i = 0; i < found.size(); ++i) texts.push_back(scalar(found.at(i), key));
  return texts;
}

std::string Reader::date(std::string_view key) {
  const Node found = required(key);
  std::string text = scalar(found, key);
  if (!text.empty() && !is_date(text))
    problems_.add(found.mark(), quoted(key) + " needs a date, `YYYY-MM-DD`");
  return text;
}

std::vector<std::string> Reader::sources() {
  const std::string_view key = has("source") ? "source" : "sources";
  const Node found = optional(key);
  if (found.missing()) {
    if (!map_.missing()) problem("`source` is missing");
    return {};
  }
  std::vector<std::string> sources = texts(key);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].empty() || is_source(sources[i])) continue;
    const Node place = found.is(NodeKind::list) ? found.at(i) : found;
    problems_.add(place.mark(), "a source is an address (`https://...`) or `owner/name@commit:path`");
  }
  return sources;
}

void Reader::not_a_word(Node found, const std::vector<std::string_view>& words) {
  if (!found.is(NodeKind::scalar)) {
    problems_.add(found.mark(), "expected a single word here");
    return;
  }
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + quoted(word);
  problems_.add(found.mark(),
                quoted(found.text()) + " is not one of " + list + did_you_mean(found.text(), words));
}

}  // namespace smtplint::knowledge
