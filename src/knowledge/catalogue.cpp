#include "knowledge/catalogue.h"

#include <algorithm>
#include <mutex>

#include "base/assert.h"
#include "knowledge/references.h"
#include "knowledge/rule_set.h"
#include "knowledge/sections.h"

namespace smtplint::knowledge {
namespace {

/// A section that is read when it is first asked for.
template <typename Table>
class Lazy {
 public:
  using Read = Table (*)(const std::vector<Node>&, Problems&);

  Lazy(std::string_view section, Read read) : section_(section), read_(read) {}

  /// Reads it now, unless it has been read.
  void open(const RuleSet& rules, Problems& problems) const {
    std::call_once(once_, [&] { table_ = read_(rules.section(section_), problems); });
  }
  const Table& get(const RuleSet& rules) const {
    Problems problems;
    open(rules, problems);
    SMTPLINT_ASSERT(problems.empty());
    return table_;
  }

 private:
  std::string_view section_;
  Read read_;
  mutable std::once_flag once_;
  mutable Table table_;
};

std::vector<Check> read_checks(const std::vector<Node>& files, Problems& problems) {
  std::vector<Check> checks;
  for (const Node file : files) checks.push_back(Check::read(file, problems));
  std::ranges::stable_sort(checks, {}, [](const Check& check) { return check.info.id; });
  return checks;
}

std::vector<Mapping> read_mappings(const std::vector<Node>& files, Problems& problems) {
  std::vector<Mapping> mappings;
  for (const Node file : files) mappings.push_back(Mapping::read(file, problems));
  check_references(mappings, problems);
  return mappings;
}

}  // namespace

struct Catalogue::State {
  explicit State(RuleSet set) : rules(set) {}

  void open_all(Problems& problems) const {
    checks.open(rules, problems);
    policy.open(rules, problems);
    subscriptions.open(rules, problems);
    mappings.open(rules, problems);
    providers.open(rules, problems);
    frameworks.open(rules, problems);
    mtas.open(rules, problems);
    machine_commands.open(rules, problems);
    limits.open(rules, problems);
    phrases.open(rules, problems);
    network_words.open(rules, problems);
    signs.open(rules, problems);
    configuration_files.open(rules, problems);
    program_languages.open(rules, problems);
    application_links.open(rules, problems);
    container_documents.open(rules, problems);
    setting_texts.open(rules, problems);
    names.open(rules, problems);
    reasons.open(rules, problems);
    remarks.open(rules, problems);
    coverage_gaps.open(rules, problems);
  }

  RuleSet rules;
  Lazy<std::vector<Check>> checks{section::checks, read_checks};
  Lazy<PolicyTable> policy{section::policy, PolicyTable::read};
  Lazy<SubscriptionTable> subscriptions{section::subscriptions, SubscriptionTable::read};
  Lazy<std::vector<Mapping>> mappings{section::resources, read_mappings};
  Lazy<ProviderTable> providers{section::providers, ProviderTable::read};
  Lazy<FrameworkTable> frameworks{section::frameworks, FrameworkTable::read};
  Lazy<std::vector<Mta>> mtas{section::mta, read_mtas};
  Lazy<MachineCommands> machine_commands{section::platform, MachineCommands::read};
  Lazy<Limits> limits{section::platform, Limits::read};
  Lazy<PhraseTable> phrases{section::platform, PhraseTable::read};
  Lazy<NetworkWords> network_words{section::platform, NetworkWords::read};
  Lazy<Signs> signs{section::platform, Signs::read};
  Lazy<ConfigurationFiles> configuration_files{section::platform, ConfigurationFiles::read};
  Lazy<ProgramLanguages> program_languages{section::platform, ProgramLanguages::read};
  Lazy<ApplicationLinks> application_links{section::platform, ApplicationLinks::read};
  Lazy<ContainerDocuments> container_documents{section::platform, ContainerDocuments::read};
  Lazy<SettingTexts> setting_texts{section::platform, SettingTexts::read};
  Lazy<NameTables> names{section::platform, NameTables::read};
  Lazy<ReasonTable> reasons{section::platform, ReasonTable::read};
  Lazy<RemarkTable> remarks{section::platform, RemarkTable::read};
  Lazy<CoverageGaps> coverage_gaps{section::platform, CoverageGaps::read};
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

const std::vector<Check>& Catalogue::checks() const { return state_->checks.get(state_->rules); }
const PolicyTable& Catalogue::policy() const { return state_->policy.get(state_->rules); }
const SubscriptionTable& Catalogue::subscriptions() const { return state_->subscriptions.get(state_->rules); }
const std::vector<Mapping>& Catalogue::mappings() const { return state_->mappings.get(state_->rules); }
const ProviderTable& Catalogue::providers() const { return state_->providers.get(state_->rules); }
const FrameworkTable& Catalogue::frameworks() const { return state_->frameworks.get(state_->rules); }
const std::vector<Mta>& Catalogue::mtas() const { return state_->mtas.get(state_->rules); }
const MachineCommands& Catalogue::machine_commands() const {
  return state_->machine_commands.get(state_->rules);
}
const Limits& Catalogue::limits() const { return state_->limits.get(state_->rules); }
const PhraseTable& Catalogue::phrases() const { return state_->phrases.get(state_->rules); }
const NetworkWords& Catalogue::network_words() const { return state_->network_words.get(state_->rules); }
const Signs& Catalogue::signs() const { return state_->signs.get(state_->rules); }
const ConfigurationFiles& Catalogue::configuration_files() const {
  return state_->configuration_files.get(state_->rules);
}
const ProgramLanguages& Catalogue::program_languages() const {
  return state_->program_languages.get(state_->rules);
}
const ApplicationLinks& Catalogue::application_links() const {
  return state_->application_links.get(state_->rules);
}
const ContainerDocuments& Catalogue::container_documents() const {
  return state_->container_documents.get(state_->rules);
}
const SettingTexts& Catalogue::setting_texts() const { return state_->setting_texts.get(state_->rules); }
const NameTables& Catalogue::names() const { return state_->names.get(state_->rules); }
const ReasonTable& Catalogue::reasons() const { return state_->reasons.get(state_->rules); }
const RemarkTable& Catalogue::remarks() const { return state_->remarks.get(state_->rules); }
const CoverageGaps& Catalogue::coverage_gaps() const { return state_->coverage_gaps.get(state_->rules); }

}  // namespace smtplint::knowledge
