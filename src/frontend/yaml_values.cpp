#include "frontend/yaml_values.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "frontend/decoded_text.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint {
namespace {

constexpr std::string_view core_tags[] = {
    "tag:yaml.org,2002:str",    "tag:yaml.org,2002:int",  "tag:yaml.org,2002:float",
    "tag:yaml.org,2002:bool",   "tag:yaml.org,2002:null", "tag:yaml.org,2002:timestamp",
    "tag:yaml.org,2002:binary", "tag:yaml.org,2002:seq",  "tag:yaml.org,2002:map"};

/// Whether a plain scalar is what its tag says.
bool tag_allows(std::string_view tag, YamlKind kind) {
  if (tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float") return kind == YamlKind::number;
  if (tag == "tag:yaml.org,2002:bool") return kind == YamlKind::boolean;
  if (tag == "tag:yaml.org,2002:null") return kind == YamlKind::null;
  return tag != "tag:yaml.org,2002:timestamp" || kind == YamlKind::time;
}

/// A list or object that is still being read.
struct Open {
  bool mapping = false;
  YAML::anchor_t anchor = 0;
  std::size_t begin = 0;
  std::vector<Value> items = {};
  std::vector<Entry> entries = {};
  bool has_key = false, merges = false;
  Entry pending = {};
};

/// Builds values out of the parser's events. Anchored values are shared, not copied.
class YamlDecoder : public YAML::EventHandler {
 public:
  YamlDecoder(const YamlReading& reading, Value text)
      : reading_(reading), decoded_(reading.store, text, reading.function, reading.place) {}

  [[nodiscard]] Value root() const { return root_; }
  [[nodiscard]] bool refused() const { return refused_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const bool between_commas = decoded_.chars().substr(position(mark)).starts_with(',');
    refused_ = refused_ || (between_commas && !open_.empty() && !open_.back().mapping);
    add(decoded_.null(position(mark), 0), anchor, position(mark), 0);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    refused_ = refused_ || known == anchors_.end();
    add(known == anchors_.end() ? store().null() : known->second, 0, position(mark), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    const std::size_t begin = behind_properties(position(mark));
    add(scalar(begin, tag, text), anchor, begin, text.size());
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check_tag(tag);
    open_.push_back({.anchor = anchor, .begin = position(mark)});
  }
  void OnSequenceEnd() override {
    const Open done = close();
    add(store().sequence(ValueType::tuple, done.items, reading_.origin), done.anchor, done.begin, 0);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check_tag(tag);
    open_.push_back({.mapping = true, .anchor = anchor, .begin = position(mark)});
  }
  void OnMapEnd() override {
    Open done = close();
    add(object(std::move(done.entries)), done.anchor, done.begin, 0);
  }

 private:
  [[nodiscard]] std::size_t position(const YAML::Mark& mark) const {
    const std::size_t at = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
    return std::min(at, decoded_.chars().size());
  }

  /// Where a node's content begins: behind its tag and anchor.
  [[nodiscard]] std::size_t behind_properties(std::size_t at) const {
    const std::string_view chars = decoded_.chars();
    while (at < chars.size() && (chars[at] == '!' || chars[at] == '&')) {
      at = std::min(chars.find_first_of(" \t\n", at), chars.size());
      at = std::min(chars.find_first_not_of(" \t\n", at), chars.size());
    }
    return at;
  }

  [[nodiscard]] ValueStore& store() { return reading_.store; }

  /// Of keys that are repeated the last one stays.
  Value object(std::vector<Entry> entries) {
    std::ranges::reverse(entries);
    std::ranges::stable_sort(entries, {}, &Entry::key);
    const auto same_key = [](const Entry& left, const Entry& right) { return left.key == right.key; };
    entries.erase(std::unique(entries.begin(), entries.end(), same_key), entries.end());
    return store().mapping(ValueType::object, entries, reading_.origin);
  }

  Open close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return done;
  }

  void check_tag(const std::string& tag) {
    const bool known =
        tag.empty() || tag == "?" || tag == "!" || std::ranges::find(core_tags, tag) != std::end(core_tags);
    refused_ = refused_ || !known;
  }

  /// A text that stands in the document as it is, or else is made of it.
  Value string(std::size_t begin, const std::string& text) {
    const std::string_view chars = decoded_.chars();
    const std::size_t quote =
        chars.substr(begin).starts_with('"') || chars.substr(begin).starts_with('\'') ? 1 : 0;
    if (chars.substr(begin + quote, text.size()) == text)
      return decoded_.verbatim(begin + quote, text.size());
    if (const Value block = block_text(begin, text); !block.is_absent()) return block;
    return decoded_.derived(text, begin,
                            std::min(std::max<std::size_t>(text.size(), 1), chars.size() - begin));
  }

  /// The lines of a literal block without their indent; absent where the text is no such block.
  Value block_text(std::size_t begin, const std::string& text) {
    const std::string_view chars = decoded_.chars();
    if (!chars.substr(begin).starts_with('|')) return {};
    TextBuilder builder(store());
    std::size_t at = chars.find('\n', begin);
    for (std::size_t line = 0; line < text.size();) {
      if (at == std::string_view::npos) return {};
      const std::size_t end = std::min(text.find('\n', line), text.size());
      const std::size_t written = std::min(chars.find('\n', at + 1), chars.size());
      const std::size_t length = end - line, with_break = length + (end < text.size() ? 1 : 0);
      if (written - at - 1 < length) return {};
      const std::size_t from = written - length;
      if (chars.substr(from, length) != std::string_view(text).substr(line, length)) return {};
      const bool break_there = with_break == length || written < chars.size();
      builder.part(decoded_.text().text(), from, break_there ? with_break : length,
                   decoded_.text().provenance());
      if (!break_there) return {};
      line = end + 1;
      at = written < chars.size() ? written : std::string_view::npos;
    }
    return builder.finish(decoded_.chain(begin, 1));
  }

  Value scalar(std::size_t begin, const std::string& tag, const std::string& text) {
    check_tag(tag);
    const bool as_text = tag == "!" || tag == core_tags[0] || tag == "tag:yaml.org,2002:binary";
    const std::string_view chars = decoded_.chars();
    const bool quoted = chars.substr(begin).starts_with('"') || chars.substr(begin).starts_with('\'');
    if (as_text || quoted) return string(begin, text);
    const Value hole = text == hole_text ? decoded_.hole(begin, text.size()) : Value();
    if (!hole.is_absent()) return hole;
    const YamlScalar resolved = reading_.resolve(text);
    refused_ = refused_ || !tag_allows(tag, resolved.kind);
    switch (resolved.kind) {
      case YamlKind::null:
        return decoded_.null(begin, text.size());
      case YamlKind::boolean:
        return decoded_.boolean(resolved.boolean, begin, text.size());
      case YamlKind::number:
        return decoded_.number(resolved.text, begin, text.size());
      case YamlKind::time:
        return decoded_.derived(resolved.text, begin, text.size());
      case YamlKind::infinite:
        refused_ = true;
        break;
      case YamlKind::string:
        break;
    }
    return string(begin, text);
  }

  void add(Value value, YAML::anchor_t anchor, std::size_t begin, std::size_t length) {
    if (anchor != 0) anchors_[anchor] = value;
    if (open_.empty()) {
      root_ = value;
    } else if (!open_.back().mapping) {
      open_.back().items.push_back(value);
    } else if (!open_.back().has_key) {
      add_key(open_.back(), value, begin, length);
    } else {
      add_entry(open_.back(), value);
    }
  }

  void add_key(Open& mapping, Value key, std::size_t begin, std::size_t length) {
    TextBuilder text(store());
    const bool usable = key.is_scalar() && text.append(key, reading_.place);
    refused_ = refused_ || !usable;
    mapping.has_key = true;
    mapping.merges = usable && text.chars() == "<<";
    mapping.pending = {store().keep(text.chars()), {}, decoded_.place(begin, length)};
  }

  void add_entry(Open& mapping, Value value) {
    mapping.has_key = false;
    mapping.pending.value = value;
    if (!mapping.merges) {
      mapping.entries.push_back(mapping.pending);
    } else if (value.is_mapping()) {
      mapping.entries.insert(mapping.entries.end(), value.entries().begin(), value.entries().end());
    } else {
      refused_ = true;
    }
    const bool fits = mapping.entries.size() <= reading_.expansion;
    if (!fits || !reading_.budget.spend()) refused_ = true;
  }

  const YamlReading& reading_;
  DecodedText decoded_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Value> anchors_;
  Value root_;
  bool refused_ = false;
};

/// Things that the parser takes and other readers do not.
bool strict_enough(std::string_view text) {
  const std::size_t version = text.find("%YAML ");
  const bool directive = version == 0 || (version != text.npos && text[version - 1] == '\n');
  if (text.starts_with('\t')) return false;
  return !directive || text.substr(version).starts_with("%YAML 1.1");
}

}  // namespace

std::optional<Value> read_yaml(const YamlReading& reading, Value text) {
  YamlDecoder decoder(reading, text);
  bool one_document = strict_enough(text.text().chars);
  try {
    std::istringstream input{std::string(text.text().chars)};
    YAML::Parser parser(input);
    one_document = parser.HandleNextDocument(decoder) && one_document;
    const Value root = decoder.root();
    one_document = one_document && !parser.HandleNextDocument(decoder) && !root.is_absent();
  } catch (const YAML::Exception&) {
    one_document = false;
  }
  if (!one_document || decoder.refused()) return std::nullopt;
  return decoder.root();
}

YamlScalar resolve_core_yaml(std::string_view plain) {
  constexpr std::string_view nulls[] = {"", "~", "null", "Null", "NULL"};
  constexpr std::string_view yes[] = {"true", "True", "TRUE"}, no[] = {"false", "False", "FALSE"};
  if (std::ranges::find(nulls, plain) != std::end(nulls)) return {YamlKind::null, false, {}};
  if (std::ranges::find(yes, plain) != std::end(yes)) return {YamlKind::boolean, true, {}};
  if (std::ranges::find(no, plain) != std::end(no)) return {YamlKind::boolean, false, {}};
  if (auto number = canonical_number(plain)) return {YamlKind::number, false, std::move(*number)};
  return {YamlKind::string, false, std::string(plain)};
}

}  // namespace smtplint
