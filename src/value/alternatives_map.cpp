#include <algorithm>

#include "base/limit.h"
#include "value/alternatives.h"
#include "value/standing_for.h"

namespace smtplint {
namespace {

/// Larger arguments are not searched for alternatives; what hangs on them is unknown.
constexpr std::uint64_t most_searched = 100'000;

struct Combination {
  std::vector<Choice> choices;
  std::vector<std::size_t> taken;  ///< the index taken of each node, in order
};

/// Finds the alternatives, and puts in their place what one combination takes of them.
class Combinations {
 public:
  Combinations(ValueStore& store, Reach reach) : store_(store), reach_(reach) {}

  void collect(Value value, bool inside = false) {
    if (value.is_absent()) return;
    if (value.is(ValueType::alternatives)) {
      empty_ = false;
      if (inside && is_one_unknown(value)) return;
      if (std::ranges::find(nodes_, value.node()) == nodes_.end()) nodes_.push_back(value.node());
      return;
    }
    if (reach_ == Reach::top || value.wholly_known()) return;
    if (value.is_sequence()) {
      for (const Value item : value.items()) collect(item, true);
    } else if (value.is_mapping()) {
      for (const Entry& entry : value.entries()) collect(entry.value, true);
    }
  }

  [[nodiscard]] bool empty() const { return empty_; }

  /// What the first of them stands for; nullptr where all stand for themselves.
  [[nodiscard]] const Reason* stand_for() const {
    for (const ValueNode* node : nodes_) {
      if (const Reason* reason = stands_for(Value(node))) return reason;
    }
    return nullptr;
  }

  /// Takes what stands for something as that.
  void reduce() {
    std::erase_if(nodes_, [](const ValueNode* node) { return stands_for(Value(node)) != nullptr; });
  }

  /// All that can hold together; nothing where there are more than `most_alternatives`.
  [[nodiscard]] std::optional<std::vector<Combination>> all() const {
    std::vector<Combination> combinations(1);
    for (const ValueNode* node : nodes_) {
      std::vector<Combination> longer;
      for (const Combination& combination : combinations)
        extend(combination, Value(node).alternatives(), longer);
      if (longer.size() > most_alternatives) return std::nullopt;
      combinations = std::move(longer);
    }
    return combinations;
  }

  [[nodiscard]] Value under(Value value, const Combination& combination) {
    if (value.is_absent()) return value;
    if (value.is(ValueType::alternatives)) {
      const auto node = static_cast<std::size_t>(std::ranges::find(nodes_, value.node()) - nodes_.begin());
      if (node == nodes_.size()) return as_one_unknown(value);
      return value.alternatives()[combination.taken[node]].value;
    }
    if (reach_ == Reach::top || value.wholly_known()) return value;
    if (value.is_sequence()) return sequence_under(value, combination);
    return value.is_mapping() ? mapping_under(value, combination) : value;
  }

 private:
  /// Inside of a container an alternative that is not known stands for all of them: nothing is lost, since
  /// the result is not known there either way.
  static bool is_one_unknown(Value value) {
    return std::ranges::any_of(value.alternatives(), &Value::is_unknown, &Alternative::value);
  }

  Value as_one_unknown(Value value) {
    for (const Alternative& one : value.alternatives()) {
      if (one.value.is_unknown()) return one.value;
    }
    return store_.as_sensitive(store_.unknown(stands_for(value), value.provenance()), value.sensitive());
  }

  static void extend(const Combination& combination, std::span<const Alternative> alternatives,
                     std::vector<Combination>& longer) {
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      auto choices = joined_choices(combination.choices, alternatives[i].choices);
      if (!choices) continue;
      Combination next{std::move(*choices), combination.taken};
      next.taken.push_back(i);
      longer.push_back(std::move(next));
    }
  }

  Value sequence_under(Value value, const Combination& combination) {
    std::vector<Value> items;
    for (const Value item : value.items()) items.push_back(under(item, combination));
    const Value result = store_.sequence(value.type(), items, value.provenance(), value.rest());
    return store_.as_sensitive(result, value.sensitive());
  }

  Value mapping_under(Value value, const Combination& combination) {
    std::vector<Entry> entries;
    for (const Entry& entry : value.entries()) {
      const Value inner = under(entry.value, combination);
      if (!inner.is_absent()) entries.push_back({entry.key, inner, entry.key_place});
    }
    const Value result = store_.mapping(value.type(), entries, value.provenance(), value.rest());
    return store_.as_sensitive(result, value.sensitive());
  }

  ValueStore& store_;
  Reach reach_;
  std::vector<const ValueNode*> nodes_;
  bool empty_ = true;
};

}  // namespace

Value map_alternatives(ValueStore& store, std::span<const Value> arguments, Reach reach, Place place,
                       const std::function<Value(std::span<const Value>)>& function) {
  Combinations found(store, reach);
  for (const Value argument : arguments) {
    if (argument.size() > most_searched && reach == Reach::everywhere && !argument.wholly_known()) {
      return store.unknown(ReasonKind::limit, to_string(Limit::alternatives), place);
    }
    found.collect(argument);
  }
  if (found.empty()) return function(arguments);
  std::optional<std::vector<Combination>> combinations = found.all();
  const Reason* reason = found.stand_for();
  if (!combinations) {
    found.reduce();
    combinations = found.all();
  }
  if (!combinations || combinations->empty())
    return store.unknown(ReasonKind::limit, to_string(Limit::alternatives), place);
  std::vector<Alternative> results;
  for (const Combination& combination : *combinations) {
    std::vector<Value> taken;
    for (const Value argument : arguments) taken.push_back(found.under(argument, combination));
    results.push_back({function(taken), combination.choices});
  }
  const Value joined = join_alternatives(store, results, place);
  const bool lost = joined.is_unknown() && joined.reason().kind == ReasonKind::conflict;
  if (lost && reason != nullptr) return store.as_sensitive(store.unknown(reason), joined.sensitive());
  return standing_for(store, joined, reason);
}

}  // namespace smtplint
