#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/functions/result_text.h"

/// Addresses and what they are made of. What Azure would write in another way (default ports, escapes, steps
/// in the path, capitals) is not documented and unknown.
namespace smtplint::deployment::functions {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view digits = "0123456789";

constexpr std::array<std::pair<std::string_view, std::int64_t>, 9> default_ports = {{{"ftp", 21},
                                                                                     {"gopher", 70},
                                                                                     {"http", 80},
                                                                                     {"https", 443},
                                                                                     {"ldap", 389},
                                                                                     {"nntp", 119},
                                                                                     {"telnet", 23},
                                                                                     {"ws", 80},
                                                                                     {"wss", 443}}};

bool is_default_port(std::string_view scheme, std::int64_t port) {
  return std::ranges::find(default_ports, std::pair(scheme, port)) != default_ports.end();
}

bool made_of(std::string_view text, std::string_view more) {
  return std::ranges::all_of(text, [more](char c) {
    return letters.find(c) != std::string_view::npos || digits.find(c) != std::string_view::npos ||
           more.find(c) != std::string_view::npos;
  });
}

bool is_scheme(std::string_view text) {
  return !text.empty() && made_of(text, "+-.") && letters.find(text.front()) != std::string_view::npos;
}

bool is_host(std::string_view text) { return !text.empty() && made_of(text, "-."); }

bool stays_as_it_is(std::string_view path_or_query) {
  const std::string lowered = lower_case(path_or_query);
  return made_of(lowered, "-._~/?&=+,:;@$!*()") && lowered.find("/.") == std::string::npos;
}

bool is_path(std::string_view text) {
  return text.starts_with('/') && text.find('?') == std::string_view::npos && stays_as_it_is(text);
}

bool is_query(std::string_view text) { return text.starts_with('?') && stays_as_it_is(text); }

std::optional<std::int64_t> port_of(std::string_view text) {
  std::int64_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && port >= 0 && port <= 65535 ? std::optional(port) : std::nullopt;
}

/// Does the known text of a part satisfy this, whatever stands in its holes?
bool fits(Value part, bool (*is)(std::string_view)) {
  std::string known;
  for (const Segment& segment : segments_of(part.text()))
    known += segment.known ? part.text().chars.substr(segment.begin, segment.length) : "x";
  return is(known);
}

}  // namespace

Value parse_uri(Call& call) {
  const Value address = call.arguments[0];
  const std::string_view chars = call.chars(0);
  const std::size_t mark = chars.find("://");
  if (mark == std::string_view::npos) return call.unsupported();
  const std::size_t host = mark + 3, behind = std::min(chars.find_first_of("/?#", host), chars.size());
  const std::size_t end = std::min(chars.find('#', behind), chars.size());
  const std::size_t query = std::min(chars.find('?', behind), end);
  const std::size_t host_end = std::min(chars.find(':', host), behind);
  const std::string_view scheme = chars.substr(0, mark);
  if (!is_scheme(scheme) || !is_host(chars.substr(host, host_end - host))) return call.unsupported();
  std::vector<Entry> entries;
  const auto add = [&](std::string_view name, std::size_t begin, std::size_t to) {
    entries.push_back({name, call.handed_on(text_part(call.store(), address, begin, to - begin)), {}});
  };
  add("scheme", 0, mark);
  add("host", host, host_end);
  if (host_end < behind) {
    const std::size_t begin = host_end + 1;
    const auto port = port_of(chars.substr(begin, behind - begin));
    if (!port) return call.unsupported();
    const TextOrigin origin = text_origin(call.store(), address, begin, behind - begin);
    const ProvenanceId written = call.store().step(How::literal, origin.place);
    if (!is_default_port(scheme, *port))
      entries.push_back({"port", call.handed_on(call.store().integer(*port, written)), {}});
  }
  if (is_path(chars.substr(behind, query - behind))) add("path", behind, query);
  if (is_query(chars.substr(query, end - query))) add("query", query, end);
  const Reason* rest = call.store().reason(ReasonKind::unsupported_function, call.name(), call.place());
  return call.object(entries, rest);
}

Value build_uri(Call& call) {
  const Value parts = call.arguments[0];
  if (parts.rest() != nullptr) return call.unknown_because(parts);
  const auto part = [&](std::string_view name) {
    const Value found = parts.find_ignoring_case(name);
    return found.is_unset() ? Value() : as_text(call.store(), found, call.place());
  };
  const Value scheme = part("scheme"), host = part("host"), port = part("port"), path = part("path");
  const Value query = part("query");
  if (scheme.is_absent() || host.is_absent()) return call.refuse();
  if (!scheme.wholly_known()) return call.unknown_because(scheme);
  if (!is_scheme(scheme.text().chars) || !fits(host, is_host)) return call.unsupported();
  ResultText result(call);
  result.add_all(scheme);
  result.add("://");
  result.add_all(host);
  if (!port.is_absent()) {
    if (!port.wholly_known()) return call.unknown_because(port);
    const auto number = port_of(port.text().chars);
    if (!number || is_default_port(scheme.text().chars, *number)) return call.unsupported();
    result.add(":");
    result.add_all(port);
  }
  const bool has_path = !path.is_absent() && !path.text().chars.empty();
  const bool has_query = !query.is_absent() && !query.text().chars.empty();
  if ((has_path && !fits(path, is_path)) || (has_query && !fits(query, is_query))) return call.unsupported();
  has_path ? result.add_all(path) : result.add("/");
  if (has_query) result.add_all(query);
  return result.finish();
}

}  // namespace smtplint::deployment::functions
