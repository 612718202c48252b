#include "syntax/arena.h"
#include "syntax/json/escape.h"
#include "syntax/json/events.h"
#include "syntax/json/tree.h"

namespace smtplint::json {

/// Makes the typed tree out of events.
class StrictBuilder final : public EventHandler {
 public:
  explicit StrictBuilder(std::string_view text) : text_(text) {}

  void open(NodeKind kind, std::uint32_t at) override {
    open_.push_back({kind, at, name_, items_.size(), members_.size()});
  }

  void close(std::uint32_t end) override {
    const Opened opened = open_.back();
    open_.pop_back();
    Node* const node = make(opened.kind, {opened.begin, end});
    const auto items = std::span<const Node* const>(items_).subspan(opened.items);
    const auto members = std::span<const Member>(members_).subspan(opened.members);
    node->items = syntax::keep(tree_->arena_, items);
    node->members = syntax::keep(tree_->arena_, members);
    items_.resize(opened.items);
    members_.resize(opened.members);
    name_ = opened.name;
    add(node);
  }

  void name(std::string_view decoded, Span place) override { name_ = {kept(decoded, place), place, nullptr}; }

  void scalar(NodeKind kind, std::string_view text, Span place) override {
    Node* const node = make(kind, place);
    if (kind == NodeKind::string) {
      const Span content{place.begin + 1, place.end - 1};
      node->text = kept(text, content);
      add_parts(*node, content);
    } else {
      node->text = slice(place);
      node->boolean = kind == NodeKind::boolean && text == "true";
    }
    add(node);
  }

  std::shared_ptr<const Tree> finish(std::optional<SyntaxError> fault) {
    if (fault) {
      tree_->root_ = nullptr;
      tree_->errors_.push_back(std::move(*fault));
    }
    return std::move(tree_);
  }

 private:
  struct Opened {
    NodeKind kind;
    std::uint32_t begin;
    Member name;
    std::size_t items;
    std::size_t members;
  };

  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  /// Most texts stand in the source as they are meant.
  std::string_view kept(std::string_view decoded, Span written) {
    return decoded.size() == written.length() ? slice(written) : syntax::keep(tree_->arena_, decoded);
  }

  Node* make(NodeKind kind, Span span) {
    Node node;
    node.kind = kind;
    node.span = span;
    return syntax::keep(tree_->arena_, std::span<const Node>(&node, 1)).data();
  }

  void add(const Node* node) {
    if (open_.empty()) {
      tree_->root_ = node;
    } else if (open_.back().kind == NodeKind::array) {
      items_.push_back(node);
    } else {
      members_.push_back({name_.name, name_.name_span, node});
    }
  }

  void add_parts(Node& node, Span content) {
    parts_.clear();
    std::uint32_t begin = content.begin;
    while (true) {
      const std::size_t before = slice({begin, content.end}).find('\\');
      if (before == std::string_view::npos) break;
      const std::uint32_t escape_begin = begin + static_cast<std::uint32_t>(before);
      if (begin < escape_begin) parts_.push_back({{begin, escape_begin}, {}});
      const Escape escape = escape_at(slice({escape_begin, content.end}));
      begin = escape_begin + escape.length;
      parts_.push_back({{escape_begin, begin}, syntax::keep(tree_->arena_, escape.decoded)});
    }
    if (begin < content.end) parts_.push_back({{begin, content.end}, {}});
    node.parts = syntax::keep(tree_->arena_, std::span<const StringPart>(parts_));
  }

  std::string_view text_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
  std::vector<Opened> open_;
  std::vector<const Node*> items_;
  std::vector<Member> members_;
  std::vector<StringPart> parts_;
  Member name_;
};

std::shared_ptr<const Tree> parse_strict(std::string_view text, const ParseLimits& limits) {
  StrictBuilder builder(text);
  std::optional<SyntaxError> fault = read_events(text, limits.deepest, builder);
  return builder.finish(std::move(fault));
}

}  // namespace smtplint::json
