#!/bin/sh
# Generates the parsers of our own grammars. For maintainers: needs `cargo install tree-sitter-cli --version 0.25.10`.
# Usage: generate.sh [TARGET_FOLDER]; without a folder the files beside the grammars are replaced.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here}
for grammar in hcl json arm-expression bicep; do
  name=$(echo "$grammar" | tr - _)
  out=$target/$grammar/src
  mkdir -p "$out"
  (cd "$here/$grammar" && tree-sitter generate --output "$out" grammar.js)
  rm -f "$out/grammar.json" "$out/node-types.json"
  {
    echo '#pragma once'
    echo
    echo '// Generated from parser.c by generate.sh: the numbers of the symbols in a tree.'
    echo "namespace smtplint::$name::symbol {"
    sed -n 's/^enum ts_symbol_identifiers {/enum Symbol : unsigned short {/; /^enum Symbol/,/^};/p' "$out/parser.c"
    echo "}  // namespace smtplint::$name::symbol"
  } > "$out/${name}_symbols.h"
  (cd "$here/$grammar" && sha256sum grammar.js) > "$out/grammar.js.sha256"
done
