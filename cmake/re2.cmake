# RE2 and its Abseil, from the sources the npm package `re2` carries (pinned by
# hash in package-lock.json). The source list is the package's own.
set(re2_package ${PROJECT_SOURCE_DIR}/node_modules/re2)
if(NOT EXISTS ${re2_package}/binding.gyp)
  message(FATAL_ERROR "RE2 is missing: run scripts/setup first (it installs the npm package re2).")
endif()

file(READ ${re2_package}/binding.gyp re2_manifest)
string(REGEX MATCHALL "vendor/[^\"]+\\.cc" re2_sources "${re2_manifest}")
list(FILTER re2_sources EXCLUDE REGEX "win32|_win\\.cc|flags/")
list(TRANSFORM re2_sources PREPEND ${re2_package}/)
list(REMOVE_DUPLICATES re2_sources)
if(EMSCRIPTEN)
  # One thread and no log: another file takes their place.
  list(FILTER re2_sources EXCLUDE REGEX "/synchronization/|raw_logging")
  list(APPEND re2_sources ${PROJECT_SOURCE_DIR}/engine/compiler/re2/one_thread.cc)
endif()

add_library(re2 STATIC EXCLUDE_FROM_ALL ${re2_sources})
target_include_directories(re2 SYSTEM PUBLIC ${re2_package}/vendor/re2 ${re2_package}/vendor/abseil-cpp)
target_compile_options(re2 PRIVATE -w -fno-exceptions)
if(EMSCRIPTEN)
  # Runs once per rule pack: size matters, speed does not.
  target_compile_options(re2 PRIVATE -Oz -fno-rtti)
else()
  find_package(Threads REQUIRED)
  target_link_libraries(re2 PUBLIC Threads::Threads)
endif()
