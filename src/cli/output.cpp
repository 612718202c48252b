#include "cli/output.h"

#include <cstdio>
#include <fstream>
#include <sstream>

#include "cli/wording.h"

namespace smtplint::cli {
namespace {

std::string rendered(const Report& report, const report::Reporter& reporter, const report::Options& options) {
  std::ostringstream out;
  reporter.write(out, report, options);
  return std::move(out).str();
}

std::optional<Error> write_file(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (file) return std::nullopt;
  return Error{backticked(path) + " cannot be written; check its folder and permissions"};
}

}  // namespace

std::optional<Error> write_outputs(const Report& report, const std::vector<Output>& outputs,
                                   const report::Options& options) {
  report::Options plain = options;
  plain.colour = false;
  std::string on_stdout;
  for (const Output& output : outputs) {
    if (!output.file) {
      on_stdout = rendered(report, *output.reporter, options);
    } else if (auto error = write_file(*output.file, rendered(report, *output.reporter, plain))) {
      return error;
    }
  }
  return write_stdout(on_stdout);
}

std::optional<Error> write_stdout(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return std::nullopt;
  return Error{"stdout cannot be written"};
}

void write_stderr_line(std::string_view line) {
  std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

}  // namespace smtplint::cli
