#include "frontend/deployment/evaluation_state.h"

#include <algorithm>

namespace smtplint::deployment {

Value EvaluationState::cut_off(Limit limit, Place place) {
  add_event({EventKind::limit_reached, place, std::string(to_string(limit))});
  return store.unknown(ReasonKind::limit, to_string(limit), place);
}

void EvaluationState::add_event(const Event& event) {
  const bool limit = event.kind == EventKind::limit_reached;
  const bool said = std::ranges::any_of(met.events, [&event, limit](const Event& one) {
    return one.kind == event.kind && one.detail == event.detail && (limit || one.place == event.place);
  });
  if (!said) met.events.push_back(event);
}

void EvaluationState::note_left_out(const std::string& path, const std::string& reason) {
  const bool said = std::ranges::any_of(
      met.left_out, [&](const LeftOut& one) { return one.path == path && one.reason == reason; });
  if (!said) met.left_out.push_back({path, reason});
}

void EvaluationState::note_file_read(const std::string& path) {
  if (std::ranges::find(met.files_read, path) == met.files_read.end()) met.files_read.push_back(path);
}

Value EvaluationState::take(Memo& memo, std::string_view what, Place place,
                            const std::function<Value()>& compute) {
  if (memo.done) return memo.value;
  if (memo.running) return refuse("`" + std::string(what) + "` refers to itself", place);
  memo.running = true;
  memo.value = compute();
  memo.running = false;
  memo.done = true;
  return memo.value;
}

}  // namespace smtplint::deployment
