# sluice_wasm_module(name SOURCES ... EXPORTS file LINK level LIBRARIES ...): a
# standalone <name>.wasm that exports the functions listed in `file`, one per
# line. LINK is how far the linked module is optimised.
function(sluice_wasm_module name)
  cmake_parse_arguments(ARG "" "EXPORTS;LINK" "SOURCES;LIBRARIES" ${ARGN})
  set(list ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_EXPORTS})
  file(STRINGS ${list} symbols)
  list(TRANSFORM symbols PREPEND _)
  list(JOIN symbols "," symbols)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})

  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES SUFFIX .wasm LINK_DEPENDS ${list})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}
                             ${PROJECT_SOURCE_DIR}/engine)
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES})
  # Memory grows to what the text limit needs and no further. A failing malloc
  # answers null, so that the ABI can say so; a failing `new` traps.
  target_link_options(${name} PRIVATE ${ARG_LINK} --no-entry -sSTANDALONE_WASM
                      -sEXPORTED_FUNCTIONS=${symbols} -sMALLOC=emmalloc -sABORTING_MALLOC=0
                      -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=2097152 -sMAXIMUM_MEMORY=268435456
                      -sTOTAL_STACK=262144 -sERROR_ON_UNDEFINED_SYMBOLS=1)
endfunction()
