#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/check.h"
#include "knowledge/framework.h"
#include "knowledge/mapping.h"
#include "knowledge/mta.h"
#include "knowledge/node.h"
#include "knowledge/platform_tables.h"
#include "knowledge/policy.h"
#include "knowledge/provider.h"
#include "knowledge/reader.h"
#include "knowledge/subscription.h"

namespace smtplint::knowledge {

/// The rule files that were linked into the program.
[[nodiscard]] const Image& built_in_image();

/// All knowledge, checked and frozen. Sections are opened when they are first asked for; asking from several
/// threads is safe. A catalogue that `build` returned has no problem in any section.
class Catalogue {
 public:
  /// The knowledge that was linked into the program.
  [[nodiscard]] static const Catalogue& built_in();
  /// Reads every section of the image; all problems of all files at once where there are any. Entries of
  /// `overlay` add to those of `base` or replace the one of the same section and id; `replaced` names those,
  /// as `section/id`. Either image may be missing; both must outlive the catalogue. Where a file of an image
  /// could not be parsed there is no catalogue, and the problems are those of the other files.
  struct Built {
    std::unique_ptr<const Catalogue> catalogue;  ///< nullptr where there are problems
    std::vector<std::string> problems;
    std::vector<std::string> replaced;
  };
  [[nodiscard]] static Built build(const Image* base, const Image* overlay);

  ~Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  [[nodiscard]] const std::vector<Check>& checks() const;  ///< by id
  [[nodiscard]] const PolicyTable& policy() const;
  [[nodiscard]] const SubscriptionTable& subscriptions() const;
  [[nodiscard]] const std::vector<Mapping>& mappings() const;
  [[nodiscard]] const ProviderTable& providers() const;
  [[nodiscard]] const FrameworkTable& frameworks() const;
  [[nodiscard]] const std::vector<Mta>& mtas() const;
  [[nodiscard]] const MachineCommands& machine_commands() const;  ///< what scripts do with
  [[nodiscard]] const Limits& limits() const;
  [[nodiscard]] const MailPorts& mail_ports() const;
  [[nodiscard]] const PhraseTable& phrases() const;                     ///< recurring words of messages
  [[nodiscard]] const NetworkWords& network_words() const;              ///< how network rules are spelled
  [[nodiscard]] const Signs& signs() const;                             ///< what makes a file worth a parse
  [[nodiscard]] const ConfigurationFiles& configuration_files() const;  ///< which files hold settings
  [[nodiscard]] const ProgramLanguages& program_languages() const;
  [[nodiscard]] const ApplicationLinks& application_links() const;  ///< who says what runs where
  [[nodiscard]] const ContainerDocuments& container_documents() const;
  [[nodiscard]] const ComputeKinds& compute_kinds() const;  ///< what each kind of compute is like
  [[nodiscard]] const Clouds& clouds() const;               ///< what shows which cloud is meant
  [[nodiscard]] const HostNames& host_names() const;        ///< private names, placeholders
  [[nodiscard]] const KeyWords& key_words() const;          ///< in the keys of mail settings
  [[nodiscard]] const SettingForms& setting_forms() const;  ///< of the values of mail settings
  [[nodiscard]] const SettingTexts& setting_texts() const;  ///< settings that hold further ones
  [[nodiscard]] const ReasonTable& reasons() const;         ///< why something is not known
  [[nodiscard]] const RemarkTable& remarks() const;         ///< what a verdict rests on
  [[nodiscard]] const CoverageGaps& coverage_gaps() const;  ///< what the program does not see

 private:
  struct State;
  Catalogue(const Image* base, const Image* overlay);
  std::unique_ptr<State> state_;
};

}  // namespace smtplint::knowledge
