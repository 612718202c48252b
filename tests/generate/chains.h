#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "generate/language.h"

/// How values travel from their literals to a module: the part that all kinds of projects share.
namespace smtplint::generate {

/// A value that has reached the sender's module, and the mark of its literal.
struct Arrival {
  Carrier value;
  MarkId literal{};
};

struct Writing {
  const Language& language;
  const Plan& plan;
  Workshop& workshop;
};

[[nodiscard]] Arrival carry(const Writing& writing, const ChainPlan& chain, std::string_view name,
                            std::string_view literal);

/// What was declared, and how its two values came there.
struct Declared {
  WorkloadKind kind = WorkloadKind::unknown;
  bool integrated = false;
  std::optional<std::string> address;
  Arrival host, port;
};

/// Where each mark came to stand, by its number.
struct Written {
  std::map<std::string, std::string> files;
  std::map<MarkId, FilePlace> places;
};
[[nodiscard]] Written without_marks(const std::map<std::string, std::string>& marked);
[[nodiscard]] Project project_of(const Writing& writing, const Declared& declared);

}  // namespace smtplint::generate
