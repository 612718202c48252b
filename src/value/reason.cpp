#include "value/reason.h"

namespace smtplint {

std::string_view to_string(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::no_value:
      return "no-value";
    case ReasonKind::secret:
      return "secret";
    case ReasonKind::data_source:
      return "data-source";
    case ReasonKind::runtime_only:
      return "runtime-only";
    case ReasonKind::remote_module:
      return "remote-module";
    case ReasonKind::missing_file:
      return "missing-file";
    case ReasonKind::unsupported_function:
      return "unsupported-function";
    case ReasonKind::evaluation_error:
      return "evaluation-error";
    case ReasonKind::limit:
      return "limit";
    case ReasonKind::conflict:
      return "conflict";
  }
  return {};
}

}  // namespace smtplint
