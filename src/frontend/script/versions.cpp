#include "frontend/script/versions.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include "value/equality.h"

namespace smtplint::script {
namespace {

bool same(Value left, Value right) {
  return left.is_absent() ? right.is_absent() : same_value(left, right) == Truth::yes;
}

bool same(const PackageInstalled& left, const PackageInstalled& right) { return same(left.name, right.name); }

bool same(const FileWritten& left, const FileWritten& right) {
  return left.how == right.how && same(left.path, right.path) && same(left.text, right.text);
}

bool same(const CommandRun& left, const CommandRun& right) {
  const auto same_word = [](Value one, Value other) { return same(one, other); };
  return left.into == right.into && same(left.input, right.input) &&
         std::ranges::equal(left.words, right.words, same_word);
}

bool same(const VariableSet& left, const VariableSet& right) {
  return left.name == right.name && left.object == right.object && same(left.value, right.value);
}

bool same_step(const SetupStep& left, const SetupStep& right) {
  if (left.what.index() != right.what.index() || left.branches != right.branches) return false;
  return std::visit(
      [&right](const auto& what) { return same(what, std::get<std::decay_t<decltype(what)>>(right.what)); },
      left.what);
}

/// How many steps all versions have in common where they begin.
std::size_t shared_at_first(const std::vector<Version>& versions) {
  const std::vector<SetupStep>& first = versions.front().steps;
  std::size_t shared = first.size();
  for (const Version& version : versions) {
    const auto parts = std::ranges::mismatch(first, version.steps, same_step);
    shared = std::min(shared, static_cast<std::size_t>(parts.in1 - first.begin()));
  }
  return shared;
}

/// The same where they end, beyond the `before` steps in which they begin alike.
std::size_t shared_at_last(const std::vector<Version>& versions, std::size_t before) {
  const std::vector<SetupStep>& first = versions.front().steps;
  std::size_t shared = first.size() - before;
  for (const Version& version : versions) {
    const auto parts =
        std::mismatch(first.rbegin(), first.rend(), version.steps.rbegin(), version.steps.rend(), same_step);
    shared = std::min(
        {shared, static_cast<std::size_t>(parts.first - first.rbegin()), version.steps.size() - before});
  }
  return shared;
}

}  // namespace

std::vector<SetupStep> joined_steps(std::vector<Version> versions, std::size_t outer) {
  std::vector<SetupStep> all;
  if (versions.empty()) return all;
  const std::size_t before = shared_at_first(versions);
  const std::size_t after = shared_at_last(versions, before);
  const auto take = [&all](std::vector<SetupStep>& steps, std::size_t begin, std::size_t end) {
    std::move(steps.begin() + static_cast<std::ptrdiff_t>(begin),
              steps.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(all));
  };
  take(versions.front().steps, 0, before);
  for (Version& version : versions) {
    for (std::size_t i = before; i < version.steps.size() - after; ++i) {
      std::vector<Choice>& branches = version.steps[i].branches;
      branches.insert(branches.begin() + static_cast<std::ptrdiff_t>(outer), version.choices.begin(),
                      version.choices.end());
    }
    take(version.steps, before, version.steps.size() - after);
  }
  std::vector<SetupStep>& first = versions.front().steps;
  take(first, first.size() - after, first.size());
  return all;
}

std::map<std::string, Value> joined_files(const std::vector<Version>& versions, ValueStore& store) {
  std::map<std::string, Value> files;
  for (const Version& version : versions) {
    for (const auto& [path, text] : version.files) files.try_emplace(path, text);
  }
  for (auto& file : files) {
    const bool everywhere = std::ranges::all_of(versions, [&file](const Version& version) {
      const auto known = version.files.find(file.first);
      return known != version.files.end() && same(known->second, file.second);
    });
    if (!everywhere) file.second = store.unknown(ReasonKind::runtime_only, store.keep(file.first), {});
  }
  return files;
}

}  // namespace smtplint::script
