# rules/ becomes one image, checked when it is built and linked into whatever asks for the built-in catalogue.
# The compiler is linked with the layers themselves and not through their targets, which bring the image along.
add_executable(smtplint_rules_compiler knowledge/compiler/compile_main.cpp)
add_dependencies(smtplint_rules_compiler smtplint_knowledge smtplint_diagnostic smtplint_base)
target_include_directories(smtplint_rules_compiler PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_options(smtplint_rules_compiler PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
target_link_libraries(smtplint_rules_compiler PRIVATE $<TARGET_FILE:smtplint_knowledge> $<TARGET_FILE:smtplint_diagnostic>
                                                      $<TARGET_FILE:smtplint_base> lib::yaml lib::re2 lib::utf8proc)

set(rules_folder ${CMAKE_SOURCE_DIR}/rules)
set(rules_image ${CMAKE_BINARY_DIR}/generated/rules.image)
set(rules_source ${CMAKE_BINARY_DIR}/generated/rules_image.c)
file(GLOB_RECURSE rule_files CONFIGURE_DEPENDS ${rules_folder}/*.yaml)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
# A file that goes away makes nothing newer; the list of files does.
set(rules_list ${CMAKE_BINARY_DIR}/generated/rules.txt)
list(JOIN rule_files "\n" rule_lines)
file(CONFIGURE OUTPUT ${rules_list} @ONLY CONTENT "@rule_lines@\n")
add_custom_command(
  OUTPUT ${rules_image}
  COMMAND smtplint_rules_compiler ${rules_folder} ${rules_image}
  DEPENDS smtplint_rules_compiler ${rule_files} ${rules_list}
  COMMENT "Checking rules"
  VERBATIM)

file(CONFIGURE OUTPUT ${rules_source} @ONLY CONTENT [[
__asm__(
    ".section .rodata\n"
    ".balign 8\n"
    ".global smtplint_rules_begin\n"
    "smtplint_rules_begin:\n"
    ".incbin \"@rules_image@\"\n"
    ".global smtplint_rules_end\n"
    "smtplint_rules_end:\n"
    ".byte 0\n"
    ".previous\n");
]])
add_library(smtplint_rules_image STATIC ${rules_source})
set_source_files_properties(${rules_source} PROPERTIES OBJECT_DEPENDS ${rules_image})
target_link_libraries(smtplint_knowledge INTERFACE smtplint_rules_image)
