#include "knowledge/compute_kinds.h"

#include <array>

namespace smtplint::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, NetworkPlace>, 3> places = {{
    {"inside", NetworkPlace::inside},
    {"by-integration", NetworkPlace::by_integration},
    {"where-placed", NetworkPlace::where_placed},
}};

constexpr std::array<std::pair<std::string_view, WayOut>, 3> ways_out = {{
    {"interface", WayOut::interface},
    {"outbound-type", WayOut::outbound_type},
    {"platform", WayOut::platform},
}};

ComputeKind read_kind(Node map, Problems& problems) {
  Reader reader(map, problems);
  ComputeKind kind;
  kind.phrase = reader.text("phrase");
  kind.network = reader.word<NetworkPlace>("network", places);
  kind.leaves_by = reader.word<WayOut>("leaves-by", ways_out);
  kind.runs_programs = reader.boolean_or("runs-programs", true);
  kind.supported_as = reader.text_or("supported-as", "");
  kind.unclear_to_private = reader.text_or("unclear-to-private", "");
  (void)reader.sources();
  return kind;
}

}  // namespace

ComputeKinds ComputeKinds::read(Reader& reader) {
  ComputeKinds table;
  Reader kinds(reader.required("kinds"), reader.problems());
  for (const std::string_view word : workload_kind_words()) {
    table.kinds_.emplace(*workload_kind_from(word), read_kind(kinds.required(word), reader.problems()));
  }
  return table;
}

}  // namespace smtplint::knowledge
