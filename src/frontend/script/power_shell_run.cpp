#include "frontend/script/reading.h"
namespace smtplint::script {
void run_power_shell(Value /*text*/, Reading& /*reading*/) {}
}  // namespace smtplint::script
