#include <string>
#include <vector>

#include "report/formats.h"
#include "report/order.h"
#include "report/place_text.h"
#include "report/table.h"

namespace smtplint::report {
namespace {

std::string destination_text(const DestinationRow& destination) {
  std::string text = destination.host.value_or(destination.scope == Scope::recipient_mx ? "recipients" : "?");
  if (text.find(':') != std::string::npos) text = "[" + text + "]";  // an IPv6 address, before a port
  text += ":" + (destination.port ? std::to_string(*destination.port) : std::string("?"));
  return text + " (" + destination.provider.value_or(std::string(to_string(destination.scope))) + ")";
}

std::vector<std::string> remarks_of(const SenderRow& sender) {
  std::vector<std::string> remarks;
  for (const UnknownField& unknown : sender.unknown) {
    remarks.push_back("unknown " + std::string(to_string(unknown.field)) + ": " + unknown.reason);
  }
  remarks.insert(remarks.end(), sender.reasons.begin(), sender.reasons.end());
  std::string environments;
  for (const std::string& name : sender.environments)
    environments += (environments.empty() ? "" : ", ") + name;
  if (!environments.empty()) remarks.push_back("environments: " + environments);
  return remarks;
}

TableRow row_of(const Report& report, const SenderRow& sender, const Options& options) {
  const std::string place = sender.location.known() ? display_place(report, sender.location, options) : "-";
  return {{std::string(to_string(sender.verdict)), sender.sender.address.value_or("?"),
           std::string(to_string(sender.sender.kind)), destination_text(sender.destination),
           sender.subscription.type, place},
          remarks_of(sender)};
}

}  // namespace

void write_inventory(std::ostream& out, const Report& report, const Options& options) {
  std::vector<TableRow> rows;
  for (const SenderRow* sender : ordered_senders(report)) rows.push_back(row_of(report, *sender, options));
  write_table(out, {"VERDICT", "SENDER", "KIND", "DESTINATION", "SUBSCRIPTION", "PLACE"}, std::move(rows));
}

}  // namespace smtplint::report
