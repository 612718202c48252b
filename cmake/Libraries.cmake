# Debian's packages. The program links their archives where it is static, so that one file runs anywhere.
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)

function(import_library name archive header)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_LIBRARY NAMES ${archive} REQUIRED)
  add_library(lib::${name} INTERFACE IMPORTED)
  target_include_directories(lib::${name} SYSTEM INTERFACE ${${name}_INCLUDE})
  target_link_libraries(lib::${name} INTERFACE ${${name}_LIBRARY})
endfunction()

if(SMTPLINT_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
import_library(yaml yaml-cpp yaml-cpp/yaml.h)
import_library(re2 re2 re2/re2.h)
import_library(mpfr mpfr mpfr.h)
import_library(gmp gmp gmp.h)
import_library(zlib z zlib.h)
import_library(mbedcrypto mbedcrypto mbedtls/md.h)
import_library(utf8proc utf8proc utf8proc.h)
import_library(pugixml pugixml pugixml.hpp)

# All of it stands in its headers.
find_path(tomlplusplus_INCLUDE toml++/toml.h REQUIRED)
add_library(lib::tomlplusplus INTERFACE IMPORTED)
target_include_directories(lib::tomlplusplus SYSTEM INTERFACE ${tomlplusplus_INCLUDE})

# Only the program's static form needs what libgit2 itself is built on; the shared library brings it along.
import_library(git2 git2 git2.h)
if(SMTPLINT_STATIC)
  # As an object: in an archive it would come too late, behind libgit2's own transports.
  add_library(libgit2_absent_transports OBJECT ${CMAKE_CURRENT_LIST_DIR}/libgit2/absent_transports.c)
  foreach(name IN ITEMS mbedtls mbedx509 mbedcrypto http_parser pcre2-8 z)
    find_library(git2_${name} NAMES ${name} REQUIRED)
    list(APPEND git2_needs ${git2_${name}})
  endforeach()
  target_link_libraries(lib::git2 INTERFACE $<TARGET_OBJECTS:libgit2_absent_transports> ${git2_needs})
endif()
