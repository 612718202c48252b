#include "lowering/mail/key_tokens.h"

#include <algorithm>

#include "base/letter_case.h"

namespace smtplint::lowering {
namespace {

using knowledge::KeyWords;

constexpr std::size_t longest_key = 256;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The length of the separator between segments that stands at `at`; 0 where there is none.
std::size_t separator(std::string_view key, std::size_t at) {
  if (key[at] == '.' || key[at] == ':' || key[at] == '/') return 1;
  const std::string_view two = key.substr(at, 2);
  return two == "__" || two == "--" ? 2 : 0;
}

/// True where a new word begins inside `smtpHost` or `SMTPHost`.
bool case_changes(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char before = text[at - 1];
  if (is_upper(text[at]) && (is_lower(before) || is_digit(before))) return true;
  return is_upper(before) && is_upper(text[at]) && at + 1 < text.size() && is_lower(text[at + 1]);
}

std::vector<std::string> split_words(std::string_view segment) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&words, &word] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const char c = segment[i];
    if (!is_upper(c) && !is_lower(c) && !is_digit(c)) {
      finish();
      continue;
    }
    if (case_changes(segment, i)) finish();
    word += lower_case(c);
  }
  finish();
  return words;
}

std::string resolved(const std::string& word, const KeyWords& words) {
  const auto alias = words.aliases.find(word);
  return alias == words.aliases.end() ? word : alias->second;
}

bool is_group(const std::string& word, const KeyWords& words) {
  return words.strong_groups.contains(word) || words.weak_groups.contains(word);
}

/// `smtpserver` -> smtp, server; `portsmtp` -> port, smtp; `smtp2` -> smtp, 2; others as they are.
std::vector<std::string> decompounded(const std::string& word, const KeyWords& words) {
  if (is_group(word, words) || words.inbound.contains(word) || words.other_protocols.contains(word))
    return {word};
  for (const std::string& head : words.compound_heads) {
    if (!word.starts_with(head) || word.size() == head.size()) continue;
    const std::string tail = word.substr(head.size());
    if (words.compound_tails.contains(tail) || std::ranges::all_of(tail, is_digit)) return {head, tail};
  }
  for (const std::string& tail : words.reversed_tails) {
    if (!word.ends_with(tail) || word.size() == tail.size()) continue;
    const std::string head = word.substr(0, word.size() - tail.size());
    if (words.reversed_heads.contains(head)) return {head, tail};
  }
  return {word};
}

}  // namespace

KeyTokens tokens_of(std::string_view key, const KeyWords& words) {
  key = key.substr(0, longest_key);
  KeyTokens tokens;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= key.size(); ++i) {
    const std::size_t width = i == key.size() ? 1 : separator(key, i);
    if (width == 0) continue;
    std::vector<std::string> segment;
    bool leading = false;
    for (const std::string& word : split_words(key.substr(begin, i - begin))) {
      for (const std::string& part : decompounded(word, words)) {
        leading = leading || words.leading_words.contains(part);
        segment.push_back(resolved(part, words));
      }
    }
    if (!segment.empty()) {
      tokens.segments.push_back(std::move(segment));
      tokens.leading_word = leading;
    }
    begin = i + width;
    i += width - 1;
  }
  return tokens;
}

std::size_t last_segment(std::string_view key) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t length = separator(key, at);
    at += std::max<std::size_t>(length, 1);
    if (length > 0) begin = at;
  }
  return begin;
}

}  // namespace smtplint::lowering
