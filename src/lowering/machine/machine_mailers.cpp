#include "lowering/machine/machine_mailers.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "lowering/machine/program_setup.h"
#include "lowering/mail/framework_drafts.h"
#include "lowering/mail/mailer_builder.h"

namespace smtplint::lowering {
namespace {

/// The set-ups of each machine together; what belongs to no workload stands alone.
std::vector<Machine> by_machine(const std::vector<MachineBlock>& blocks) {
  std::vector<Machine> machines;
  std::map<std::size_t, std::size_t> of_workload;
  for (const MachineBlock& block : blocks) {
    if (!block.workload.valid()) {
      machines.push_back({&block});
      continue;
    }
    const auto [known, added] = of_workload.emplace(block.workload.index(), machines.size());
    if (added) machines.emplace_back();
    machines[known->second].push_back(&block);
  }
  return machines;
}

void add_mailers(const knowledge::Mta& mta, ProgramSetup setup, const MachineBlock& block,
                 const SettingReader& reader, std::vector<model::Mailer>& mailers) {
  setup.settings.owner = block.owner;
  setup.settings.document = block.document;
  const SettingsBlock settings{block.workload, std::move(setup.settings)};
  Draft draft = draft_of_program(mta.program, mta.form(), settings.settings);
  draft.made_by = setup.installed.value.is_absent() ? &setup.first : &setup.installed;
  draft.delivery_stated = setup.file_written;
  draft.set_by = setup.changed_file;
  for (model::Mailer& mailer : build_mailers(draft, settings, reader)) {
    mailer.serves_machine = mta.listens;
    // What else the machine was given before is not known.
    mailer.environment_complete = mailer.environment_complete && draft.delivery_stated;
    if (setup.only_in_branch) mailer.conditions.push_back({model::Condition::Kind::script_branch, {}});
    mailers.push_back(std::move(mailer));
  }
}

}  // namespace

MachineMail find_machine_mail(const std::vector<MachineBlock>& machines,
                              const knowledge::Catalogue& catalogue, ValueStore& store,
                              const MailOptions& options) {
  MachineMail mail;
  const SettingReader reader(catalogue, options.own, store);
  for (const Machine& machine : by_machine(machines)) {
    bool any = false;
    for (const knowledge::Mta& mta : catalogue.mtas()) {
      ProgramSetup setup = read_program(mta, machine, catalogue.machine_commands(), store);
      if (!setup.present()) continue;
      any = true;
      add_mailers(mta, std::move(setup), *machine.front(), reader, mail.mailers);
    }
    if (!any) continue;
    for (const MachineBlock* block : machine) {
      std::ranges::copy(block->setup.gaps, std::back_inserter(mail.gaps));
    }
  }
  return mail;
}

}  // namespace smtplint::lowering
