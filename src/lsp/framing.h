#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint::lsp {

/// What stands between the client's bytes and one message.
struct Frame {
  enum class Kind {
    body,       ///< `text` is the body of a message
    too_large,  ///< its length is over the limit; nothing of it is kept
    broken,     ///< a header without usable length; skipped up to the next one
  };
  Kind kind = Kind::body;
  std::string text;
};

/// Cuts a stream of bytes into messages with `Content-Length` headers, and finds its way back after broken
/// ones.
class FrameReader {
 public:
  static constexpr std::size_t largest_body = std::size_t{256} << 20u;
  static constexpr std::size_t largest_header = std::size_t{16} << 10u;

  void append(std::string_view bytes) { buffer_.append(bytes); }
  /// The next frame that is complete; nothing where more bytes are needed.
  [[nodiscard]] std::optional<Frame> next();

 private:
  [[nodiscard]] std::optional<Frame> refused(Frame::Kind kind, std::size_t header_end);
  [[nodiscard]] bool skip_to_header();

  std::string buffer_;
  bool lost_ = false;  ///< looking for the next `Content-Length:`
};

}  // namespace smtplint::lsp
