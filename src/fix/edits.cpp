#include "fix/edits.h"

#include <algorithm>

#include "base/assert.h"

namespace smtplint::fix {
namespace {

bool same(const Edit& left, const Edit& right) {
  return left.place == right.place && left.text == right.text;
}

/// An insertion has no length, and still two of them at one place have no order.
bool overlap(Span left, Span right) {
  if (left.begin == right.begin) return true;
  return left.begin < right.end && right.begin < left.end;
}

bool fits(const Edit& edit, const EditSet& set) {
  const auto file = set.by_file.find(edit.place.source);
  if (file == set.by_file.end()) return true;
  return std::ranges::none_of(file->second, [&edit](const Edit& made) {
    return !same(made, edit) && overlap(made.place.span, edit.place.span);
  });
}

void add(const Edit& edit, EditSet& set) {
  std::vector<Edit>& edits = set.by_file[edit.place.source];
  if (std::ranges::any_of(edits, [&edit](const Edit& made) { return same(made, edit); })) return;
  const auto behind = std::ranges::find_if(
      edits, [&edit](const Edit& made) { return edit.place.span.begin < made.place.span.begin; });
  edits.insert(behind, edit);
}

}  // namespace

EditSet joined(std::span<const Fix* const> fixes) {
  EditSet set;
  for (const Fix* fix : fixes) {
    if (!std::ranges::all_of(fix->edits, [&set](const Edit& edit) { return fits(edit, set); })) {
      ++set.refused;
      continue;
    }
    for (const Edit& edit : fix->edits) add(edit, set);
  }
  return set;
}

std::string edited(std::string_view text, std::span<const Edit> edits) {
  std::string result;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    SMTPLINT_ASSERT(done <= edit.place.span.begin && edit.place.span.end <= text.size());
    result += text.substr(done, edit.place.span.begin - done);
    result += edit.text;
    done = edit.place.span.end;
  }
  result += text.substr(done);
  return result;
}

}  // namespace smtplint::fix
