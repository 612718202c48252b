#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "report/display.h"
#include "report/formats.h"
#include "report/order.h"
#include "report/place_text.h"

namespace smtplint::report {
namespace {

constexpr std::array<std::string_view, 6> headings = {"VERDICT",     "SENDER",       "KIND",
                                                      "DESTINATION", "SUBSCRIPTION", "PLACE"};
using Row = std::array<std::string, headings.size()>;

std::string destination_text(const DestinationRow& destination) {
  std::string text = destination.host.value_or(destination.scope == Scope::recipient_mx ? "recipients" : "?");
  text += ":" + (destination.port ? std::to_string(*destination.port) : std::string("?"));
  return text + " (" + destination.provider.value_or(std::string(to_string(destination.scope))) + ")";
}

Row row_of(const Report& report, const SenderRow& sender, const Options& options) {
  Row row = {std::string(to_string(sender.verdict)),
             sender.sender.address.value_or("?"),
             std::string(to_string(sender.sender.kind)),
             destination_text(sender.destination),
             sender.subscription.type,
             ""};
  for (std::string& cell : row) cell = one_line(cell);
  if (sender.location.known()) row.back() = display_place(report, sender.location, options);
  return row;
}

std::vector<std::string> remarks_of(const SenderRow& sender) {
  std::vector<std::string> remarks;
  for (const UnknownField& unknown : sender.unknown) {
    remarks.push_back("unknown " + std::string(to_string(unknown.field)) + ": " + unknown.reason);
  }
  for (const std::string& reason : sender.reasons) remarks.push_back(reason);
  std::string environments;
  for (const std::string& name : sender.environments)
    environments += (environments.empty() ? "" : ", ") + name;
  if (!environments.empty()) remarks.push_back("environments: " + environments);
  return remarks;
}

/// The last column is never padded, so that no line ends with spaces.
template <typename Cells>
void write_row(std::ostream& out, const Cells& row,
               const std::array<std::uint32_t, headings.size()>& widths) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    out << row[i] << std::string(widths[i] - display_width(row[i]) + 2, ' ');
  }
  out << row.back() << '\n';
}

}  // namespace

void write_inventory(std::ostream& out, const Report& report, const Options& options) {
  const std::vector<const SenderRow*> senders = ordered_senders(report);
  if (senders.empty()) return;
  std::array<std::uint32_t, headings.size()> widths{};
  std::vector<Row> rows;
  for (const SenderRow* sender : senders) rows.push_back(row_of(report, *sender, options));
  for (std::size_t i = 0; i < headings.size(); ++i) {
    widths[i] = display_width(headings[i]);
    for (const Row& row : rows) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  write_row(out, headings, widths);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    write_row(out, rows[i], widths);
    for (const std::string& remark : remarks_of(*senders[i])) out << "  " << one_line(remark) << '\n';
  }
}

}  // namespace smtplint::report
