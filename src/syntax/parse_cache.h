#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace smtplint {

/// Typed trees by language and text, kept from one analysis to the next. A tree is a function of these two
/// alone (and of the limits of the catalogue, so that a cache belongs to one catalogue): nothing that comes
/// out depends on what is kept. Safe to use from several threads.
class ParseCache {
 public:
  static constexpr std::size_t usual_bytes = std::size_t{64} << 20u;

  /// Keeps the trees that were used last, of texts of at most `largest_bytes` together, and always one.
  explicit ParseCache(std::size_t largest_bytes = usual_bytes) : largest_bytes_(largest_bytes) {}

  /// The tree that `parse` makes of a text. It stays valid without the text that was handed over, since it is
  /// that of a copy.
  template <typename Tree, typename Parse>
  [[nodiscard]] std::shared_ptr<const Tree> tree(std::string_view language, std::string_view text,
                                                 const Parse& parse) {
    if (auto known = find(language, text)) return {known, static_cast<const Tree*>(known->tree.get())};
    auto kept = std::make_shared<Kept>();
    kept->text = text;
    kept->tree = parse(std::string_view(kept->text));
    const auto* made = static_cast<const Tree*>(kept->tree.get());
    keep(language, kept);
    return {std::move(kept), made};
  }

  [[nodiscard]] std::size_t size() const;

 private:
  struct Kept {
    std::string text;
    std::shared_ptr<const void> tree;
  };
  using Key = std::pair<std::string_view, std::string_view>;  ///< language and text; the text is the entry's
  struct Entry {
    std::string language;
    std::shared_ptr<const Kept> kept;

    [[nodiscard]] Key key() const { return {language, kept->text}; }
  };

  [[nodiscard]] std::shared_ptr<const Kept> find(std::string_view language, std::string_view text);
  void keep(std::string_view language, std::shared_ptr<const Kept> kept);

  std::size_t largest_bytes_;
  mutable std::mutex mutex_;
  std::list<Entry> by_use_;  ///< the last used first
  std::map<Key, std::list<Entry>::iterator> by_text_;
  std::size_t bytes_ = 0;
};

}  // namespace smtplint
