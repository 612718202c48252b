#include "lsp/analyst.h"

#include <exception>

namespace smtplint::lsp {

Analyst::Analyst(const knowledge::Catalogue& catalogue, std::function<void()> wake)
    : catalogue_(catalogue),
      wake_(std::move(wake)),
      thread_([this](const std::stop_token& end) { work(end); }) {}

Analyst::~Analyst() {
  thread_.request_stop();
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void Analyst::submit(Snapshot snapshot) {
  const std::lock_guard lock(mutex_);
  if (running_ == snapshot.root) stop_.request_stop();
  std::string root = snapshot.root;
  waiting_.insert_or_assign(std::move(root), std::move(snapshot));
  arrived_.notify_one();
}

std::vector<std::shared_ptr<const Analysed>> Analyst::collect() {
  const std::lock_guard lock(mutex_);
  return std::exchange(finished_, {});
}

std::optional<Snapshot> Analyst::take(const std::stop_token& end) {
  std::unique_lock lock(mutex_);
  if (!arrived_.wait(lock, end, [this] { return !waiting_.empty(); })) return std::nullopt;
  auto next = waiting_.extract(waiting_.begin());
  running_ = next.key();
  stop_ = std::stop_source();
  if (end.stop_requested()) return std::nullopt;
  return std::move(next.mapped());
}

/// Nothing that goes wrong in an analysis may end the server.
std::optional<Analysed> Analyst::outcome_of(const Snapshot& snapshot) {
  try {
    return analyse(snapshot, catalogue_, cache_, stop_.get_token());
  } catch (const std::exception& error) {
    Analysed failed;
    failed.root = snapshot.root;
    failed.generation = snapshot.generation;
    failed.error = std::string("internal error: ") + error.what();
    failed.report.sources = std::make_shared<const SourceStore>();
    return failed;
  }
}

void Analyst::work(const std::stop_token& end) {
  while (const auto snapshot = take(end)) {
    auto analysed = outcome_of(*snapshot);
    const std::lock_guard lock(mutex_);
    running_.clear();
    if (!analysed) continue;
    finished_.push_back(std::make_shared<const Analysed>(std::move(*analysed)));
    wake_();
  }
}

}  // namespace smtplint::lsp
