#pragma once

#include "frontend/terraform/deployment.h"

namespace smtplint::terraform {

/// Loads what Terraform loads by itself, then the environment's own files; later ones win.
void load_variable_files(Deployment& deployment, const Environment& environment);
/// Reads `--var` values as the variables' types want them: text for scalars and variables without a type,
/// expressions for all others.
void take_command_line(Deployment& deployment, const ModuleSource& root, const Variables& variables);

}  // namespace smtplint::terraform
