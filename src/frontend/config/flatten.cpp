#include "frontend/config/flatten.h"

#include <algorithm>
#include <deque>

#include "base/letter_case.h"

namespace smtplint::config {
namespace {

const Member* member_of(const Node& map, std::string_view name) {
  const auto same = [name](const Member& member) { return equal_ignoring_case(member.name, name); };
  const auto found = std::ranges::find_if(map.members, same);
  return found == map.members.end() ? nullptr : &*found;
}

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         c == '-';
}

/// Of `SMTP_PORT=25` the length of the name; 0 where a text is no such assignment.
std::size_t assigned_name(const Node& item) {
  if (item.kind != Node::Kind::text || item.span.length() != item.text.size()) return 0;
  const std::size_t equals = item.text.find('=');
  if (equals == std::string::npos) return 0;
  const std::string_view name = std::string_view(item.text).substr(0, equals);
  return std::ranges::all_of(name, is_name_character) ? equals : 0;
}

/// What an entry of an environment says that names its value elsewhere: a secret, a field.
const Node elsewhere{Node::Kind::elsewhere, {}, {}, {}, {}};

class Flattener {
 public:
  Flattener(std::string_view separator, std::size_t most, std::deque<Node>& made)
      : separator_(separator), most_(most), made_(made) {}

  void walk(const Node& node, const std::string& path, Span key) {
    switch (node.kind) {
      case Node::Kind::map:
        for (const Member& member : node.members)
          walk(member.value, joined(path, member.name), member.name_span);
        return;
      case Node::Kind::list:
        for (std::size_t i = 0; i < node.items.size(); ++i) add_item(node.items[i], path, i, key);
        return;
      case Node::Kind::null:
      case Node::Kind::text:
      case Node::Kind::elsewhere:
      case Node::Kind::computed:
      case Node::Kind::choice:
        if (entries_.size() < most_) entries_.push_back({path, key, &node});
        return;
    }
  }

  std::vector<Entry> finish() { return std::move(entries_); }

 private:
  [[nodiscard]] std::string joined(const std::string& path, const std::string& name) const {
    return path.empty() ? name : path + std::string(separator_) + name;
  }

  void add_item(const Node& item, const std::string& path, std::size_t index, Span key) {
    if (item.kind == Node::Kind::map && add_pair(item, path)) return;
    if (const std::size_t name = assigned_name(item); name > 0) {
      const std::size_t begin = item.span.begin + name + 1;
      made_.push_back(text_node(begin, item.span.end, item.text.substr(name + 1)));
      walk(made_.back(), joined(path, item.text.substr(0, name)), span_of(item.span.begin, begin - 1));
      return;
    }
    walk(item, path + "[" + std::to_string(index) + "]", key);
  }

  /// `{name: SMTP_PORT, value: 25}`
  bool add_pair(const Node& item, const std::string& path) {
    const Member* name = member_of(item, "name");
    if (name == nullptr || name->value.kind != Node::Kind::text) return false;
    const std::string inner = joined(path, name->value.text);
    if (const Member* value = member_of(item, "value")) {
      walk(value->value, inner, name->value.span);
      return true;
    }
    if (member_of(item, "valueFrom") == nullptr) return false;
    walk(elsewhere, inner, name->value.span);
    return true;
  }

  std::string_view separator_;
  std::size_t most_;
  std::deque<Node>& made_;
  std::vector<Entry> entries_;
};

}  // namespace

Flat flatten(const Node& document, std::string_view separator, std::size_t most) {
  Flat flat;
  Flattener flattener(separator, most, flat.made);
  flattener.walk(document, "", document.span);
  flat.entries = flattener.finish();
  return flat;
}

}  // namespace smtplint::config
