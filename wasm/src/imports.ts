// What a standalone module asks of its host. None of it gives the engine a clock, a file or a way
// out: times are 0, writing goes nowhere, and leaving is a trap.

const BAD_DESCRIPTOR = 8;
const NOT_SUPPORTED = 58;

/** Imports by the names Emscripten gives them. Both modules use a subset. */
export const IMPORTS: WebAssembly.Imports = {
  env: {
    emscripten_notify_memory_growth: () => undefined,
    emscripten_stack_snapshot: () => 0,
    emscripten_stack_unwind_buffer: () => 0,
    emscripten_pc_get_function: () => 0,
  },
  wasi_snapshot_preview1: {
    proc_exit: () => {
      throw new Error('the engine gave up');
    },
    clock_time_get: () => NOT_SUPPORTED,
    environ_sizes_get: () => NOT_SUPPORTED,
    environ_get: () => NOT_SUPPORTED,
    fd_write: () => BAD_DESCRIPTOR,
    fd_seek: () => BAD_DESCRIPTOR,
    fd_close: () => BAD_DESCRIPTOR,
  },
};
