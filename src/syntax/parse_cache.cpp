#include "syntax/parse_cache.h"

namespace smtplint {

std::shared_ptr<const ParseCache::Kept> ParseCache::find(std::string_view language, std::string_view text) {
  const std::lock_guard lock(mutex_);
  const auto known = by_text_.find({language, text});
  if (known == by_text_.end()) return nullptr;
  by_use_.splice(by_use_.begin(), by_use_, known->second);
  return known->second->kept;
}

void ParseCache::keep(std::string_view language, std::shared_ptr<const Kept> kept) {
  const std::lock_guard lock(mutex_);
  if (by_text_.contains({language, kept->text})) return;  // another thread was faster
  bytes_ += kept->text.size();
  by_use_.push_front({std::string(language), std::move(kept)});
  by_text_.emplace(by_use_.front().key(), by_use_.begin());
  while (bytes_ > largest_bytes_ && by_use_.size() > 1) {
    const Entry& oldest = by_use_.back();
    bytes_ -= oldest.kept->text.size();
    by_text_.erase(oldest.key());
    by_use_.pop_back();
  }
}

std::size_t ParseCache::size() const {
  const std::lock_guard lock(mutex_);
  return by_use_.size();
}

}  // namespace smtplint
