#pragma once

#include <array>
#include <string_view>
#include <tuple>

#include "knowledge/application_links.h"
#include "knowledge/clouds.h"
#include "knowledge/compute_kinds.h"
#include "knowledge/configuration_files.h"
#include "knowledge/container_documents.h"
#include "knowledge/coverage_gaps.h"
#include "knowledge/host_names.h"
#include "knowledge/key_words.h"
#include "knowledge/limits.h"
#include "knowledge/machine_commands.h"
#include "knowledge/mail_ports.h"
#include "knowledge/network_words.h"
#include "knowledge/phrases.h"
#include "knowledge/program_languages.h"
#include "knowledge/reasons.h"
#include "knowledge/remarks.h"
#include "knowledge/setting_forms.h"
#include "knowledge/setting_texts.h"
#include "knowledge/signs.h"

namespace smtplint::knowledge {

/// What `rules/platform/` holds: one file for each of these, whose `id` is that of the table.
using PlatformTables =
    std::tuple<Limits, ReasonTable, RemarkTable, PhraseTable, NetworkWords, Signs, HostNames, KeyWords,
               SettingForms, CoverageGaps, ConfigurationFiles, ProgramLanguages, ApplicationLinks,
               ContainerDocuments, ComputeKinds, MachineCommands, MailPorts, SettingTexts, Clouds>;

template <typename... Tables>
constexpr std::array<std::string_view, sizeof...(Tables)> table_ids(const std::tuple<Tables...>*) {
  return {Tables::id...};
}
/// The ids of those files.
inline constexpr auto platform_ids = table_ids(static_cast<const PlatformTables*>(nullptr));

}  // namespace smtplint::knowledge
