#include "fix/edits.h"

#include <algorithm>
#include <iterator>

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

/// Where an edit belongs among others: the first that does not begin before it.
std::vector<Edit>::const_iterator place_of(const Edit& edit, const std::vector<Edit>& edits) {
  return std::ranges::lower_bound(edits, edit.place.span.begin, {},
                                  [](const Edit& one) { return one.place.span.begin; });
}

bool fits(const Edit& edit, const EditSet& set) {
  const auto file = set.by_file.find(edit.place.source);
  if (file == set.by_file.end()) return true;
  const auto next = place_of(edit, file->second);
  const auto free = [&edit](const Edit& made) {
    return same(made, edit) || !overlap(made.place.span, edit.place.span);
  };
  return (next == file->second.end() || free(*next)) &&
         (next == file->second.begin() || free(*std::prev(next)));
}

void add(const Edit& edit, EditSet& set) {
  std::vector<Edit>& edits = set.by_file[edit.place.source];
  const auto next = place_of(edit, edits);
  if (next == edits.end() || !same(*next, edit)) edits.insert(next, edit);
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
