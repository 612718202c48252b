#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "base/span.h"
#include "value/number.h"
#include "value/provenance.h"
#include "value/reason.h"
#include "value/truth.h"

namespace smtplint {

enum class ValueType : std::uint8_t {
  null,
  boolean,
  number,
  string,
  list,          ///< elements of one type
  set,           ///< elements of one type, ordered and without repetition
  tuple,         ///< elements of any type
  map,           ///< values of one type, keys in order
  object,        ///< attributes of any type
  reference,     ///< a resource, or something of it that is known only once it is deployed
  unknown,       ///< not known, with its reason
  alternatives,  ///< one of several scalars
};

class Value;
struct ValueNode;

/// A resource's attribute (or the resource itself where `path` is empty) as a symbol: two equal
/// references mean the same thing without anybody knowing its value.
struct Reference {
  std::string_view address;  ///< of the resource instance: `module.net.azurerm_subnet.a["x"]`
  std::string_view path;     ///< `id`, `ip_configuration[0].private_ip_address`

  bool operator==(const Reference&) const = default;
};

enum class PieceKind : std::uint8_t {
  verbatim,   ///< byte for byte as in the source
  derived,    ///< made of the source text at `place`: an escape, a converted number, a call's result
  hole,       ///< not known; stands as `hole_text`
  reference,  ///< a symbol; stands as `hole_text`
};

/// One part of a string's text. Pieces are in order, without gaps or overlaps.
struct Piece {
  std::uint32_t begin = 0;  ///< in the text of the string
  std::uint32_t length = 0;
  PieceKind kind = PieceKind::derived;
  Place place;  ///< verbatim: exactly these bytes; else what the piece was made of
  ProvenanceId origin = no_provenance;
  const Reason* reason = nullptr;        ///< of a hole
  const Reference* reference = nullptr;  ///< of a reference
};

/// What stands in a text for a part that is not known (U+FFFC, OBJECT REPLACEMENT CHARACTER).
inline constexpr std::string_view hole_text = "\xef\xbf\xbc";

/// What a string was made of by a function, so that undoing it loses no piece.
enum class TextEncoding : std::uint8_t { plain, base64, base64_gzip };

/// A string's text, as views into its store. Without pieces the whole text is one derived piece at the
/// value's own place.
struct Text {
  std::string_view chars;
  std::span<const Piece> pieces;
  TextEncoding encoding = TextEncoding::plain;
  const ValueNode* encoded = nullptr;  ///< the string that was encoded; nullptr where it is plain

  [[nodiscard]] bool has_holes() const;
};

/// One attribute of an object or one entry of a map.
struct Entry;

/// A condition that could not be decided, and the branch under which an alternative holds.
struct Choice {
  std::uint32_t condition = 0;
  bool taken = false;

  bool operator==(const Choice&) const = default;
};

struct Alternative;

/// An immutable handle to a value in a `ValueStore`, which must outlive it. A handle to nothing is
/// an absent value: nothing was written.
class Value {
 public:
  Value() = default;
  explicit Value(const ValueNode* node) : node_(node) {}

  [[nodiscard]] bool is_absent() const { return node_ == nullptr; }
  /// Absent, or written as null: both mean that the resource's own default counts.
  [[nodiscard]] bool is_unset() const;
  [[nodiscard]] ValueType type() const;
  [[nodiscard]] bool is(ValueType type) const { return node_ != nullptr && this->type() == type; }
  [[nodiscard]] bool is_unknown() const { return is(ValueType::unknown); }
  [[nodiscard]] bool is_sequence() const;  ///< list, set or tuple
  [[nodiscard]] bool is_mapping() const;   ///< map or object
  [[nodiscard]] bool is_scalar() const;    ///< boolean, number or string
  /// True where the value, and everything in it, is known: no hole, symbol or alternative anywhere.
  [[nodiscard]] bool wholly_known() const;
  /// How many values are in it, itself included, each as often as it stands there. A walk costs so many
  /// steps.
  [[nodiscard]] std::uint64_t size() const;

  // Each of these asserts the type it needs.
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] const Number& number() const;
  [[nodiscard]] Text text() const;
  [[nodiscard]] std::span<const Value> items() const;
  [[nodiscard]] std::span<const Entry> entries() const;
  [[nodiscard]] const Reason& reason() const;
  [[nodiscard]] const Reference& reference() const;
  [[nodiscard]] std::span<const Alternative> alternatives() const;

  /// Of a sequence or mapping: there may be more in it, for this reason; nullptr where it is complete.
  [[nodiscard]] const Reason* rest() const;
  /// The value under a key; absent where there is none (which proves nothing where `rest` is set).
  [[nodiscard]] Value find(std::string_view key) const;
  /// The same, comparing names as Azure Resource Manager does, without case.
  [[nodiscard]] Value find_ignoring_case(std::string_view key) const;

  [[nodiscard]] bool sensitive() const;
  /// Given by a table of defaults, not written by anybody.
  [[nodiscard]] bool defaulted() const;
  [[nodiscard]] ProvenanceId provenance() const;
  [[nodiscard]] const ValueNode* node() const { return node_; }

 private:
  const ValueNode* node_ = nullptr;
};

struct Entry {
  std::string_view key;
  Value value;
  Place key_place;
};

/// At most `most_alternatives`; two whose choices contradict each other never hold together.
struct Alternative {
  Value value;
  std::span<const Choice> choices;
};
inline constexpr std::size_t most_alternatives = 8;

/// Lists and objects nested deeper are unknown (`limit`), so that every walk through a value is bounded.
inline constexpr std::uint32_t deepest_value = 500;

/// What was encoded, and how, so that decoding it gives back the very same string.
struct EncodedString {
  TextEncoding encoding = TextEncoding::plain;
  const ValueNode* string = nullptr;
};

/// A `Text` as a node holds it.
struct HeldText {
  const char* chars = nullptr;
  std::uint32_t length = 0;
  std::uint32_t piece_count = 0;
  const Piece* pieces = nullptr;
  const EncodedString* encoded = nullptr;  ///< nullptr where it is plain
};

/// The elements of a sequence, or the entries of a mapping.
template <typename T>
struct HeldItems {
  const T* first = nullptr;
  std::uint32_t count = 0;
  std::uint32_t depth = 0;       ///< how deep lists and objects are nested in it
  std::uint64_t inner_size = 0;  ///< of everything in it
  const Reason* rest = nullptr;  ///< why there may be more
};

struct HeldAlternatives {
  std::span<const Alternative> choices;
  const Reason* stands_for = nullptr;
};

/// There may be millions of them: `content` has only what the type needs, and a test holds their size.
struct ValueNode {
  ValueType type = ValueType::null;
  bool sensitive = false;
  bool defaulted = false;
  bool items_known = true;  ///< everything in a sequence or mapping is wholly known
  ProvenanceId provenance = no_provenance;
  std::variant<std::monostate, bool, Number, HeldText, HeldItems<Value>, HeldItems<Entry>, const Reference*,
               const Reason*, HeldAlternatives>
      content;
};

}  // namespace smtplint
