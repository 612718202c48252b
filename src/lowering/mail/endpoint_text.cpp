#include "lowering/mail/endpoint_text.h"

#include <algorithm>
#include <utility>

#include "base/ip_address.h"

namespace smtplint::lowering {
namespace {

constexpr std::size_t most_endpoints = 16;
constexpr unsigned deepest_placeholder = 4;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Every byte of a character beyond ASCII counts, so that names in other scripts and unknown parts are kept.
bool is_host_byte(char c) {
  return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_' || c == '*' || c == '<' ||
         c == '>' || c == '{' || c == '}' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

TextRange trimmed(std::string_view text, TextRange range) {
  while (range.length > 0 && is_space(text[range.begin])) {
    ++range.begin;
    --range.length;
  }
  while (range.length > 0 && is_space(text[range.begin + range.length - 1])) --range.length;
  return range;
}

/// Where a placeholder that begins here ends, `<your relay>` or `{{ relay }}`; where it begins, if it does
/// not.
std::size_t placeholder_end(std::string_view text, std::size_t begin) {
  constexpr std::pair<std::string_view, std::string_view> brackets[] = {
      {"<", ">"}, {"{{", "}}"}, {"#{", "}#"}, {"#{", "}"}, {"$(", ")"}};
  for (const auto& [open, close] : brackets) {
    if (!text.substr(begin).starts_with(open)) continue;
    const std::size_t end = text.find(close, begin + open.size());
    if (end != std::string_view::npos) return end + close.size();
  }
  return begin;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 255) return false;
  for (std::size_t i = 0; i < host.size();) {
    const std::size_t end = placeholder_end(host, i);
    if (end == i && !is_host_byte(host[i])) return false;
    i = std::max(end, i + 1);
  }
  return true;
}

/// A number, a service's name or a placeholder.
bool is_port_form(std::string_view port) {
  return !port.empty() && std::ranges::all_of(port, [](char c) {
    return is_digit(c) || is_letter(c) || c == '$' || c == '{' || c == '}' || c == '_' || c == '-' ||
           c == ':' || static_cast<unsigned char>(c) >= 0x80;
  });
}

/// `[h]` or `[h]:port`
std::optional<EndpointText> bracketed_endpoint(std::string_view text, TextRange range) {
  const std::string_view whole = range.in(text);
  const std::size_t close = whole.find(']');
  if (close == std::string_view::npos) return std::nullopt;
  EndpointText endpoint{.host = {range.begin + 1, close - 1}, .bracketed = true};
  const std::string_view host = endpoint.host.in(text);
  if (!is_host(host) && !parse_ip_address(host)) return std::nullopt;
  const std::string_view after = whole.substr(close + 1);
  if (after.empty()) return endpoint;
  if (after.front() != ':' || !is_port_form(after.substr(1))) return std::nullopt;
  endpoint.port = {range.begin + close + 2, after.size() - 1};
  return endpoint;
}

std::optional<EndpointText> plain_endpoint(std::string_view text, TextRange range) {
  const std::string_view whole = range.in(text);
  if (whole.starts_with('[')) return bracketed_endpoint(text, range);
  if (parse_ip_address(whole)) return EndpointText{.host = range};
  const std::size_t colon = whole.find(':');
  EndpointText endpoint{.host = {range.begin, std::min(colon, whole.size())}};
  if (!is_host(endpoint.host.in(text))) return std::nullopt;
  if (colon == std::string_view::npos) return endpoint;
  std::size_t port = colon + 1;
  if (port < whole.size() && whole[port] == ':') ++port;
  if (!is_port_form(whole.substr(port))) return std::nullopt;
  endpoint.port = {range.begin + port, whole.size() - port};
  return endpoint;
}

std::optional<EndpointText> url_endpoint(std::string_view text, TextRange range, std::size_t scheme_end) {
  const std::string_view whole = range.in(text);
  const std::size_t authority = scheme_end + 3;
  const std::size_t end = std::min(whole.find_first_of("/?#", authority), whole.size());
  const std::size_t at = whole.substr(0, end).rfind('@');
  const bool has_user = at != std::string_view::npos && at >= authority;
  const std::size_t host = has_user ? at + 1 : authority;
  auto endpoint = plain_endpoint(text, {range.begin + host, end - host});
  if (!endpoint) return std::nullopt;
  endpoint->scheme = {range.begin, scheme_end};
  if (has_user) endpoint->user_info = {range.begin + authority, at - authority};
  return endpoint;
}

std::size_t scheme_length(std::string_view whole) {
  const std::size_t end = whole.find("://");
  if (end == std::string_view::npos || end == 0) return 0;
  const bool letters = std::ranges::all_of(whole.substr(0, end), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return letters ? end : 0;
}

/// Where the items of a list part. A URL may hold `,` and `;` in its password: only spaces part URLs.
std::vector<TextRange> items_of(std::string_view text, TextRange range) {
  const bool urls = range.in(text).find("://") != std::string_view::npos;
  std::vector<TextRange> items;
  std::size_t begin = range.begin;
  const std::size_t end = range.begin + range.length;
  for (std::size_t i = begin; i <= end && items.size() < most_endpoints; ++i) {
    i = std::max(i, std::min(placeholder_end(text.substr(0, end), i), end));
    if (i < end && !is_space(text[i]) && (urls || (text[i] != ',' && text[i] != ';'))) continue;
    if (i > begin) items.push_back({begin, i - begin});
    begin = i + 1;
  }
  return items;
}

/// `to be set`: bare words beside each other are a sentence, no list of servers.
bool is_prose(std::string_view text, const std::vector<TextRange>& items) {
  const auto is_word = [text](TextRange item) {
    return std::ranges::all_of(item.in(text), [](char c) { return is_letter(c) || c == '-' || c == '_'; });
  };
  const std::size_t end = items.empty() ? 0 : items.back().begin + items.back().length;
  const bool separated = text.substr(0, end).find_first_of(",;") != std::string_view::npos;
  return items.size() > 1 && !separated && std::ranges::all_of(items, is_word);
}

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// The inside of `failover(a b)`.
TextRange without_call(std::string_view text, TextRange range) {
  const std::string_view whole = range.in(text);
  const std::size_t open = whole.find('(');
  if (open == std::string_view::npos || open == 0 || whole.back() != ')') return range;
  if (!std::ranges::all_of(whole.substr(0, open), is_letter)) return range;
  return trimmed(text, {range.begin + open + 1, whole.size() - open - 2});
}

}  // namespace

std::vector<EndpointText> endpoints_in(std::string_view text) {
  const TextRange range = without_call(text, trimmed(text, {0, text.size()}));
  const std::vector<TextRange> items = items_of(text, range);
  std::vector<EndpointText> endpoints;
  if (is_prose(text, items)) return endpoints;
  if (items.size() == 2 && !is_number(items[0].in(text)) && is_number(items[1].in(text))) {
    auto endpoint = plain_endpoint(text, items[0]);
    if (endpoint && endpoint->port.length == 0) endpoint->port = items[1];
    if (endpoint) endpoints.push_back(*endpoint);
    return endpoints;
  }
  for (const TextRange& item : items) {
    const std::size_t scheme = scheme_length(item.in(text));
    auto endpoint = scheme > 0 ? url_endpoint(text, item, scheme) : plain_endpoint(text, item);
    if (endpoint) endpoints.push_back(*endpoint);
  }
  return endpoints;
}

std::optional<Overridable> overridable_in(std::string_view text) {
  TextRange inside = trimmed(text, {0, text.size()});
  std::optional<Overridable> result;
  for (unsigned depth = 0; depth < deepest_placeholder; ++depth) {
    const std::string_view whole = inside.in(text);
    if (!whole.starts_with("${") || !whole.ends_with('}')) break;
    const std::size_t colon = whole.find(':');
    const std::size_t name_end = std::min(colon, whole.size() - 1);
    const std::string_view name = whole.substr(2, name_end - 2);
    if (name.empty() || name.find_first_of("${} ") != std::string_view::npos) break;
    if (!result) result = Overridable{.name = name};
    result->has_value = colon != std::string_view::npos;
    if (!result->has_value) return result;
    std::size_t value = colon + 1;
    if (value < whole.size() - 1 && whole[value] == '-') ++value;
    inside = {inside.begin + value, whole.size() - 1 - value};
    result->value = inside;
  }
  return result;
}

}  // namespace smtplint::lowering
