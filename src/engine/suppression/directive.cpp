#include "engine/suppression/directive.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/date.h"
#include "base/trimmed.h"
#include "base/wording.h"

namespace smtplint::engine {
namespace {

using Reading = std::optional<std::variant<Directive, Malformed>>;

constexpr std::string_view on_line = "ignore";
constexpr std::string_view on_file = "ignore-file";
constexpr std::string_view expiry = "until=";

/// The signs around a comment that may have several lines.
constexpr std::pair<std::string_view, std::string_view> brackets[] = {
    {"/*", "*/"}, {"<!--", "-->"}, {"<#", "#>"}, {"=begin", "=end"}};

/// The words of a comment without its marks.
std::string_view content_of(std::string_view comment) {
  for (const auto& [opens, closes] : brackets) {
    if (!comment.starts_with(opens)) continue;
    comment.remove_prefix(opens.size());
    comment = trimmed(comment);
    if (comment.ends_with(closes)) comment.remove_suffix(closes.size());
  }
  constexpr std::string_view marks = "#/*;!";
  comment.remove_prefix(std::min(comment.find_first_not_of(marks), comment.size()));
  return trimmed(comment);
}

/// The id of a rule that is named by id or name; else a sentence.
std::variant<std::string, Malformed> rule_named(std::string_view word,
                                                const knowledge::Catalogue& catalogue) {
  std::vector<std::string_view> names;
  for (const knowledge::Check& check : catalogue.checks()) {
    if (check.info.id == word || check.info.name == word) return check.info.id;
    names.insert(names.end(), {check.info.id, check.info.name});
  }
  return Malformed{"there is no rule " + quoted(word) + did_you_mean(word, names)};
}

/// Takes the first item of a list in brackets.
std::string_view next_item(std::string_view& list) {
  const std::size_t comma = list.find(',');
  const std::string_view item = trimmed(list.substr(0, comma));
  list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  return item;
}

Reading with_rules(std::string_view list, Directive directive, const knowledge::Catalogue& catalogue) {
  if (trimmed(list).empty()) return Malformed{"no rule is named between the brackets"};
  while (!list.empty()) {
    auto rule = rule_named(next_item(list), catalogue);
    if (auto* malformed = std::get_if<Malformed>(&rule)) return std::move(*malformed);
    directive.rules.push_back(std::get<std::string>(std::move(rule)));
  }
  return directive;
}

/// What stands behind the brackets: an expiry, then the reason.
std::optional<Malformed> read_expiry(std::string_view rest, Directive& directive) {
  if (!rest.empty() && white_space.find(rest.front()) == std::string_view::npos) {
    return Malformed{"a blank is missing behind `]`"};
  }
  rest = trimmed(rest);
  if (!rest.starts_with(expiry)) return std::nullopt;
  const std::string_view day = rest.substr(expiry.size(), rest.find_first_of(white_space) - expiry.size());
  if (!is_date(day)) return Malformed{quoted(day) + " is no day; `until` takes one as YYYY-MM-DD"};
  directive.until = std::string(day);
  return std::nullopt;
}

}  // namespace

Reading directive_in(std::string_view comment, const knowledge::Catalogue& catalogue) {
  std::string_view words = content_of(comment);
  if (!words.starts_with(directive_address)) return std::nullopt;
  words = trimmed(words.substr(directive_address.size()));
  const std::string_view verb = words.substr(0, words.find_first_of(" \t\r\n["));
  if (verb != on_line && verb != on_file) {
    constexpr std::array verbs{on_line, on_file};
    const std::string hint = did_you_mean(verb, verbs);
    return Malformed{quoted(verb) + " asks for nothing" + (hint.empty() ? "; `ignore[RULE]` does" : hint)};
  }
  words = words.substr(verb.size());
  const std::size_t close = words.find(']');
  if (!words.starts_with('[') || close == std::string_view::npos) {
    return Malformed{"the rules stand in brackets: " + quoted(std::string(verb) + "[RULE]")};
  }
  Directive directive{{}, verb == on_file, {}};
  if (auto malformed = read_expiry(words.substr(close + 1), directive)) return std::move(*malformed);
  return with_rules(words.substr(1, close - 1), std::move(directive), catalogue);
}

}  // namespace smtplint::engine
