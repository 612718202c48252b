#include "cli/reading_progress.h"

#include <unistd.h>

#include <iostream>

#include "cli/wording.h"

namespace smtplint::cli {
namespace {

/// Smaller files are read before anybody looks.
constexpr std::size_t large = std::size_t{16} << 20u;
constexpr std::string_view clear_line = "\r\x1b[K";

}  // namespace

ReadingProgress::ReadingProgress(const FileSystem& files)
    : files_(files), terminal_(isatty(STDERR_FILENO) == 1) {}

ReadingProgress::~ReadingProgress() { clear(); }

Result<std::string> ReadingProgress::read(const std::string& path, std::uint64_t largest) const {
  clear();
  Result<std::string> bytes = files_.read(path, largest);
  if (!terminal_ || !bytes || bytes->size() < large) return bytes;
  std::cerr << "analysing " << shown(path) << " (" << (bytes->size() >> 20u) << " MiB)" << std::flush;
  shown_ = true;
  return bytes;
}

void ReadingProgress::clear() const {
  if (shown_) std::cerr << clear_line << std::flush;
  shown_ = false;
}

}  // namespace smtplint::cli
