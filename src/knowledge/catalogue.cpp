#include "knowledge/catalogue.h"

#include <algorithm>
#include <mutex>
#include <tuple>

#include "base/assert.h"
#include "knowledge/references.h"
#include "knowledge/rule_set.h"
#include "knowledge/sections.h"

namespace smtplint::knowledge {
namespace {

/// A table of `rules/platform/`; where its file is missing, that is said by `check_references`.
template <typename Table>
Table read(const RuleSet& rules, Problems& problems) {
  for (const Node file : rules.section(section::platform)) {
    if (id_of(file) != Table::id) continue;
    Reader reader(file, problems);
    (void)reader.text("id");
    return Table::read(reader);
  }
  return {};
}

template <>
std::vector<Check> read(const RuleSet& rules, Problems& problems) {
  std::vector<Check> checks;
  for (const Node file : rules.section(section::checks)) checks.push_back(Check::read(file, problems));
  std::ranges::stable_sort(checks, {}, [](const Check& check) { return check.info.id; });
  return checks;
}

template <>
std::vector<Mapping> read(const RuleSet& rules, Problems& problems) {
  std::vector<Mapping> mappings;
  for (const Node file : rules.section(section::resources)) mappings.push_back(Mapping::read(file, problems));
  check_references(mappings, problems);
  return mappings;
}

template <>
PolicyTable read(const RuleSet& rules, Problems& problems) {
  return PolicyTable::read(rules.section(section::policy), problems);
}

template <>
SubscriptionTable read(const RuleSet& rules, Problems& problems) {
  return SubscriptionTable::read(rules.section(section::subscriptions), problems);
}

template <>
ProviderTable read(const RuleSet& rules, Problems& problems) {
  Problems of_the_ports;  // said where their own table is read
  return ProviderTable::read(rules.section(section::providers), read<MailPorts>(rules, of_the_ports),
                             problems);
}

template <>
FrameworkTable read(const RuleSet& rules, Problems& problems) {
  return FrameworkTable::read(rules.section(section::frameworks), problems);
}

template <>
std::vector<Mta> read(const RuleSet& rules, Problems& problems) {
  return read_mtas(rules.section(section::mta), problems);
}

/// The tables of the other sections: all files of one make one table.
using SectionTables = std::tuple<std::vector<Check>, PolicyTable, SubscriptionTable, std::vector<Mapping>,
                                 ProviderTable, FrameworkTable, std::vector<Mta>>;

/// A table that is read when it is first asked for.
template <typename Table>
class Lazy {
 public:
  /// Reads it now, unless it has been read.
  void open(const RuleSet& rules, Problems& problems) const {
    std::call_once(once_, [&] { table_ = read<Table>(rules, problems); });
  }
  const Table& get(const RuleSet& rules) const {
    Problems problems;
    open(rules, problems);
    SMTPLINT_ASSERT(problems.empty());
    return table_;
  }

 private:
  mutable std::once_flag once_;
  mutable Table table_;
};

template <typename... Tables>
using LazyTables = std::tuple<Lazy<Tables>...>;
template <typename... Tables>
LazyTables<Tables...> lazy(const std::tuple<Tables...>*);

}  // namespace

struct Catalogue::State {
  explicit State(RuleSet set) : rules(set) {}

  void open_all(Problems& problems) const {
    std::apply([&](const auto&... tables) { (tables.open(rules, problems), ...); }, sections);
    std::apply([&](const auto&... tables) { (tables.open(rules, problems), ...); }, platform);
  }
  template <typename Table>
  [[nodiscard]] const Table& section() const {
    return std::get<Lazy<Table>>(sections).get(rules);
  }
  template <typename Table>
  [[nodiscard]] const Table& table() const {
    return std::get<Lazy<Table>>(platform).get(rules);
  }

  RuleSet rules;
  decltype(lazy(static_cast<const SectionTables*>(nullptr))) sections;
  decltype(lazy(static_cast<const PlatformTables*>(nullptr))) platform;
};

Catalogue::Catalogue(const Image* base, const Image* overlay)
    : state_(std::make_unique<State>(RuleSet(base, overlay))) {}
Catalogue::~Catalogue() = default;

Catalogue::Built Catalogue::build(const Image* base, const Image* overlay) {
  std::unique_ptr<const Catalogue> catalogue(new Catalogue(base, overlay));
  const RuleSet& rules = catalogue->state_->rules;
  Problems problems;
  for (const std::string_view section : section::all) {
    // Mappings say so themselves.
    if (section != section::resources) rules.check_ids(section, problems);
  }
  catalogue->state_->open_all(problems);
  if (rules.complete()) check_references(rules, problems);
  check_replaced_checks(rules, problems);
  Built built;
  for (const std::string_view section : section::all) {
    for (const RuleSet::Replacement& replaced : rules.replacements(section)) {
      built.replaced.push_back(std::string(section) + "/" + std::string(id_of(replaced.base)));
    }
  }
  built.problems = problems.lines();
  if (problems.empty() && rules.complete()) built.catalogue = std::move(catalogue);
  return built;
}

const std::vector<Check>& Catalogue::checks() const { return state_->section<std::vector<Check>>(); }
const PolicyTable& Catalogue::policy() const { return state_->section<PolicyTable>(); }
const SubscriptionTable& Catalogue::subscriptions() const { return state_->section<SubscriptionTable>(); }
const std::vector<Mapping>& Catalogue::mappings() const { return state_->section<std::vector<Mapping>>(); }
const ProviderTable& Catalogue::providers() const { return state_->section<ProviderTable>(); }
const FrameworkTable& Catalogue::frameworks() const { return state_->section<FrameworkTable>(); }
const std::vector<Mta>& Catalogue::mtas() const { return state_->section<std::vector<Mta>>(); }

const Limits& Catalogue::limits() const { return state_->table<Limits>(); }
const ReasonTable& Catalogue::reasons() const { return state_->table<ReasonTable>(); }
const RemarkTable& Catalogue::remarks() const { return state_->table<RemarkTable>(); }
const PhraseTable& Catalogue::phrases() const { return state_->table<PhraseTable>(); }
const NetworkWords& Catalogue::network_words() const { return state_->table<NetworkWords>(); }
const Signs& Catalogue::signs() const { return state_->table<Signs>(); }
const Clouds& Catalogue::clouds() const { return state_->table<Clouds>(); }
const HostNames& Catalogue::host_names() const { return state_->table<HostNames>(); }
const KeyWords& Catalogue::key_words() const { return state_->table<KeyWords>(); }
const SettingForms& Catalogue::setting_forms() const { return state_->table<SettingForms>(); }
const CoverageGaps& Catalogue::coverage_gaps() const { return state_->table<CoverageGaps>(); }
const ConfigurationFiles& Catalogue::configuration_files() const {
  return state_->table<ConfigurationFiles>();
}
const ProgramLanguages& Catalogue::program_languages() const { return state_->table<ProgramLanguages>(); }
const ApplicationLinks& Catalogue::application_links() const { return state_->table<ApplicationLinks>(); }
const ContainerDocuments& Catalogue::container_documents() const {
  return state_->table<ContainerDocuments>();
}
const ComputeKinds& Catalogue::compute_kinds() const { return state_->table<ComputeKinds>(); }
const MachineCommands& Catalogue::machine_commands() const { return state_->table<MachineCommands>(); }
const MailPorts& Catalogue::mail_ports() const { return state_->table<MailPorts>(); }
const SettingTexts& Catalogue::setting_texts() const { return state_->table<SettingTexts>(); }

}  // namespace smtplint::knowledge
