#include "syntax/concrete.h"

#include <tree_sitter/api.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/assert.h"

namespace smtplint::syntax {
namespace {

constexpr std::size_t chunk_length = 4096;
constexpr std::size_t most_readings = 8;

/// What the runtime reads from and asks while it parses. Both are counted: a parser that looks for a way out
/// of an error can read the same text again and again without a callback.
struct Run {
  std::array<std::string_view, 3> segments;
  std::uint32_t callbacks_left = 0;
  std::size_t chunks_left = 0;
  bool stopped = false;
};

const char* read_chunk(void* payload, std::uint32_t byte, TSPoint /*point*/, std::uint32_t* length) {
  Run& run = *static_cast<Run*>(payload);
  *length = 0;
  if (run.chunks_left == 0) {
    run.stopped = true;
    return "";
  }
  --run.chunks_left;
  std::size_t begin = byte;
  for (const std::string_view segment : run.segments) {
    if (begin < segment.size()) {
      *length = static_cast<std::uint32_t>(std::min(segment.size() - begin, chunk_length));
      return segment.data() + begin;
    }
    begin -= segment.size();
  }
  return "";
}

/// The runtime's own decoder reads from a null pointer where a text is given up within a character. There, as
/// at the end of a text, the runtime stands at a zero of one byte.
std::uint32_t decode(const std::uint8_t* bytes, std::uint32_t length, std::int32_t* code_point) {
  if (length == 0 || bytes[0] < 0x80) {
    *code_point = length == 0 ? 0 : bytes[0];
    return 1;
  }
  const auto taken = utf8proc_iterate(bytes, length, code_point);
  if (taken > 0) return static_cast<std::uint32_t>(taken);
  *code_point = -1;  // what the runtime knows for bytes that are no character
  return 1;
}

bool is_to_be_stopped(TSParseState* state) {
  Run& run = *static_cast<Run*>(state->payload);
  run.stopped = run.stopped || run.callbacks_left == 0;
  if (!run.stopped) --run.callbacks_left;
  return run.stopped;
}

constexpr std::size_t fewest_callbacks = 256;

}  // namespace

std::uint32_t callback_budget(std::size_t bytes, std::uint32_t per_kilobyte) {
  const std::size_t callbacks = fewest_callbacks + bytes / 1024 * per_kilobyte;
  return static_cast<std::uint32_t>(
      std::min<std::size_t>(callbacks, std::numeric_limits<std::uint32_t>::max()));
}

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
  Run run;
  run.segments = {request.before, request.text, request.after};
  run.callbacks_left = request.callbacks;
  run.chunks_left = most_readings * (request.text.size() / chunk_length + run.segments.size() + 1);
  const TSInput input{&run, read_chunk, TSInputEncodingCustom, decode};
  ts_parser_reset(parser_.get());
  ConcreteTree tree(ts_parser_parse_with_options(parser_.get(), nullptr, input, {&run, is_to_be_stopped}),
                    request);
  return run.stopped ? ConcreteTree() : std::move(tree);
}

}  // namespace smtplint::syntax
