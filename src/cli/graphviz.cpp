#include "cli/graphviz.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

namespace smtplint::cli {
namespace {

namespace fs = std::filesystem;

const Error not_installed{
    "`--format svg` needs Graphviz, and its `dot` cannot be run; install it, or take `--format dot`"};

/// A file that lives as long as the drawing takes.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::string pattern = (fs::temp_directory_path() / "smtplint-XXXXXX").string();
    const int descriptor = mkstemp(pattern.data());
    if (descriptor < 0) return;
    fclose(fdopen(descriptor, "w"));
    path_ = pattern;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<std::string> draw_svg(std::string_view dot) {
  const TemporaryFile input;
  std::ofstream(input.path()) << dot;
  const std::string command = "dot -Tsvg '" + input.path() + "' 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return not_installed;
  std::string drawing;
  char part[4096];
  for (std::size_t count = fread(part, 1, sizeof part, pipe); count > 0;
       count = fread(part, 1, sizeof part, pipe)) {
    drawing.append(part, count);
  }
  if (pclose(pipe) != 0 || drawing.empty()) return not_installed;
  return drawing;
}

}  // namespace smtplint::cli
