# Flags and third-party headers every target shares.
add_library(sluice_flags INTERFACE)
target_compile_options(sluice_flags INTERFACE -Wall -Wextra -Wshadow -Wconversion -fno-exceptions -fno-rtti)

# Debian's header-only libraries, alone: handing Emscripten /usr/include would
# shadow its own system headers.
function(sluice_header_library name header_dir)
  find_path(${name}_root NAMES ${header_dir} PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(private ${CMAKE_BINARY_DIR}/headers/${name})
  file(MAKE_DIRECTORY ${private})
  file(CREATE_LINK ${${name}_root}/${header_dir} ${private}/${header_dir} SYMBOLIC)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${private})
endfunction()

sluice_header_library(nlohmann_json nlohmann)
sluice_header_library(stb stb)
if(SLUICE_TESTS AND NOT EMSCRIPTEN)
  sluice_header_library(doctest doctest)
endif()
