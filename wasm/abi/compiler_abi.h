// C interface of the rule compiler, as exported by sluice-compiler.wasm. The
// rules of abi.h hold here too.
#ifndef SLUICE_COMPILER_ABI_H_
#define SLUICE_COMPILER_ABI_H_

#include "abi.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sluice_compiler sluice_compiler;
typedef struct sluice_output sluice_output;

sluice_status sluice_compiler_new(sluice_compiler** compiler);
void sluice_compiler_free(sluice_compiler* compiler);
// A family of rules, or word lists for the files after it; `file` names it in
// errors. What is wrong with it comes out of sluice_compiler_compile.
sluice_status sluice_compiler_add_file(sluice_compiler* compiler,
                                       const char* file, uint32_t file_length,
                                       const char* json, uint32_t json_length);
// Compiles everything added, once. With `examples` != 0 the rules' own examples
// run through the whole pipeline, decided by `policy` (binary form).
sluice_status sluice_compiler_compile(sluice_compiler* compiler,
                                      uint32_t examples, const uint8_t* policy,
                                      uint32_t policy_size,
                                      sluice_output** output);

// Reads a policy file. SLUICE_OUTPUT_BYTES is its binary form.
sluice_status sluice_policy_parse(const char* file, uint32_t file_length,
                                  const char* json, uint32_t json_length,
                                  sluice_output** output);

enum sluice_output_part {
  // The database or policy; empty when there are errors that prevent one.
  SLUICE_OUTPUT_BYTES = 0,
  // JSON: [{"code":4,"message":"","where":"","line":1,"column":2}]
  SLUICE_OUTPUT_ERRORS = 1,
  // JSON: [{"rule":"","kind":"","anchors":[""],"grams":1,"candidatesPerMb":1,
  //         "programSize":1,"unbounded":false}]
  SLUICE_OUTPUT_COSTS = 2,
  // JSON: {"passed":1,"failed":0}
  SLUICE_OUTPUT_EXAMPLES = 3,
};
sluice_status sluice_output_get(const sluice_output* output, uint32_t part,
                                const char** bytes, uint32_t* length);
void sluice_output_free(sluice_output* output);

#ifdef __cplusplus
}
#endif

#endif  // SLUICE_COMPILER_ABI_H_
