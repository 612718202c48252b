# The second build: address and undefined-behaviour sanitizers, with optimisation, so that the whole test run stays
# short. A finding ends the program. Libraries are linked dynamically, as the sanitizers' runtime wants it.
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1 -fno-omit-frame-pointer")
set(CMAKE_C_FLAGS_SANITIZE "-O1 -g1 -fno-omit-frame-pointer")

if(SMTPLINT_SANITIZE)
  if(SMTPLINT_STATIC)
    message(FATAL_ERROR "SMTPLINT_SANITIZE needs SMTPLINT_STATIC=OFF: the sanitizers' runtime is not for static programs")
  endif()
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

if(SMTPLINT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    message(FATAL_ERROR "SMTPLINT_FUZZ needs clang: the fuzz targets use its libFuzzer")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
