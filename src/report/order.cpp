#include "report/order.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace smtplint::report {
namespace {

std::string_view text_of(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view{};
}

/// Offsets order the places of one file as lines and columns do.
using PlaceKey = std::tuple<bool, std::string_view, std::uint32_t>;

PlaceKey place_key(const Report& report, Place place) {
  if (!place.known()) return {true, {}, 0};
  return {false, report.sources->get(place.source).path(), place.span.begin};
}

auto key_of(const Report& report, const Finding& finding) {
  const auto address = finding.sender ? text_of(finding.sender->address) : std::string_view{};
  const auto host = finding.destination ? text_of(finding.destination->host) : std::string_view{};
  return std::tuple(place_key(report, finding.location.value_or(Place{})), std::string_view(finding.rule),
                    address, host, std::string_view(finding.message));
}

auto key_of(const Report& report, const SenderRow& row) {
  return std::tuple(place_key(report, row.location), text_of(row.sender.address),
                    text_of(row.destination.host), row.destination.port, row.verdict);
}

auto key_of(const Report&, const AnalysedFile& file) { return std::string_view(file.path); }
auto key_of(const Report&, const SkippedFile& file) {
  return std::tuple(std::string_view(file.path), std::string_view(file.reason));
}

template <typename T>
std::vector<const T*> ordered(const Report& report, const std::vector<T>& entries) {
  std::vector<std::pair<decltype(key_of(report, entries.front())), const T*>> keyed;
  keyed.reserve(entries.size());
  for (const T& entry : entries) keyed.emplace_back(key_of(report, entry), &entry);
  std::ranges::stable_sort(keyed, {}, [](const auto& pair) { return pair.first; });
  std::vector<const T*> result;
  result.reserve(keyed.size());
  for (const auto& pair : keyed) result.push_back(pair.second);
  return result;
}

}  // namespace

std::vector<const Finding*> ordered_findings(const Report& report) {
  return ordered(report, report.findings);
}
std::vector<const SenderRow*> ordered_senders(const Report& report) {
  return ordered(report, report.senders);
}
std::vector<const AnalysedFile*> ordered_analysed(const Report& report) {
  return ordered(report, report.analysed);
}
std::vector<const SkippedFile*> ordered_not_analysed(const Report& report) {
  return ordered(report, report.not_analysed);
}

}  // namespace smtplint::report
