// Writes docs/personal-data.md: what personal data the rules find, by country.
//   node scripts/personal-data.mjs            writes the file
//   node scripts/personal-data.mjs --check    fails when the file is not what the rules say
import { readdirSync, readFileSync } from 'node:fs';
import { writeOrCheck } from './lib.mjs';

const root = new URL('../', import.meta.url);
const folder = new URL('rules/personal/', root);
const regions = new Intl.DisplayNames(['en'], { type: 'region' });

/**
 * What this reads of a rule; rules/rules.schema.json has all of it.
 * @typedef {string | { check: string, onPass?: string }} Validator
 * @typedef {{ id: string, title: string, country?: string, confidence: string, number?: object,
 *   context?: { mode: string }, validators?: Validator[], tags?: string[] }} Rule
 */

/** @param {URL} url */
const read = (url) => JSON.parse(readFileSync(url, 'utf8'));
/** @type {Rule[]} */
const rules = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => read(new URL(name, folder)).rules);

/** @param {Validator} validator */
const nameOf = (validator) => (typeof validator === 'string' ? validator : validator.check);

/** @param {Rule} rule */
function checks(rule) {
  const names = (rule.validators ?? []).map(nameOf);
  return names.filter((name) => name !== 'not-sequence' && name !== 'separated');
}

/** What must come together before people are interrupted. @param {Rule} rule */
function evidence(rule) {
  if (rule.context?.mode === 'required') return 'a label';
  const byForm = (rule.validators ?? []).some((check) => nameOf(check) === 'separated');
  if (byForm) return 'its own separators, or a label';
  const raised = (rule.validators ?? []).some(
    (check) =>
      typeof check !== 'string' && (check.onPass === 'raise' || check.onPass === 'certain'),
  );
  const column =
    rule.number && checks(rule).length > 0 ? ', or a column that passes throughout' : '';
  if (rule.confidence === 'low' && !raised) return `a label${column}`;
  return 'none: its form suffices';
}

/** @param {Rule} rule */
function law(rule) {
  const articles = (rule.tags ?? []).filter((tag) => tag.startsWith('gdpr-art-'));
  return articles.map((tag) => tag.slice('gdpr-art-'.length)).join(', ');
}

/** @param {Rule} rule */
function row(rule) {
  const check = checks(rule).map((name) => `\`${name}\``);
  const cells = [rule.title, `\`${rule.id}\``, check.join(', ') || '-', evidence(rule), law(rule)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** @param {string} title @param {readonly Rule[]} list */
function table(title, list) {
  const head = '| what | rule | check | needs | GDPR article |\n| --- | --- | --- | --- | --- |';
  return `## ${title}\n\n${head}\n${list.map(row).join('\n')}\n`;
}

function sections() {
  const countries = [...new Set(rules.flatMap((rule) => rule.country ?? []))];
  const byName = countries
    .map((code) => ({ code, name: regions.of(code.toUpperCase()) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const everywhere = rules.filter((rule) => rule.country === undefined);
  return [
    table('Everywhere', everywhere),
    ...byName.map(({ name, code }) =>
      table(
        name,
        rules.filter((rule) => rule.country === code),
      ),
    ),
  ];
}

const text = `# Personal data

<!-- Written by scripts/personal-data.mjs from rules/personal/; do not edit. -->

What the rules in \`rules/personal/\` find. "Needs" says what must come together before people are interrupted; with
less, a finding has low confidence and the default policy leaves it alone. A label is a word near the value, the header
of its column or its key. The label of something else (an order, an invoice, a ticket) nearer than that drops it.

${sections().join('\n')}`;

writeOrCheck('docs/personal-data.md', text, 'personal-data');
