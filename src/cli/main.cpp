#include <exception>
#include <string>
#include <vector>

#include "cli/output.h"
#include "cli/run.h"

int main(int count, char** arguments) {
  try {
    return smtplint::cli::run(std::vector<std::string>(arguments + (count > 0 ? 1 : 0), arguments + count));
  } catch (const std::exception& error) {
    smtplint::cli::write_stderr_line(std::string("smtplint: internal error: ") + error.what());
    return smtplint::cli::exit_error;
  }
}
