// Scripts and cloud-init: whatever comes in, a set-up comes out whose places lie in the text.
#include "frontend/config/config.h"
#include "frontend/script/script.h"
#include "fuzz/fuzz.h"
#include "value/text.h"

namespace smtplint::fuzz {
namespace {

constexpr script::Limits limits{4, 100, 4000, 1000, 1u << 16u};

void check(Value text, script::Kind kind, ValueStore& store, std::string_view whole) {
  const auto read_document = [&store](Value document) {
    return config::read_document_value(document, {1u << 16u, 100, 4000, 1000}, store);
  };
  script::Session session{limits, read_document, store};
  const MachineSetup setup = script::read(text, kind, session);
  require(setup.steps.size() <= limits.steps);
  for (const SetupStep& step : setup.steps) {
    if (step.place.known()) require_inside(step.place.span, whole);
  }
  for (const Event& gap : setup.gaps) {
    if (gap.place.known()) require_inside(gap.place.span, whole);
  }
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  const std::string_view text = fuzz::text_of(data, size);
  ValueStore store;
  const Place place{SourceId{0}, {0, static_cast<std::uint32_t>(text.size())}};
  const ProvenanceId origin = store.step(How::literal, place);
  TextBuilder builder(store);
  if (!text.empty()) builder.verbatim(text, place, origin);
  const Value value = builder.finish(origin);
  for (const auto kind : {script::Kind::user_data, script::Kind::shell, script::Kind::power_shell}) {
    fuzz::check(value, kind, store, text);
  }
  return 0;
}
