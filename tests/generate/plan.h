#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smtplint::generate {

/// One way of handing a value on: a row of the language's step table, and a number for its variations. Since
/// each step carries its own number, dropping one leaves the others as they were.
struct StepPlan {
  std::size_t step = 0;
  std::uint32_t choice = 0;
};

/// How one value travels from its literal to the sender's setting.
struct ChainPlan {
  std::size_t origin = 0;  ///< row of the language's table of origins
  std::uint32_t choice = 0;
  bool aside = false;     ///< written in a module of its own and handed out of it
  std::size_t level = 0;  ///< how many modules below the root it is written; at most `Plan::depth`
  std::vector<StepPlan> steps;
};

/// How the settings stand in a text that a resource holds. Each row is any number; what fits is counted from
/// it.
struct DocumentPlan {
  std::size_t holder = 0;  ///< the resource
  std::size_t text = 0;    ///< the kind of document
  std::uint32_t text_choice = 0;
  std::size_t program = 0;
  std::size_t carriage = 0;  ///< how the language writes the text
  std::uint32_t carriage_choice = 0;
  std::vector<StepPlan> steps;  ///< how the text is handed on
  StepPlan encoding;
  bool host_inside = false;  ///< written in the text itself, and not handed into it
  bool port_inside = false;
};

/// A whole project before it is written in a language.
struct Plan {
  std::size_t sender = 0;  ///< row of the language's table of senders
  bool sends = true;       ///< false: the settings stand in a resource that is no compute
  std::size_t naming = 0;  ///< row of the table of setting names
  std::uint16_t port = 25;
  std::string host;
  std::optional<std::string> subscription;  ///< as the command line gives it
  std::size_t depth = 0;                    ///< modules between the root and the sender
  bool instances = false;                   ///< the sender stands under `for_each`
  ChainPlan port_chain;
  ChainPlan host_chain;
  std::optional<DocumentPlan> document;  ///< none: the settings are those of the resource
};

/// How many rows a language's tables have.
struct TableSizes {
  std::size_t origins = 0;
  std::size_t steps = 0;
  std::size_t senders = 0;
  std::size_t namings = 0;
  std::size_t holders = 0, carriages = 0, encodings = 0;  ///< of texts
};

[[nodiscard]] Plan draw_plan(std::uint64_t seed, const TableSizes& sizes);
/// The same with the settings in a text.
[[nodiscard]] Plan draw_document_plan(std::uint64_t seed, const TableSizes& sizes);
/// The same ways for a port that can be repaired: 25 at a relay, of a program that uses STARTTLS.
[[nodiscard]] Plan repairable(Plan plan, const TableSizes& sizes);
/// Every plan that is one part simpler: without one step, one module, one peculiarity.
[[nodiscard]] std::vector<Plan> simpler_plans(const Plan& plan);

}  // namespace smtplint::generate
