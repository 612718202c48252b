#include "cli/repair.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include "cli/output.h"
#include "cli/wording.h"
#include "engine/fixes/safe_edits.h"

namespace smtplint::cli {
namespace {

namespace fs = std::filesystem;

Error cannot_write(const fs::path& file) {
  return {backticked(file.generic_string()) + " cannot be written; check its folder and permissions"};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Puts the new content in place at once, so that no half-written file is left behind. A link stays one; the
/// draft is a file that was not there before, so that nobody can have put a link in its place.
std::optional<Error> replace_file(const fs::path& named, std::string_view bytes) {
  std::error_code failed;
  const fs::path file = fs::canonical(named, failed);
  if (failed) return cannot_write(named);
  std::string draft = file.string() + ".XXXXXX";
  const int handle = mkstemp(draft.data());
  if (handle < 0) return cannot_write(named);
  bool written = write_all(handle, bytes);
  written = close(handle) == 0 && written;
  if (written) fs::permissions(draft, fs::status(file, failed).permissions(), failed);
  if (written && !failed) fs::rename(draft, file, failed);
  if (written && !failed) return std::nullopt;
  fs::remove(draft, failed);
  return cannot_write(named);
}

bool is_behind_link(const fs::path& path) {
  std::error_code failed;
  const fs::path real = fs::canonical(path, failed);
  return !failed && real != path;
}

}  // namespace

Result<std::size_t> apply_fixes(const Report& report, const engine::Request& request,
                                const Workspace& workspace, const FileSystem& files,
                                const knowledge::Catalogue& catalogue) {
  const fix::EditSet edits = engine::safe_edits(report, request, files, catalogue);
  const auto changed = engine::edited_files(report, edits, files);
  if (!changed) return changed.error();
  for (const auto& [path, bytes] : *changed) {
    if (auto error = replace_file(workspace.root / path, bytes)) return *error;
  }
  return changed->size();
}

std::string diff_of_fixes(const Report& report, const engine::Request& request, const Workspace& workspace,
                          const FileSystem& files, const knowledge::Catalogue& catalogue) {
  fix::EditSet edits = engine::safe_edits(report, request, files, catalogue);
  std::erase_if(edits.by_file, [&](const auto& entry) {
    const std::string& path = report.sources->get(entry.first).path();
    if (!is_behind_link(workspace.root / path)) return false;
    write_stderr_line("not in the diff: " + shown(path) +
                      ": it is a link, which git would not patch; `--fix` repairs what it leads to");
    return true;
  });
  const engine::EditDiff diff = engine::diff_of(report, edits);
  for (const std::string& path : diff.left_out) {
    write_stderr_line(
        "not in the diff: " + shown(path) +
        ": its encoding, or a credential in the next line, leaves no diff that git could apply; "
        "`--fix` repairs it");
  }
  return diff.text;
}

}  // namespace smtplint::cli
