#include "base/limit.h"

namespace smtplint {

std::string_view to_string(Limit limit) {
  switch (limit) {
    case Limit::nesting:
      return "nesting";
    case Limit::evaluation_steps:
      return "evaluation-steps";
    case Limit::expansion:
      return "expansion";
    case Limit::text_bytes:
      return "text-bytes";
    case Limit::module_depth:
      return "module-depth";
    case Limit::embedded_depth:
      return "embedded-depth";
    case Limit::alternatives:
      return "alternatives";
    case Limit::number_digits:
      return "number-digits";
  }
  return {};
}

}  // namespace smtplint
