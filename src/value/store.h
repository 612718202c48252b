#pragma once

#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "value/provenance.h"
#include "value/value.h"

namespace smtplint {

/// Makes and owns the values of one deployment: everything made here lives as long as the store.
/// Not for use from several threads.
class ValueStore {
 public:
  ValueStore() = default;
  ValueStore(const ValueStore&) = delete;
  ValueStore& operator=(const ValueStore&) = delete;

  [[nodiscard]] ProvenanceGraph& provenance() { return provenance_; }
  [[nodiscard]] const ProvenanceGraph& provenance() const { return provenance_; }
  ProvenanceId step(How how, Place place, std::string_view name = {}, ProvenanceId from = no_provenance) {
    return provenance_.add({how, place, name, from});
  }

  /// A copy of the text that lives as long as the store.
  std::string_view keep(std::string_view text);
  /// The same copy for all equal names: keys of objects stand in very many of them.
  std::string_view keep_name(std::string_view name);
  template <typename T>
  std::span<const T> keep(const std::vector<T>& items) {
    if (items.empty()) return {};
    auto* copy = static_cast<T*>(arena_.allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), copy);
    return {copy, items.size()};
  }

  Value null(ProvenanceId origin = no_provenance);
  Value boolean(bool value, ProvenanceId origin = no_provenance);
  Value integer(std::int64_t value, ProvenanceId origin = no_provenance);
  /// `text` must be what `canonical_number` gives.
  Value number(std::string_view text, ProvenanceId origin = no_provenance);
  /// One derived piece at the place of `origin`.
  Value string(std::string_view chars, ProvenanceId origin = no_provenance);
  /// With pieces; see `TextBuilder`.
  Value string(const Text& kept, ProvenanceId origin);
  Value sequence(ValueType type, const std::vector<Value>& items, ProvenanceId origin = no_provenance,
                 const Reason* rest = nullptr);
  /// Sequences and mappings that are nested deeper than `deepest_value` are unknown (`limit`).
  /// Keys must be unique; Terraform's are sorted by the caller.
  Value mapping(ValueType type, const std::vector<Entry>& entries, ProvenanceId origin = no_provenance,
                const Reason* rest = nullptr);
  Value reference(std::string_view address, std::string_view path, ProvenanceId origin = no_provenance);
  const Reason* reason(ReasonKind kind, std::string_view name, Place place = {});
  Value unknown(const Reason* reason, ProvenanceId origin = no_provenance);
  Value unknown(ReasonKind kind, std::string_view name, Place place = {});
  /// Flattens nested alternatives, drops contradictions, joins equal values; a single one left is
  /// that value, more than `most_alternatives` are unknown (`limit`).
  Value alternatives(const std::vector<Alternative>& choices, Place place);

  /// The same value after one more step.
  Value with_provenance(Value value, ProvenanceId provenance);
  Value with_step(Value value, How how, Place place, std::string_view name = {});
  /// The element after being taken out of the container at `place`.
  Value with_element_step(Value element, Value container, Place place, std::string_view name = {});
  Value as_sensitive(Value value, bool sensitive = true);
  /// Sensitive, since somebody declared it so: no output may show the texts that it was made of.
  Value as_declared_secret(Value value);
  /// The places of those texts.
  [[nodiscard]] const std::vector<Place>& declared_secrets() const { return declared_secrets_; }
  Value as_defaulted(Value value);
  Value with_type(Value value, ValueType type);
  /// See `standing_for`.
  Value with_stand_in(Value alternatives, const Reason* stands_for);

 private:
  void note_secret(Value value);
  ValueNode& make(ValueType type, ProvenanceId origin);
  ValueNode& copy_of(Value value);
  Value bounded(const ValueNode& container);

  std::pmr::monotonic_buffer_resource arena_{1u << 16u};
  std::unordered_set<std::string_view> names_;
  ProvenanceGraph provenance_;
  std::vector<Place> declared_secrets_;
};

}  // namespace smtplint
