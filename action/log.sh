# shellcheck shell=bash
# Sourced by the steps: text of strangers on the log, where the runner looks for commands.

# Prints stdin so that nothing in it is a command.
print_as_text() {
  local token
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$token"
  cat
  printf '\n::%s::\n' "$token"
}

# Ends the step as smtplint itself ends on a mistake. The detail may hold anything.
give_up() {
  printf '%s\n' "$1" | print_as_text
  printf '::error title=smtplint::smtplint did not run; the log of this step says why\n'
  exit 2
}
