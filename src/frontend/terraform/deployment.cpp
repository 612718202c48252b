#include "frontend/terraform/deployment.h"

#include <algorithm>

#include "base/limit.h"

namespace smtplint::terraform {

Value Deployment::cut_off(Limit limit, Place place) {
  say_cut_off(to_string(limit), place);
  return store.unknown(ReasonKind::limit, to_string(limit), place);
}

void Deployment::say_cut_off(std::string_view limit, Place place) {
  const bool whole_deployment = limit == to_string(Limit::evaluation_steps);
  if (!whole_deployment || !out_of_steps_) add_event({EventKind::limit_reached, place, std::string(limit)});
  out_of_steps_ = out_of_steps_ || whole_deployment;
}

void Deployment::add_event(Event event) {
  if (said_.emplace(event.detail, event.place).second) met.events.push_back(std::move(event));
}

void Deployment::note_file_read(const std::string& path) {
  if (noted_files_.insert(path).second) met.files_read.push_back(path);
}

void Deployment::note_left_out(const std::string& path, const std::string& reason) {
  if (noted_files_.insert(path).second) met.left_out.push_back({path, reason});
}

Referenced Deployment::find(std::string_view address) const {
  const auto found = by_address_.find(address);
  return found == by_address_.end() ? Referenced{} : found->second;
}

std::string Deployment::cycle_through(const Memo& memo) const {
  const auto start = std::ranges::find(running_, &memo, &Running::memo);
  std::string text = "these refer to each other: ";
  for (auto one = start; one != running_.end(); ++one) {
    text += "`" + std::string(one->owner) + "." + std::string(one->name) + "`, ";
    if (one - start > 8) {
      text += "..., ";
      break;
    }
  }
  text.resize(text.size() - 2);
  return text;
}

bool Deployment::enter(Memo& memo, std::string_view owner, std::string_view name, Place place) {
  if (memo.progress == Progress::running) {
    memo.value = refuse(cycle_through(memo), place);
    return false;
  }
  memo.progress = Progress::running;
  running_.push_back({&memo, owner, name});
  return true;
}

void Deployment::leave(Memo& memo, Value value) {
  running_.pop_back();
  memo.value = value;
  memo.progress = Progress::done;
}

}  // namespace smtplint::terraform
