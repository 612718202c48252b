#include "knowledge/host_names.h"

namespace smtplint::knowledge {
namespace {

std::vector<IpRange> ranges(Reader& reader, std::string_view key) {
  std::vector<IpRange> result;
  for (const std::string& text : reader.texts(key)) {
    const auto range = parse_ip_range(text);
    if (range) {
      result.push_back(*range);
    } else {
      reader.problems().add(reader.optional(key).mark(), "`" + text + "` is no address range");
    }
  }
  return result;
}

}  // namespace

HostNames HostNames::read(Reader& reader) {
  HostNames names;
  names.local = reader.texts("local");
  names.local_ranges = ranges(reader, "local-ranges");
  names.private_suffixes = reader.texts("private-suffixes");
  names.private_ranges = ranges(reader, "private-ranges");
  names.perhaps_private_labels = reader.texts("perhaps-private-labels");
  names.second_levels = reader.texts("second-levels");
  names.reserved = reader.texts("reserved");
  names.reserved_ranges = ranges(reader, "reserved-ranges");
  names.placeholder_names = reader.texts("placeholder-names");
  names.placeholder_parts = reader.texts("placeholder-parts");
  names.sinks = reader.texts("sinks");
  names.relay_labels = reader.texts("relay-labels");
  (void)reader.sources();
  return names;
}

}  // namespace smtplint::knowledge
