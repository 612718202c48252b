#include "knowledge/policy.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"
#include "base/letter_case.h"

namespace smtplint::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, PolicyRule>, 4> policy_rules = {{
    {"allowed", PolicyRule::allowed},
    {"exemptable", PolicyRule::exemptable},
    {"blocked", PolicyRule::blocked},
    {"not-named", PolicyRule::not_named},
}};

constexpr std::array<std::pair<std::string_view, KindRule>, 5> kind_rules = {{
    {"as-subscription", KindRule::as_subscription},
    {"with-integration", KindRule::with_integration},
    {"unsupported", KindRule::unsupported},
    {"unsupported-may-work", KindRule::unsupported_may_work},
    {"unknown", KindRule::unknown},
}};

enum class BeforeCutoff { stated, conflict };
constexpr std::array<std::pair<std::string_view, BeforeCutoff>, 2> before_cutoff_words = {{
    {"stated", BeforeCutoff::stated},
    {"conflict", BeforeCutoff::conflict},
}};

using WaysOut = std::map<std::string, std::string, std::less<>>;

WaysOut read_ways_out(Node node, Problems& problems) {
  WaysOut ways;
  Reader reader(node, problems);
  if (!node.is(NodeKind::map)) return ways;
  for (std::size_t i = 0; i < node.size(); ++i) ways.emplace(node.key_at(i), reader.text(node.key_at(i)));
  return ways;
}

std::string way_out(Reader& reader, const WaysOut& ways) {
  if (!reader.has("way-out")) return {};
  const std::string id = reader.text("way-out");
  const auto way = ways.find(id);
  if (way != ways.end()) return way->second;
  reader.problems().add(reader.optional("way-out").mark(), "`" + id + "` is none of the edition's ways out");
  return {};
}

/// `blocked`, or `{before: allowed, after: exemptable, way-out: support-case}`.
TypeRule read_type_rule(Reader& types, std::string_view type, BeforeCutoff before, const WaysOut& ways) {
  TypeRule rule;
  const Node node = types.required(type);
  if (node.is(NodeKind::map)) {
    Reader reader(node, types.problems());
    rule.after_cutoff = reader.word<PolicyRule>("after", policy_rules);
    rule.before_cutoff = rule.after_cutoff;
    if (before == BeforeCutoff::stated) rule.before_cutoff = reader.word<PolicyRule>("before", policy_rules);
    rule.way_out = way_out(reader, ways);
  } else {
    rule.after_cutoff = types.word<PolicyRule>(type, policy_rules);
    rule.before_cutoff = rule.after_cutoff;
  }
  const bool would_be_blocked =
      rule.after_cutoff == PolicyRule::exemptable || rule.after_cutoff == PolicyRule::blocked;
  if (would_be_blocked && node.find("way-out").missing()) {
    types.problems().add(node.mark(),
                         "a type that is blocked needs a `way-out`, if only to say that there is none");
  }
  rule.conflict_before_cutoff = before == BeforeCutoff::conflict && would_be_blocked;
  return rule;
}

void read_types(Reader& reader, Edition& edition) {
  const auto before = reader.word<BeforeCutoff>("before-cutoff", before_cutoff_words);
  const Node ways_node = reader.optional("ways-out");
  const WaysOut ways = read_ways_out(ways_node, reader.problems());
  const Node node = reader.required("types");
  Reader types(node, reader.problems());
  if (!node.is(NodeKind::map)) return;
  for (std::size_t i = 0; i < node.size(); ++i) {
    const std::string_view type = node.key_at(i);
    edition.types.emplace(type, read_type_rule(types, type, before, ways));
  }
}

void read_kinds(Reader& reader, Edition& edition) {
  Reader kinds(reader.required("kinds"), reader.problems());
  Reader follow_up(reader.optional("follow-up"), reader.problems());
  for (const std::string_view word : workload_kind_words()) {
    const WorkloadKind kind = *workload_kind_from(word);
    if (kind == WorkloadKind::unknown) continue;
    edition.kinds.emplace(kind, kinds.word<KindRule>(word, kind_rules));
    if (follow_up.has(word)) edition.follow_up.emplace(kind, follow_up.text(word));
  }
}

Edition read_edition(Node file, Problems& problems) {
  Reader reader(file, problems);
  Edition edition;
  edition.id = reader.text("id");
  edition.date = reader.date("date");
  edition.title = reader.text("title");
  edition.cutoff = reader.date("cutoff");
  edition.only_by_name = reader.boolean_or("only-by-name", false);
  edition.support = reader.text_or("support", "");
  edition.page = reader.text("page");
  edition.sources = reader.sources();
  read_types(reader, edition);
  read_kinds(reader, edition);
  return edition;
}

}  // namespace

const TypeRule& Edition::rule_for(std::string_view type) const {
  static const TypeRule not_named;
  auto rule = types.find(type);
  if (rule == types.end()) rule = types.find("other");
  return rule == types.end() ? not_named : rule->second;
}

KindRule Edition::rule_for(WorkloadKind kind) const {
  const auto rule = kinds.find(kind);
  return rule == kinds.end() ? KindRule::unknown : rule->second;
}

PolicyTable PolicyTable::read(const std::vector<Node>& files, Problems& problems) {
  PolicyTable table;
  for (const Node file : files) table.editions_.push_back(read_edition(file, problems));
  std::ranges::stable_sort(table.editions_, {}, &Edition::date);
  const bool any_by_date =
      std::ranges::any_of(table.editions_, [](const Edition& edition) { return !edition.only_by_name; });
  if (!any_by_date) problems.add({"rules/policy", 1, 1}, "there is no edition that a date can choose");
  return table;
}

const Edition& PolicyTable::newest() const {
  const auto last = std::ranges::find_if(editions_.rbegin(), editions_.rend(),
                                         [](const Edition& edition) { return !edition.only_by_name; });
  SMTPLINT_ASSERT(last != editions_.rend());
  return *last;
}

const Edition* PolicyTable::by_id(std::string_view id) const {
  const auto same = [id](const Edition& edition) { return equal_ignoring_case(edition.id, id); };
  const auto found = std::ranges::find_if(editions_, same);
  return found == editions_.end() ? nullptr : &*found;
}

const Edition* PolicyTable::as_of(std::string_view date) const {
  const Edition* newest = nullptr;
  for (const Edition& edition : editions_) {
    if (!edition.only_by_name && edition.date <= date) newest = &edition;
  }
  return newest;
}

}  // namespace smtplint::knowledge
