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

# A grammar of our own, or the package of another's: `add_grammar(php node_modules/tree-sitter-php/php)`.
function(add_grammar name)
  set(folder ${grammars}/${name}/src)
  if(ARGC GREATER 1)
    set(folder ${grammars}/${ARGV1}/src)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/parser.c ${folder}/scanner.c)
  add_library(grammar_${name} STATIC ${sources})
  target_include_directories(grammar_${name} PRIVATE ${folder} INTERFACE ${folder})
  target_compile_options(grammar_${name} PRIVATE -w -O2)
  target_link_libraries(grammar_${name} PUBLIC tree_sitter)
  add_library(grammar::${name} ALIAS grammar_${name})
endfunction()

add_grammar(hcl)
add_grammar(json)
add_grammar(arm-expression)
add_grammar(bicep)
add_grammar(python node_modules/tree-sitter-python)
add_grammar(php node_modules/tree-sitter-php/php)
add_grammar(ruby node_modules/tree-sitter-ruby)
