#include "lowering/machine/machine_mailers.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "lowering/machine/program_setup.h"
#include "lowering/mail/endpoint_text.h"
#include "lowering/mail/framework_drafts.h"
#include "lowering/mail/mailer_builder.h"
#include "lowering/mail/marks.h"
#include "value/text.h"

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

/// The mailers of one program on one machine. What two set-ups say by the same words is one: an account that
/// another one takes over, commands that are given the same variables.
class Mailers {
 public:
  void add(model::Mailer mailer) {
    const auto [known, added] = by_words_.emplace(words_of(mailer), mailers_.size());
    if (added) {
      mailers_.push_back(std::move(mailer));
    } else if (mailer.conditions.size() < mailers_[known->second].conditions.size()) {
      mailers_[known->second] = std::move(mailer);
    }
  }
  [[nodiscard]] std::vector<model::Mailer> finish() { return std::move(mailers_); }

 private:
  using Word = std::tuple<std::string, Scope, int, Place>;
  static std::vector<Word> words_of(const model::Mailer& mailer) {
    std::vector<Word> words;
    for (const model::HostChoice& host : mailer.hosts)
      words.emplace_back(host.name.value_or(""), host.scope, -1, host.mark.place);
    for (const model::PortChoice& port : mailer.ports)
      words.emplace_back("", Scope::unknown, port.number.value_or(0), port.mark.place);
    return words;
  }

  std::vector<model::Mailer> mailers_;
  std::map<std::vector<Word>, std::size_t> by_words_;
};

void add_mailers(const knowledge::Mta& mta, ProgramSetup setup, const MachineBlock& block,
                 const std::optional<model::Link>& link, const SettingReader& reader, Mailers& mailers) {
  setup.settings.owner = block.owner;
  setup.settings.document = block.document;
  const SettingsBlock settings{block.workload, std::move(setup.settings), link};
  Draft draft = draft_of_program(mta.program, mta.form(), settings.settings);
  draft.made_by = setup.installed.value.is_absent() ? &setup.first : &setup.installed;
  draft.delivery_stated = setup.file_written;
  draft.set_by = setup.changed_file;
  for (model::Mailer& mailer : build_mailers(draft, settings, reader)) {
    mailer.serves_machine = mta.listens;
    // What else the machine was given before is not known.
    mailer.environment_complete = mailer.environment_complete && draft.delivery_stated;
    if (setup.only_in_branch) mailer.conditions.push_back({model::Condition::Kind::script_branch, {}});
    mailers.add(std::move(mailer));
  }
}

/// `host user:password`, as files of passwords have it: what stands behind the colon.
void add_login_line(Value text, std::size_t begin, std::string_view line, const ValueStore& store,
                    std::vector<Place>& secrets) {
  const std::size_t blank = line.find_first_of(" \t");
  const std::size_t login = blank == std::string_view::npos ? blank : line.find_first_not_of(" \t", blank);
  if (login == std::string_view::npos || endpoints_in(line.substr(0, blank)).empty()) return;
  const std::size_t colon = line.find(':', login);
  if (colon == std::string_view::npos || line.find_first_of(" \t", login) < line.size()) return;
  const TextOrigin origin = text_origin(store, text, begin + colon + 1, line.size() - colon - 1);
  if (origin.place.known()) secrets.push_back(origin.place);
}

/// Logins in the files that a set-up writes.
void add_logins(const Machine& machine, const ValueStore& store, std::vector<Place>& secrets) {
  for (const MachineBlock* block : machine) {
    for (const SetupStep& step : block->setup.steps) {
      const auto* file = std::get_if<FileWritten>(&step.what);
      if (file == nullptr || !file->text.is(ValueType::string)) continue;
      const std::string_view text = file->text.text().chars;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        add_login_line(file->text, at, text.substr(at, end - at), store, secrets);
        at = end + 1;
      }
    }
  }
}

void add_passwords(const knowledge::Mta& mta, const ProgramSetup& setup, const ValueStore& store,
                   std::vector<Place>& secrets) {
  for (const Setting& setting : setup.settings.values) {
    const auto& keys = mta.form().password;
    if (std::ranges::find(keys, setting.path) != keys.end()) add_places(store, setting.value, secrets);
  }
}

/// Scripts that do not parse may have nothing to do with mail; what a limit cut off is not known.
void add_gaps(const Machine& machine, bool has_mail, MachineMail& mail) {
  for (const MachineBlock* block : machine) {
    for (const Event& gap : block->setup.gaps) {
      if (has_mail) {
        mail.gaps.push_back(gap);
      } else if (gap.kind == EventKind::limit_reached) {
        mail.cut_off.push_back(gap);
      }
    }
  }
}

void add_mail(const Machine& machine, const std::optional<model::Link>& link,
              const knowledge::Catalogue& catalogue, ValueStore& store, const SettingReader& reader,
              MachineMail& mail) {
  bool any = false;
  for (const knowledge::Mta& mta : catalogue.mtas()) {
    Mailers mailers;
    for (ProgramSetup& setup : read_program(mta, machine, catalogue.machine_commands(), store)) {
      any = true;
      add_passwords(mta, setup, store, mail.secrets);
      add_mailers(mta, std::move(setup), *machine.front(), link, reader, mailers);
    }
    std::ranges::move(mailers.finish(), std::back_inserter(mail.mailers));
  }
  if (any) add_logins(machine, store, mail.secrets);
  add_gaps(machine, any, mail);
}

}  // namespace

MachineMail find_machine_mail(const std::vector<MachineBlock>& machines,
                              const knowledge::Catalogue& catalogue, ValueStore& store,
                              const MailOptions& options, const std::vector<ImageBlock>& images) {
  MachineMail mail;
  const SettingReader reader(catalogue, options.own, store);
  for (const Machine& machine : by_machine(machines)) add_mail(machine, {}, catalogue, store, reader, mail);
  for (const ImageBlock& image : images)
    add_mail({&image.machine}, image.link, catalogue, store, reader, mail);
  return mail;
}

}  // namespace smtplint::lowering
