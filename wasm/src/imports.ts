// What a standalone module asks of its host. None of it gives the engine a clock, a file or a way
// out: times are 0, and leaving is a trap.

const NOT_SUPPORTED = 58;

/** Imports by the names Emscripten gives them. The scanner does without the clock. */
export const IMPORTS: WebAssembly.Imports = {
  env: {
    emscripten_notify_memory_growth: () => undefined,
  },
  wasi_snapshot_preview1: {
    proc_exit: () => {
      throw new Error('the engine gave up');
    },
    clock_time_get: () => NOT_SUPPORTED,
  },
};
