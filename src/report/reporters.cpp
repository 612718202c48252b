#include <algorithm>
#include <array>

#include "report/formats.h"
#include "report/reporter.h"

namespace smtplint::report {
namespace {

constexpr auto table = std::to_array<Reporter>({
    {"text", write_text},
    {"concise", write_concise},
    {"json", write_json},
    {"sarif", write_sarif},
    {"github", write_github},
    {"markdown", write_markdown},
    {"inventory", write_inventory},
});

}  // namespace

std::span<const Reporter> reporters() { return table; }

const Reporter* reporter_named(std::string_view name) {
  const auto row = std::ranges::find(table, name, &Reporter::name);
  return row == table.end() ? nullptr : row;
}

}  // namespace smtplint::report
