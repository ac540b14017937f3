// What the modules export, as wasm/abi/abi.h and compiler_abi.h declare it. Every pointer and
// every size is a number; a status is 0 or an error.

interface SharedExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  sluice_abi_version(): number;
  sluice_memory_alloc(size: number): number;
  sluice_memory_free(memory: number): void;
}

export interface ScannerExports extends SharedExports {
  sluice_database_load(bytes: number, size: number, database: number): number;
  sluice_database_free(database: number): void;
  sluice_database_rule_count(database: number): number;
  sluice_database_string(database: number, id: number, text: number, length: number): number;
  sluice_rule_string(
    database: number,
    rule: number,
    field: number,
    text: number,
    length: number,
  ): number;
  sluice_rule_number(database: number, rule: number, field: number): number;
  sluice_rule_tag(
    database: number,
    rule: number,
    tag: number,
    text: number,
    length: number,
  ): number;
  sluice_policy_load(bytes: number, size: number, policy: number): number;
  sluice_policy_free(policy: number): void;
  sluice_scanner_new(database: number, scanner: number): number;
  sluice_scanner_free(scanner: number): void;
  sluice_scanner_select(scanner: number, words: number, count: number): number;
  sluice_scanner_input(scanner: number, capacity: number, buffer: number): number;
  sluice_scanner_scan(
    scanner: number,
    policy: number,
    length: number,
    context: number,
    verdict: number,
  ): number;
  sluice_stream_new(scanner: number, policy: number, context: number, stream: number): number;
  sluice_stream_free(stream: number): void;
  sluice_stream_push(stream: number, length: number, verdict: number): number;
  sluice_stream_settled(stream: number): number;
  sluice_stream_end(stream: number, verdict: number): number;
  sluice_verdict_action(verdict: number): number;
  sluice_verdict_incomplete(verdict: number): number;
  sluice_verdict_count(verdict: number): number;
  sluice_verdict_findings(verdict: number): number;
  sluice_language_name(language: number, text: number, length: number): number;
}

export interface CompilerExports extends SharedExports {
  sluice_compiler_new(compiler: number): number;
  sluice_compiler_free(compiler: number): void;
  sluice_compiler_add_file(
    compiler: number,
    file: number,
    fileLength: number,
    json: number,
    jsonLength: number,
  ): number;
  sluice_compiler_compile(
    compiler: number,
    examples: number,
    policy: number,
    policySize: number,
    output: number,
  ): number;
  sluice_policy_parse(
    file: number,
    fileLength: number,
    json: number,
    jsonLength: number,
    output: number,
  ): number;
  sluice_output_get(output: number, part: number, bytes: number, length: number): number;
  sluice_output_free(output: number): void;
}

/** Makes a fresh instance; each has its own memory. */
export type Instantiate<Exports> = () => Exports;
