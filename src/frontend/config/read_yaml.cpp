#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "frontend/config/formats.h"

namespace smtplint::config {
namespace {

/// How many nodes are in one, itself included.
std::size_t size_of(const Node& node) {
  std::size_t size = 1;
  for (const Node& item : node.items) size += size_of(item);
  for (const Member& member : node.members) size += size_of(member.value);
  return size;
}

/// Makes nodes out of the parser's events, which tell where a node begins but not where it ends. Once a
/// document has more nodes than it may have (aliases of aliases would grow without end), its events are no
/// longer looked at.
class YamlBuilder : public YAML::EventHandler {
 public:
  YamlBuilder(std::string_view text, const ReadOptions& options) : text_(text), options_(options) {}

  [[nodiscard]] bool exceeds_limits() const { return exceeds_limits_; }

  /// What there is of a document in which the parser has stopped; null where it is nothing.
  Node take_open() {
    while (!exceeds_limits_ && !open_.empty()) close();
    return take();
  }

  /// The document that was read last; nothing is left of it.
  Node take() {
    Node root = std::move(root_);
    root_ = {};
    anchors_.clear();
    open_.clear();
    return root;
  }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t at = position(mark);
    Node node;
    node.span = span_of(at, at);
    count(1);
    add(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t anchor) override {
    const Node node = anchors_[anchor];
    count(size_of(node));
    add(node, 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                const std::string& text) override {
    count(1);
    add(scalar(behind_properties(position(mark)), text), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A list or map that is still being read.
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    bool has_key = false;
    Member pending;
    std::vector<Member> merged = {};
  };

  [[nodiscard]] std::size_t position(const YAML::Mark& mark) const {
    return std::min(mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos), text_.size());
  }

  /// Where a node's content begins: behind its tag and anchor.
  [[nodiscard]] std::size_t behind_properties(std::size_t at) const {
    while (at < text_.size() && (text_[at] == '!' || text_[at] == '&')) {
      at = std::min(text_.find_first_of(" \t\r\n", at), text_.size());
      at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
    }
    return at;
  }

  [[nodiscard]] std::size_t closing_quote(std::size_t begin) const {
    const char quote = text_[begin];
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        const bool doubled = quote == '\'' && text_.substr(at + 1).starts_with('\'');
        if (!doubled) return at;
        ++at;
      }
    }
    return text_.size();
  }

  Node scalar(std::size_t begin, const std::string& text) const {
    const std::string_view rest = text_.substr(begin);
    // Behind a tag there may be nothing, and then the next key.
    const bool nothing = text.empty() && !rest.starts_with("\"\"") && !rest.starts_with("''");
    if (nothing) return text_node(begin, begin, text);
    if (rest.starts_with('"') || rest.starts_with('\''))
      return text_node(begin + 1, closing_quote(begin), text);
    const bool whole = rest.starts_with(text);
    if (whole && (text == "null" || text == "Null" || text == "NULL" || text == "~")) {
      return {Node::Kind::null, span_of(begin, begin + text.size()), {}, {}, {}};
    }
    if (whole) return text_node(begin, begin + text.size(), text);
    // A block, or a text of several lines: its first line stands for all of it.
    return text_node(begin, std::min(text_.find_first_of("\r\n", begin), text_.size()), text);
  }

  void count(std::size_t nodes) {
    nodes_ += nodes;
    exceeds_limits_ = exceeds_limits_ || nodes_ > options_.nodes;
  }

  void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    Open next;
    next.node.kind = kind;
    next.node.span = span_of(position(mark), position(mark));
    next.anchor = anchor;
    count(1);
    exceeds_limits_ = exceeds_limits_ || open_.size() >= options_.nesting;
    if (!exceeds_limits_) open_.push_back(std::move(next));
  }

  void close() {
    if (exceeds_limits_) return;
    Open done = std::move(open_.back());
    open_.pop_back();
    add_merged(std::move(done.merged), done.node);
    add(std::move(done.node), done.anchor);
  }

  void add(Node node, YAML::anchor_t anchor) {
    if (exceeds_limits_) return;
    if (anchor != 0) anchors_[anchor] = node;
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == Node::Kind::list) {
      open_.back().node.items.push_back(std::move(node));
    } else if (!open_.back().has_key) {
      open_.back().pending = {node.text, node.span, {}};
      open_.back().has_key = true;
    } else {
      add_member(open_.back(), std::move(node));
    }
  }

  static void add_member(Open& map, Node value) {
    map.has_key = false;
    if (map.pending.name == "<<") return merge(map.merged, value);
    map.pending.value = std::move(value);
    map.node.members.push_back(std::move(map.pending));
  }

  static void merge(std::vector<Member>& merged, const Node& from) {
    merged.insert(merged.end(), from.members.begin(), from.members.end());
    for (const Node& item : from.items) merge(merged, item);
  }

  /// What is merged in counts only where the map has no such key of its own, wherever in it `<<` stands; of
  /// several the first counts.
  static void add_merged(std::vector<Member> merged, Node& map) {
    std::set<std::string> names;
    for (const Member& member : map.members) names.insert(member.name);
    for (Member& member : merged) {
      if (names.insert(member.name).second) map.members.push_back(std::move(member));
    }
  }

  std::string_view text_;
  const ReadOptions& options_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchors_;
  Node root_;
  std::size_t nodes_ = 0;
  bool exceeds_limits_ = false;
};

/// YAML ends a line with a carriage return alone, too; its library does not.
std::string with_line_feeds(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] == '\r' && (i + 1 == result.size() || result[i + 1] != '\n')) result[i] = '\n';
  }
  return result;
}

}  // namespace

Reading read_yaml(std::string_view text, const ReadOptions& options) {
  Reading reading;
  YamlBuilder builder(text, options);
  try {
    std::istringstream input{with_line_feeds(text)};
    YAML::Parser parser(input);
    while (!builder.exceeds_limits() && parser.HandleNextDocument(builder)) {
      if (!builder.exceeds_limits()) reading.documents.push_back(builder.take());
    }
  } catch (const YAML::Exception& error) {
    const std::size_t at =
        error.mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(error.mark.pos), text.size());
    const bool deep = dynamic_cast<const YAML::DeepRecursion*>(&error) != nullptr;
    reading.problems.push_back(
        {span_of(at, std::min(at + 1, text.size())), deep ? "this is nested too deep" : error.msg});
    if (Node begun = builder.take_open(); begun.kind != Node::Kind::null) {
      reading.documents.push_back(std::move(begun));
      reading.cut_off = true;
    }
  }
  if (builder.exceeds_limits()) {
    reading.problems.push_back(
        {span_of(0, 0), "the document is nested too deep or repeats itself too often"});
  }
  return reading;
}

}  // namespace smtplint::config
