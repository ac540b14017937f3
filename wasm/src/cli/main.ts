#!/usr/bin/env node
import { argv, exit, stderr, stdout } from 'node:process';
import { SluiceError } from '../index.js';
import { runRules } from './rules.js';
import { runScan } from './scan.js';
import { EXIT, type ExitStatus, USAGE, UsageError } from './usage.js';

async function main([command, ...args]: readonly string[]): Promise<ExitStatus> {
  switch (command) {
    case 'scan':
      return await runScan(args);
    case 'rules':
      return await runRules(args);
    case 'help':
    case '--help':
    case '-h':
      stdout.write(USAGE);
      return EXIT.clean;
    default:
      throw new UsageError(command === undefined ? 'say what to do' : `there is no ${command}`);
  }
}

/** A sentence for the person who typed it; anything else is our mistake and shows its stack. */
function explain(error: unknown): string {
  if (error instanceof UsageError || isArgumentError(error)) {
    return `sluice: ${error.message}\n\n${USAGE}`;
  }
  if (error instanceof SluiceError) return `sluice: error[${error.code}]: ${error.message}\n`;
  return `sluice: ${error instanceof Error ? error.stack : String(error)}\n`;
}

/** What parseArgs throws. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && /PARSE_ARGS/.test(String(error.code));
}

// Whoever reads may stop reading, as `head` does.
stdout.on('error', () => exit(EXIT.error));

let status: ExitStatus = EXIT.error;
try {
  status = await main(argv.slice(2));
} catch (error) {
  stderr.write(explain(error));
}
// Only now: what was written must reach a pipe first.
stdout.write('', () => exit(status));
