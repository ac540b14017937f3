#!/usr/bin/env node
// Writes docs/secrets.md, the table of secrets that are found, from the rules. `--check` writes
// nothing and fails when the document is not what the rules say.
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { listFiles, readText, writeOrCheck } from './lib.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = 'docs/secrets.md';

/**
 * What a check proves, in words; checks of form alone are left out.
 * @type {Readonly<Record<string, string>>}
 */
const PROOFS = {
  'github-crc32': 'check sum (CRC-32, base 62)',
  'gitlab-crc32': 'check sum (CRC-32, base 36)',
  'crc32-hex': 'check sum (CRC-32)',
  'grafana-crc32': 'check sum (CRC-32)',
  'confluent-crc32': 'check sum (CRC-32, base 64)',
  'azure-key': 'check sum (Marvin32 or CRC-32)',
  base58check: 'check sum (double SHA-256)',
  bech32: 'check sum (BCH code)',
  nkey: 'check sum (CRC-16)',
  jwt: 'decodes to JSON',
  'base64-user-pass': 'decodes to name and password',
  password: 'value model',
  'strong-password': 'value model',
  'password-nearby': 'value model, sentence',
  'login-nearby': 'value model, sentence',
  rarity: 'rarity of its characters',
};
const SURE = { high: 'likely', medium: 'possible', low: 'hint' };

const HEAD = `# Secrets that are found

For people who decide what may go where: every kind of key, token and password the rules know, how
sure a finding is, and who says what the value looks like. This file is written by
\`scripts/generate-secrets-doc.mjs\` from the rules in \`rules/secret/\`; what is wrong here is wrong
there.

- **certain**: a check sum or the value's own structure agrees, which chance does not do.
- **likely**: the issuer's own form, or a value beside the issuer's name.
- **possible**: a label such as "password" and a value that looks like one.
- **hint**: noted, never in the way of a person.

Where two words stand, the second holds when the check fails: an invented token still looks like one.
Placeholders, references to variables and what issuers publish as a specimen are no findings, or are
reported as test values. No check asks anybody: nothing leaves the machine.
`;

/**
 * @typedef {{ check: string, onPass?: string, onFail?: string }} Check
 * @typedef {{ id: string, title: string, confidence: 'low' | 'medium' | 'high', severity: string,
 *   validators?: (string | Check)[], detector?: { name: string }, references?: string[] }} Rule
 * @typedef {{ title: string, rules: Rule[] }} Family
 */

/** @param {Rule} rule */
function checksOf(rule) {
  return (rule.validators ?? []).map((entry) =>
    typeof entry === 'string' ? { check: entry } : entry,
  );
}

/** @param {Rule} rule */
function howSure(rule) {
  const checks = checksOf(rule);
  const proven = rule.detector !== undefined || checks.some(({ onPass }) => onPass === 'certain');
  const sure = proven ? 'certain' : SURE[rule.confidence];
  if (!checks.some(({ onFail }) => onFail === 'lower')) return sure;
  return `${sure}, ${rule.confidence === 'high' ? SURE.medium : SURE.low}`;
}

/**
 * What a detector proves.
 * @type {Readonly<Record<string, string>>}
 */
const DETECTORS = { 'seed-phrases': 'word list and check sum (SHA-256)' };

/** @param {Rule} rule */
function proofOf(rule) {
  if (rule.detector) return DETECTORS[rule.detector.name] ?? 'form';
  const proofs = checksOf(rule).flatMap(({ check }) => PROOFS[check] ?? []);
  return [...new Set(proofs)].join(', ') || 'form';
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll('|', '\\|');
}

/** @param {Rule} rule */
function row(rule) {
  const links = (rule.references ?? []).map((url) => `[${new URL(url).hostname}](${url})`);
  const cells = [cell(rule.title), `\`${rule.id}\``, howSure(rule), proofOf(rule), rule.severity];
  return `| ${[...cells, links.join(', ')].join(' | ')} |`;
}

/** @param {Family} family */
function section({ title, rules }) {
  return [
    `## ${title}`,
    '',
    '| what | rule | how sure | what is checked | harm | described at |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rules.map(row),
    '',
  ].join('\n');
}

/** @param {string} root */
export function secretsDocument(root) {
  const families = listFiles(root, 'rules/secret', /\.json$/).map(
    (path) => /** @type {Family} */ (JSON.parse(readText(root, path))),
  );
  families.sort((a, b) => (a.title < b.title ? -1 : 1));
  const count = families.reduce((sum, { rules }) => sum + rules.length, 0);
  const total = `\n${count} rules in ${families.length} families.\n`;
  return [HEAD + total, ...families.map(section)].join('\n');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeOrCheck(TARGET, secretsDocument(ROOT), 'generate-secrets-doc');
}
