#include "engine/configuration/value_reader.h"

#include <algorithm>

#include "base/date.h"
#include "base/letter_case.h"
#include "base/path.h"
#include "base/wording.h"
#include "engine/configuration/words.h"

namespace smtplint::engine {
namespace {

using knowledge::Mark;
using knowledge::Node;
using knowledge::NodeKind;

/// `./a/` as `a`
std::string_view without_dot_and_slash(std::string_view pattern) {
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (pattern.size() > 1 && pattern.ends_with('/')) pattern.remove_suffix(1);
  return pattern;
}

bool leaves_the_folder(std::string_view pattern) {
  return pattern.starts_with('/') || pattern == ".." || pattern.starts_with("../") ||
         pattern.find("/../") != std::string_view::npos || pattern.ends_with("/..");
}

bool is_host_letter(char letter) {
  const char lower = lower_case(letter);
  return (lower >= 'a' && lower <= 'z') || (letter >= '0' && letter <= '9') ||
         std::string_view(".-_*:").find(letter) != std::string_view::npos ||
         static_cast<unsigned char>(letter) >= 0x80;
}

/// One colon is a port; an IPv6 address has several.
bool is_host(std::string_view word) {
  return std::ranges::all_of(word, is_host_letter) && std::ranges::count(word, ':') != 1;
}

}  // namespace

std::string ValueReader::text() const {
  if (!node_.is(NodeKind::scalar)) {
    problem("expected a single value here");
    return {};
  }
  if (node_.text().empty()) problem("expected a value here, not an empty text");
  return std::string(node_.text());
}

std::string ValueReader::date() const {
  std::string word = text();
  if (word.empty() || is_date(word)) return word;
  problem("expected a date here, `YYYY-MM-DD`");
  return {};
}

Glob ValueReader::glob() const { return Glob(text()); }

PathPattern ValueReader::path() const {
  const std::string written = text();
  const std::string_view pattern = without_dot_and_slash(written);
  if (leaves_the_folder(pattern))
    problem("a path is written from the folder of this file and stays within it");
  return {context_.text.folder, Glob(std::string(pattern == "." ? "**" : pattern))};
}

std::string ValueReader::host() const {
  std::string word = lower_case(text());
  if (!is_host(word)) problem("expected the name or address of a host here, without scheme or port");
  if (word.ends_with('.')) word.pop_back();
  return word;
}

std::optional<IpRange> ValueReader::address() const {
  const std::string word = text();
  const auto range = parse_ip_range(word);
  if (!range && !word.empty()) problem(quoted(word) + " is no IP address or range, such as `10.0.0.0/8`");
  return range;
}

std::string ValueReader::rule_named(std::string_view word, const Mark& mark) const {
  std::vector<std::string_view> names;
  for (const knowledge::Check& check : context_.catalogue.checks()) {
    if (check.info.id == word || check.info.name == word) return check.info.id;
    names.insert(names.end(), {check.info.id, check.info.name});
  }
  context_.problems.add(mark, "unknown rule " + quoted(word) + did_you_mean(word, names));
  return {};
}

std::string ValueReader::rule() const {
  const std::string word = text();
  return word.empty() ? word : rule_named(word, node_.mark());
}

std::string ValueReader::subscription_type() const {
  const std::string word = text();
  const knowledge::SubscriptionTable& table = context_.catalogue.subscriptions();
  const knowledge::SubscriptionType* type = table.find(word);
  if (type != nullptr) return type->id;
  const knowledge::SubscriptionType* nearest = table.nearest(word);
  const std::string hint = nearest == nullptr ? "; `smtplint subscriptions` lists them"
                                              : "; did you mean " + quoted(nearest->id) + "?";
  if (!word.empty()) problem("unknown subscription type " + quoted(word) + hint);
  return {};
}

std::string ValueReader::policy_edition() const {
  const std::string word = text();
  const knowledge::Edition* edition = context_.catalogue.policy().by_id(word);
  if (edition != nullptr) return edition->id;
  std::vector<std::string_view> ids;
  for (const knowledge::Edition& known : context_.catalogue.policy().editions()) ids.emplace_back(known.id);
  if (!word.empty()) unknown_word("policy edition", word, ids);
  return {};
}

std::string ValueReader::policy_date() const {
  std::string word = date();
  const auto& policy = context_.catalogue.policy();
  if (word.empty() || policy.as_of(word) != nullptr) return word;
  problem(word + " is before the first edition of the policy (" + policy.editions().front().date + ")");
  return {};
}

std::optional<Platform> ValueReader::platform() const {
  const std::string word = text();
  std::vector<std::string_view> names;
  for (const auto& [name, platform] : platform_words()) {
    if (name == word) return platform;
    names.push_back(name);
  }
  if (!word.empty()) unknown_word("platform", word, names);
  return std::nullopt;
}

std::map<std::string, Severity> ValueReader::levels() const {
  std::map<std::string, Severity> levels;
  if (!node_.is(NodeKind::map)) {
    problem("expected rules with their levels here, `RULE: off`");
    return levels;
  }
  for (std::size_t i = 0; i < node_.size(); ++i) {
    const std::string rule = rule_named(node_.key_at(i), node_.key_mark_at(i));
    const ValueReader value(node_.at(i), context_);
    const std::string word = value.text();
    const auto level = severity_from(word);
    if (!level && !word.empty()) value.unknown_word("level", word, severity_words());
    if (rule.empty() || !level) continue;
    if (!levels.emplace(rule, *level).second)
      context_.problems.add(node_.key_mark_at(i), quoted(rule) + " is repeated");
  }
  return levels;
}

std::vector<ValueReader> ValueReader::items() const {
  std::vector<ValueReader> items;
  if (!is_list()) problem("expected a list here");
  for (std::size_t i = 0; is_list() && i < node_.size(); ++i) items.emplace_back(node_.at(i), context_);
  return items;
}

std::map<std::string_view, ValueReader> ValueReader::entries(
    std::span<const std::string_view> known, std::span<const std::string_view> required) const {
  std::map<std::string_view, ValueReader> values;
  if (!node_.is(NodeKind::map)) {
    problem("expected keys with values here");
    return values;
  }
  for (std::size_t i = 0; i < node_.size(); ++i) {
    const std::string_view key = node_.key_at(i);
    if (std::ranges::find(known, key) == known.end()) {
      context_.problems.add(node_.key_mark_at(i), "unknown key " + quoted(key) + did_you_mean(key, known));
    } else {
      values.emplace(key, ValueReader(node_.at(i), context_));
    }
  }
  for (const std::string_view key : required) {
    if (!values.contains(key)) problem(quoted(key) + " is missing");
  }
  return values;
}

Place ValueReader::place() const {
  if (context_.text.source == no_source) return {};
  const LineIndex lines(context_.text.text);
  const Mark mark = node_.mark();
  const std::uint32_t quote = node_.quoted() ? 1 : 0;
  const std::uint32_t begin = lines.offset({mark.line, mark.column}, ColumnUnit::unicode_scalar) + quote;
  return {context_.text.source, {begin, begin + static_cast<std::uint32_t>(node_.text().size())}};
}

void ValueReader::unknown_word(std::string_view what, std::string_view word,
                               std::span<const std::string_view> names) const {
  std::string sentence = "unknown " + std::string(what) + " " + quoted(word);
  const std::string hint = did_you_mean(word, names);
  if (hint.empty()) {
    sentence += "; it is one of ";
    for (const std::string_view& name : names) sentence += (&name == names.data() ? "" : ", ") + quoted(name);
  }
  problem(sentence + hint);
}

}  // namespace smtplint::engine
