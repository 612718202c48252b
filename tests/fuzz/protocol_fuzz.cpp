// What an editor may write: in whatever pieces the bytes arrive they are the same messages, each request is
// answered at most once, and whatever is answered can be read back. Nothing is analysed.
#include "fuzz/fuzz.h"
#include "knowledge/catalogue.h"
#include "lsp/message.h"
#include "lsp/server.h"

namespace smtplint::fuzz {
namespace {

using lsp::Frame;
using lsp::FrameReader;
using lsp::Json;

void take_all(FrameReader& reader, std::vector<Frame>& frames) {
  while (auto frame = reader.next()) frames.push_back(std::move(*frame));
}

std::vector<Frame> frames_of(std::string_view bytes) {
  FrameReader reader;
  std::vector<Frame> frames;
  reader.append(bytes);
  take_all(reader, frames);
  return frames;
}

std::vector<Frame> frames_of_single(std::string_view bytes) {
  FrameReader reader;
  std::vector<Frame> frames;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    reader.append(bytes.substr(i, 1));
    take_all(reader, frames);
  }
  return frames;
}

bool same(const Frame& left, const Frame& right) {
  return left.kind == right.kind && left.text == right.text;
}

void check_readable(const Json& message) {
  const std::vector<Frame> frames = frames_of(lsp::framed(message));
  require(frames.size() == 1 && frames.front().kind == Frame::Kind::body);
  require(lsp::parse_body(frames.front().text).has_value());
}

void serve(const std::vector<Frame>& frames) {
  static const lsp::ServerOptions options{knowledge::Catalogue::built_in(), "0", "",
                                          [] { return "2026-01-01"; },      {},  {}};
  static lsp::Analyst analyst(options.catalogue, [] {});
  std::size_t responses = 0;
  lsp::Server server(options, analyst, [&responses](const Json& message) {
    check_readable(message);
    responses += message.contains("method") ? 0 : 1;
  });
  for (const Frame& frame : frames) {
    if (server.exit_code()) break;
    server.take(frame);
  }
  require(responses <= frames.size());
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint::fuzz;
  const std::string_view bytes = text_of(data, size);
  const auto frames = frames_of(bytes);
  const auto single = frames_of_single(bytes);
  require(std::equal(frames.begin(), frames.end(), single.begin(), single.end(), same));
  serve(frames);
  return 0;
}
