#include "lowering/machine/setups.h"

#include <algorithm>

#include "lowering/mail/framework_drafts.h"

namespace smtplint::lowering {

Setups::Setups(const knowledge::Mta& mta, ValueStore& store, Bases bases)
    : mta_(mta), store_(store), keys_(keys_of(mta.form())), bases_(std::move(bases)) {
  add();
}

SetupWriter& Setups::add() {
  const std::size_t number = writers_.size();
  std::vector<Choice> base = number < bases_.size() ? bases_[number] : std::vector<Choice>();
  writers_.push_back({SetupWriter(mta_, keys_, store_, std::move(base))});
  return writers_.back().writer;
}

SetupWriter& Setups::begin(const std::string& name) {
  by_name_[name] = writers_.size();
  return add().at(*step_);
}

SetupWriter& Setups::begin_part(const std::string& name) {
  SetupWriter& part = begin(name);
  writers_.back().of_file = true;
  return part;
}

SetupWriter* Setups::find(const std::string& name) {
  const auto known = by_name_.find(name);
  return known == by_name_.end() ? nullptr : &writers_[known->second].writer.at(*step_);
}

std::vector<SetupWriter*> Setups::below(std::string_view prefix) {
  std::vector<SetupWriter*> found;
  for (auto known = by_name_.lower_bound(prefix); known != by_name_.end() && known->first.starts_with(prefix);
       ++known) {
    Entry& entry = writers_[known->second];
    if (entry.counts) found.push_back(&entry.writer.at(*step_));
  }
  return found;
}

void Setups::forget_below(std::string_view prefix) {
  auto known = by_name_.lower_bound(prefix);
  while (known != by_name_.end() && known->first.starts_with(prefix)) {
    writers_[known->second].counts = false;
    known = by_name_.erase(known);
  }
}

void Setups::set_aside(const std::string& name) { writers_[by_name_.at(name)].counts = false; }

Setups::Bases Setups::bases() const {
  Bases bases;
  for (const Entry& entry : writers_) bases.push_back(entry.writer.shared_branches());
  return bases;
}

std::vector<ProgramSetup> Setups::finish() {
  std::vector<ProgramSetup> found;
  const bool parts = std::ranges::any_of(writers_, [](const Entry& entry) {
    return entry.counts && entry.of_file && entry.writer.setup().present();
  });
  Entry& program = writers_.front();
  program.counts = !parts || program.writer.has_any(mta_.form().host);
  for (Entry& entry : writers_) {
    if (entry.counts && entry.writer.setup().present()) found.push_back(entry.writer.finish());
  }
  return found;
}

}  // namespace smtplint::lowering
