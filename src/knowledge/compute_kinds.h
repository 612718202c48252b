#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// When compute is part of a virtual network.
enum class NetworkPlace { inside, by_integration, where_placed };

/// What compute leaves its virtual network by.
enum class WayOut { interface, outbound_type, platform };

/// What a kind of compute is like, whatever the policy says of it.
struct ComputeKind {
  std::string phrase;  ///< `a virtual machine`
  NetworkPlace network = NetworkPlace::inside;
  WayOut leaves_by = WayOut::platform;
  bool runs_programs = true;       ///< of one's own
  std::string supported_as;        ///< a remark on verdicts that the subscription decides; may be empty
  std::string unclear_to_private;  ///< why port 25 to private hosts is left open; empty: it is not

  [[nodiscard]] bool by_integration() const { return network == NetworkPlace::by_integration; }
};

/// `rules/platform/compute-kinds.yaml`: every kind has a row.
class ComputeKinds {
 public:
  static constexpr std::string_view id = "compute-kinds";
  [[nodiscard]] static ComputeKinds read(Reader& reader);

  [[nodiscard]] const ComputeKind& operator[](WorkloadKind kind) const { return kinds_.at(kind); }

 private:
  std::map<WorkloadKind, ComputeKind> kinds_;
};

}  // namespace smtplint::knowledge
