#include "knowledge/limits.h"

#include <limits>

#include "base/limit.h"

namespace smtplint::knowledge {
namespace {

template <typename Number>
Number positive(Reader& reader, std::string_view key) {
  const std::int64_t number = reader.integer(key);
  const Node written = reader.optional(key);
  const bool fits = number > 0 && static_cast<std::uint64_t>(number) <= std::numeric_limits<Number>::max();
  if (fits) return static_cast<Number>(number);
  if (written.is(NodeKind::scalar) && number != 0) {
    reader.problems().add(written.mark(), "`" + std::string(key) + "` is out of range");
  } else if (written.is(NodeKind::scalar) && written.text() == "0") {
    reader.problems().add(written.mark(), "`" + std::string(key) + "` must be at least 1");
  }
  return 1;
}

}  // namespace

Limits Limits::read(Reader& reader) {
  Limits limits;
  limits.workspace_entries = positive<std::uint32_t>(reader, "workspace-entries");
  limits.file_bytes = positive<std::uint64_t>(reader, "file-bytes");
  limits.plan_bytes = positive<std::uint64_t>(reader, "plan-bytes");
  limits.nesting = positive<std::uint32_t>(reader, to_string(Limit::nesting));
  limits.parse_progress_per_kilobyte = positive<std::uint32_t>(reader, "parse-progress-per-kilobyte");
  limits.evaluation_steps = positive<std::uint64_t>(reader, to_string(Limit::evaluation_steps));
  limits.expansion = positive<std::uint32_t>(reader, to_string(Limit::expansion));
  limits.text_bytes = positive<std::uint32_t>(reader, to_string(Limit::text_bytes));
  limits.module_depth = positive<std::uint32_t>(reader, to_string(Limit::module_depth));
  limits.embedded_depth = positive<std::uint32_t>(reader, to_string(Limit::embedded_depth));
  limits.environments = positive<std::uint32_t>(reader, "environments");
  limits.fix_proofs = positive<std::uint32_t>(reader, "fix-proofs");
  return limits;
}

}  // namespace smtplint::knowledge
