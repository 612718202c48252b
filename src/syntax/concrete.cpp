#include "syntax/concrete.h"

#include <tree_sitter/api.h>

#include <array>

#include "base/assert.h"

namespace smtplint::syntax {
namespace {

/// What the runtime reads from and asks while it parses.
struct Run {
  std::array<std::string_view, 3> segments;
  std::uint32_t callbacks_left = 0;
  OnError on_error = OnError::recover;
};

const char* read_segment(void* payload, std::uint32_t byte, TSPoint /*point*/, std::uint32_t* length) {
  std::size_t begin = byte;
  for (const std::string_view segment : static_cast<const Run*>(payload)->segments) {
    if (begin < segment.size()) {
      *length = static_cast<std::uint32_t>(segment.size() - begin);
      return segment.data() + begin;
    }
    begin -= segment.size();
  }
  *length = 0;
  return "";
}

bool is_to_be_stopped(TSParseState* state) {
  Run& run = *static_cast<Run*>(state->payload);
  if (state->has_error && run.on_error == OnError::stop) return true;
  if (run.callbacks_left == 0) return true;
  --run.callbacks_left;
  return false;
}

}  // namespace

void ConcreteTree::Delete::operator()(TSTree* tree) const { ts_tree_delete(tree); }
void ConcreteParser::Delete::operator()(TSParser* parser) const { ts_parser_delete(parser); }

ConcreteTree::ConcreteTree(TSTree* tree, const ParseRequest& request)
    : tree_(tree),
      before_(static_cast<std::uint32_t>(request.before.size())),
      length_(static_cast<std::uint32_t>(request.text.size())),
      offset_(request.offset) {}

bool ConcreteTree::has_error() const { return ts_node_has_error(ts_tree_root_node(tree_.get())); }

ConcreteParser::ConcreteParser(const TSLanguage* language) : parser_(ts_parser_new()) {
  const bool accepted = ts_parser_set_language(parser_.get(), language);
  SMTPLINT_ASSERT(accepted);
}

ConcreteTree ConcreteParser::parse(const ParseRequest& request) {
  Run run{{request.before, request.text, request.after}, request.callbacks, request.on_error};
  const TSInput input{&run, read_segment, TSInputEncodingUTF8, nullptr};
  ts_parser_reset(parser_.get());
  TSTree* tree = ts_parser_parse_with_options(parser_.get(), nullptr, input, {&run, is_to_be_stopped});
  return {tree, request};
}

}  // namespace smtplint::syntax
