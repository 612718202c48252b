# The tree-sitter runtime comes from npm by the lock file in grammars/; our own grammars stand beside it as
# generated C.
set(grammars ${CMAKE_SOURCE_DIR}/grammars)
set(runtime ${grammars}/node_modules/tree-sitter/vendor/tree-sitter/lib)

if(NOT EXISTS ${grammars}/node_modules/.package-lock.json
   OR ${grammars}/package-lock.json IS_NEWER_THAN ${grammars}/node_modules/.package-lock.json)
  message(FATAL_ERROR "grammars/node_modules is missing or older than its lock file: run ./dev build")
endif()

file(GLOB runtime_sources ${runtime}/src/*.c)
list(FILTER runtime_sources EXCLUDE REGEX "/(lib|wasm_store)\\.c$")
add_library(tree_sitter STATIC ${runtime_sources} ${runtime}/src/wasm_store.c)
target_include_directories(tree_sitter SYSTEM PUBLIC ${runtime}/include PRIVATE ${runtime}/src)
target_compile_definitions(tree_sitter PRIVATE _DEFAULT_SOURCE _POSIX_C_SOURCE=200809L)
target_compile_options(tree_sitter PRIVATE -w -O2)

# `folder` holds parser.c and scanner.c.
function(add_grammar_of name folder)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/parser.c ${folder}/scanner.c)
  add_library(grammar_${name} STATIC ${sources})
  target_include_directories(grammar_${name} PRIVATE ${folder} INTERFACE ${folder})
  target_compile_options(grammar_${name} PRIVATE -w -O2)
  target_link_libraries(grammar_${name} PUBLIC tree_sitter)
  add_library(grammar::${name} ALIAS grammar_${name})
endfunction()

# Our own grammars.
function(add_grammar name)
  add_grammar_of(${name} ${grammars}/${name}/src)
endfunction()

# Grammars of others come from npm too. The numbers of their symbols become a header like the ones that stand beside
# our own: `<name>_symbols.h`.
function(add_foreign_grammar name)
  set(folder ${grammars}/node_modules/tree-sitter-${name}/src)
  add_grammar_of(${name} ${folder})
  file(STRINGS ${folder}/parser.c symbols REGEX "^  ([a-z]+_)?sym_[A-Za-z0-9_]+ = [0-9]+,$")
  list(JOIN symbols "\n" symbols)
  set(made ${CMAKE_BINARY_DIR}/grammars/${name})
  file(CONFIGURE OUTPUT ${made}/${name}_symbols.h @ONLY CONTENT "#pragma once

namespace smtplint::${name}::symbol {
enum Symbol : unsigned short {
@symbols@
};
}  // namespace smtplint::${name}::symbol
")
  target_include_directories(grammar_${name} INTERFACE ${made})
endfunction()

add_grammar(hcl)
add_grammar(json)
add_grammar(arm-expression)
add_grammar(bicep)
add_foreign_grammar(bash)
add_foreign_grammar(powershell)
add_grammar_of(python ${grammars}/node_modules/tree-sitter-python/src)
add_grammar_of(php ${grammars}/node_modules/tree-sitter-php/php/src)
add_grammar_of(ruby ${grammars}/node_modules/tree-sitter-ruby/src)
