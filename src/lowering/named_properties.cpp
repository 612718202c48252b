#include "lowering/named_properties.h"

#include <utility>

namespace smtplint::lowering {
namespace {

constexpr unsigned most_nesting = 6;
constexpr std::size_t most_values = 10000;  ///< that one search looks at

class Search {
 public:
  explicit Search(const knowledge::Pattern& names) : names_(names) {}

  void property(const std::string& parent, std::string_view name, Value value, Place place, unsigned depth) {
    if (names_.matches(name)) {
      found_.push_back({parent, std::string(name), value, place});
    } else {
      inside(parent.empty() ? std::string(name) : parent + "." + std::string(name), value, depth + 1);
    }
  }

  [[nodiscard]] std::vector<NamedProperty> found() && { return std::move(found_); }

 private:
  void inside(const std::string& path, Value value, unsigned depth) {
    if (depth > most_nesting || ++looked_at_ > most_values) return;
    if (value.is_mapping()) {
      for (const Entry& entry : value.entries()) {
        property(path, entry.key, entry.value, entry.key_place, depth);
      }
    } else if (value.is_sequence()) {
      for (std::size_t i = 0; i < value.items().size(); ++i) {
        inside(path + "[" + std::to_string(i) + "]", value.items()[i], depth + 1);
      }
    }
  }

  const knowledge::Pattern& names_;
  std::vector<NamedProperty> found_;
  std::size_t looked_at_ = 0;
};

}  // namespace

std::vector<NamedProperty> properties_named(const knowledge::Pattern& names, const PropertyReader& reader) {
  Search search(names);
  for (const std::string_view name : reader.properties().names()) {
    search.property("", name, reader.get(name), reader.properties().name_place(name), 0);
  }
  return std::move(search).found();
}

}  // namespace smtplint::lowering
