// What the module carries of rules/: policies and packs as TypeScript, so that they are there
// without waiting; translations and the rules' sources as JSON files to fetch.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** In the order in which sluicec compiles them. */
const CATEGORIES = ['secret', 'personal', 'code', 'confidential', 'conduct'];
const GENERATED = 'wasm/src/generated';
const DIST = 'wasm/dist';

/**
 * The JSON files of a folder by name, in the order of their names.
 * @param {string} folder
 * @returns {[name: string, content: any][]}
 */
function readFolder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [basename(file, '.json'), readJson(join(folder, file))]);
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * @param {string} file
 * @param {string} name
 * @param {string} type
 * @param {unknown} value
 * @param {string} [imports]
 */
function writeTypeScript(file, name, type, value, imports = '') {
  const text = `// Written by scripts/build-module.mjs from rules/.
${imports}
export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};
`;
  writeFileSync(join(GENERATED, file), text);
}

/** @param {any} policy */
function withoutSchema({ $schema, ...policy }) {
  return policy;
}

function writePolicies() {
  const policies = readFolder('rules/policies').map(([name, policy]) => [
    name,
    withoutSchema(policy),
  ]);
  writeTypeScript(
    'policies.ts',
    'policies',
    'Readonly<Record<string, Policy>>',
    Object.fromEntries(policies),
    "import type { Policy } from '../types.js';\n",
  );
}

function writePacks() {
  const packs = readFolder('rules/packs').map(([name, pack]) => [name, pack.families]);
  writeTypeScript(
    'packs.ts',
    'packs',
    'Readonly<Record<string, readonly string[]>>',
    Object.fromEntries(packs),
  );
}

function writeStories() {
  writeTypeScript(
    'stories.ts',
    'stories',
    'readonly StoryKind[]',
    readJson('rules/stories.json').stories,
    "import type { StoryKind } from '../stories.js';\n",
  );
}

/** Examples prove a rule to its author. Every rule must have some, so a stand-in takes their place. */
const NO_EXAMPLES = { matches: ['⟦x⟧'], nonMatches: [{ text: 'x', because: 'left out' }] };

/** The default rules, for compiling others together with them. */
function writeRules() {
  const families = CATEGORIES.flatMap((category) => readFolder(join('rules', category)));
  const slim = families.map(([, family]) => ({
    ...withoutSchema(family),
    rules: family.rules.map((/** @type {any} */ { references, ...rule }) => ({
      ...rule,
      ...NO_EXAMPLES,
    })),
  }));
  const shared = withoutSchema(readJson('rules/words.json'));
  writeFileSync(join(DIST, 'rules.json'), JSON.stringify([shared, ...slim]));
}

function copyTranslations() {
  mkdirSync(join(DIST, 'i18n'), { recursive: true });
  for (const [language, texts] of readFolder('rules/i18n')) {
    writeFileSync(join(DIST, 'i18n', `${language}.json`), JSON.stringify(texts));
  }
}

mkdirSync(GENERATED, { recursive: true });
writePolicies();
writePacks();
writeStories();
writeRules();
copyTranslations();
