#include <sstream>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/request.h"
#include "report/table.h"

namespace smtplint::cli {
namespace {

std::string_view verdict_word(knowledge::PolicyRule rule) {
  switch (rule) {
    case knowledge::PolicyRule::allowed:
      return to_string(Verdict::allowed);
    case knowledge::PolicyRule::exemptable:
      return to_string(Verdict::blocked_exemption_possible);
    case knowledge::PolicyRule::blocked:
      return to_string(Verdict::blocked);
    case knowledge::PolicyRule::not_named:
      return to_string(Verdict::unknown);
  }
  return {};
}

void add_list(std::vector<std::string>& remarks, std::string_view title,
              const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::string line = std::string(title) + ": ";
  for (std::size_t i = 0; i < words.size(); ++i) line += (i == 0 ? "" : ", ") + words[i];
  remarks.push_back(std::move(line));
}

report::TableRow row_of(const knowledge::SubscriptionType& type, const knowledge::Edition& edition) {
  report::TableRow row;
  row.cells = {type.id, std::string(verdict_word(edition.rule_for(type.id).after_cutoff)), type.name};
  add_list(row.remarks, "aliases", type.aliases);
  add_list(row.remarks, "offers", type.offers);
  add_list(row.remarks, "quota ids", type.quota_ids);
  add_list(row.remarks, "source", type.sources);
  return row;
}

}  // namespace

Result<int> run_subscriptions(const Options& options, const knowledge::Catalogue& catalogue) {
  const auto edition = chosen_edition(options, catalogue.policy());
  if (!edition) return edition.error();
  std::vector<report::TableRow> rows;
  for (const knowledge::SubscriptionType& type : catalogue.subscriptions().types()) {
    rows.push_back(row_of(type, **edition));
  }
  std::ostringstream out;
  report::write_table(out, {"TYPE", "VERDICT", "NAME"}, std::move(rows));
  out << "\npolicy edition " << (*edition)->id << " of " << (*edition)->date << ": " << (*edition)->page
      << '\n';
  if (auto error = write_stdout(out.str())) return *error;
  return 0;
}

}  // namespace smtplint::cli
