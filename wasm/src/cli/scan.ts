import { readFileSync } from 'node:fs';
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { Guardrail, type LoadOptions, type Policy, type RulePack, SluiceError } from '../index.js';
import { readRuleFiles, readSource } from './files.js';
import { isClean, type Scanned, summary, textReport } from './report.js';
import { sarifReport } from './sarif.js';
import { EXIT, type ExitStatus, UsageError } from './usage.js';

const FORMATS = ['text', 'json', 'sarif'];

export async function runScan(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      policy: { type: 'string' },
      rules: { type: 'string' },
      destination: { type: 'string' },
      redact: { type: 'boolean', default: false },
    },
  });
  const { format, policy, rules, destination, redact } = values;
  if (!FORMATS.includes(format)) throw new UsageError(`there is no format ${format}`);
  const guardrail = await Guardrail.load(loadOptions(policy, rules));
  const context = destination === undefined ? {} : { destination };
  const scanned: Scanned[] = [];
  for (const path of positionals.length === 0 ? ['-'] : positionals) {
    const source = await readSource(path);
    if (redact) {
      const { text, verdict } = guardrail.redact(source.text, context);
      stdout.write(text);
      stderr.write(textReport({ source, verdict }));
      scanned.push({ source, verdict });
    } else {
      scanned.push({ source, verdict: guardrail.scan(source.text, context) });
    }
  }
  if (redact) stderr.write(`${summary(scanned)}\n`);
  else stdout.write(report(format, scanned, guardrail));
  return scanned.every(({ verdict }) => isClean(verdict)) ? EXIT.clean : EXIT.findings;
}

function report(format: string, scanned: readonly Scanned[], guardrail: Guardrail): string {
  if (format === 'sarif') return sarifReport(scanned, guardrail.rules);
  if (format === 'text') return `${scanned.map(textReport).join('')}${summary(scanned)}\n`;
  const results = scanned.map(({ source, verdict }) => ({ file: source.name, ...verdict }));
  return `${JSON.stringify(results, null, 2)}\n`;
}

function loadOptions(policy: string | undefined, rules: string | undefined): LoadOptions {
  return {
    ...(policy === undefined ? {} : { policy: readPolicy(policy) }),
    ...(rules === undefined ? {} : { rules: readRules(rules) }),
  };
}

/** A name inside the package, unless it looks like a file. */
function readPolicy(nameOrFile: string): Policy | string {
  if (!/[./\\]/.test(nameOrFile)) return nameOrFile;
  return parseJson(nameOrFile, readText(nameOrFile)) as Policy; // checked on load
}

function readRules(folder: string): readonly RulePack[] {
  return readRuleFiles([folder]).map(({ file, json }) => parseJson(file, json) as RulePack);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SluiceError('invalid-json', 'this is not JSON', file);
  }
}
