// A whole workspace of a stranger: the analysis comes to an end, and says the same when it is asked again.
#include "base/memory_file_system.h"
#include "base/path.h"
#include "engine/analyze.h"
#include "fuzz/files.h"
#include "fuzz/fuzz.h"
#include "knowledge/catalogue.h"

namespace smtplint::fuzz {
namespace {

void check(const Report& report) {
  for (const Finding& finding : report.findings) {
    require(!finding.message.empty());
    if (!finding.location) continue;
    require_inside(finding.location->span, report.sources->get(finding.location->source).text());
  }
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  MemoryFileSystem files;
  for (const auto& [path, text] : fuzz::files_of(fuzz::text_of(data, size))) {
    if (const auto normal = normal_path(path)) files.add(*normal, std::string(text));
  }
  engine::Request request;
  request.subscription.type = "pay-as-you-go";
  const auto first = engine::analyze(request, files, knowledge::Catalogue::built_in());
  const auto again = engine::analyze(request, files, knowledge::Catalogue::built_in());
  fuzz::require(first.ok() && again.ok() && first->findings.size() == again->findings.size());
  fuzz::check(*first);
  return 0;
}
