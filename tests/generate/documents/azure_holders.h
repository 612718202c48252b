#pragma once

#include <array>

#include "generate/language.h"

namespace smtplint::generate {

/// How a language of Azure's own resource types writes those that take texts.
struct AzureHolderWriters {
  using Write = decltype(Sender::write);
  Write machine, machine_user_data, scale_set, extension, run_command, web_app, container_group;
};

constexpr std::array<TextHolder, 7> azure_holders(const AzureHolderWriters& write) {
  constexpr std::string_view machines = "Microsoft.Compute/virtualMachines";
  constexpr auto machine = WorkloadKind::virtual_machine;
  return {{{{machines, machine, true, write.machine}, TextKind::user_data, true},
           {{machines, machine, true, write.machine_user_data}, TextKind::user_data, true},
           {{"Microsoft.Compute/virtualMachineScaleSets", WorkloadKind::scale_set, true, write.scale_set},
            TextKind::user_data,
            true},
           {{machines, machine, true, write.extension}, TextKind::script},
           {{machines, machine, true, write.run_command}, TextKind::script},
           {{"Microsoft.Web/sites", WorkloadKind::web_app, true, write.web_app}, TextKind::settings},
           {{"Microsoft.ContainerInstance/containerGroups", WorkloadKind::container_group, false,
             write.container_group},
            TextKind::settings}}};
}

}  // namespace smtplint::generate
