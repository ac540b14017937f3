// The rule files agree with their schemas, with each other, and with what stands beside them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CATEGORIES, families, joined, jsonFiles, readJson } from './catalogue.js';

interface Stories {
  readonly stories: readonly {
    readonly id: string;
    readonly title: string;
    readonly parts: readonly (readonly string[])[];
  }[];
}

interface Translation {
  readonly language: string;
  readonly categories: Readonly<Record<string, unknown>>;
  readonly placeholders: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, { readonly title: string }>>;
  readonly stories: Readonly<Record<string, { readonly title: string }>>;
  readonly evidence: {
    readonly kinds: Readonly<Record<string, string>>;
    readonly checks: Readonly<Record<string, string>>;
  };
}

interface Pack {
  readonly families: readonly string[];
}

interface Policy {
  readonly id: string;
  readonly clauses: readonly { readonly families?: string[]; readonly rules?: string[] }[];
}

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
const ruleSchema = ajv.compile(readJson<object>('rules/rules.schema.json'));
ajv.addSchema(readJson<object>('rules/rules.schema.json'), 'rules.schema.json');
const wordsSchema = ajv.compile(readJson<object>('rules/words.schema.json'));
const policySchema = ajv.compile(readJson<object>('rules/policy.schema.json'));

const files = families();
const rules = files.flatMap(({ content }) => content.rules);
const ids = new Set(rules.map(({ id }) => id));
const familyNames = new Set(files.map(({ name }) => name));
const packs = jsonFiles<Pack>('rules/packs');
const policies = jsonFiles<Policy>('rules/policies');
const renames = readJson<Record<string, string>>('rules/renames.json');

function unknown(names: Iterable<string>, known: ReadonlySet<string>): string[] {
  return [...names].filter((name) => !known.has(name));
}

describe('rule files', () => {
  test('there are some', () => assert.ok(rules.length >= 40, `${rules.length} rules`));

  for (const { path, name, folder, content } of files) {
    test(`${path} follows the schema and is named for what it holds`, () => {
      assert.ok(ruleSchema(content), ajv.errorsText(ruleSchema.errors, { separator: '\n' }));
      assert.equal(content.family, name);
      assert.equal(content.category, folder);
    });
  }

  test('rules/words.json follows its schema', () => {
    const words = readJson<object>('rules/words.json');
    assert.ok(wordsSchema(words), ajv.errorsText(wordsSchema.errors, { separator: '\n' }));
    assert.ok(!wordsSchema({ words: { orders: ['order'] } }));
  });

  test('the schema refuses an unknown field, a missing example and two kinds of rule', () => {
    const [file] = files;
    assert.ok(file);
    const broken = (change: object) => ({
      ...file.content,
      rules: [{ ...file.content.rules[0], ...change }],
    });
    assert.ok(ruleSchema(broken({})));
    assert.ok(!ruleSchema(broken({ keywords: ['x'] })));
    assert.ok(!ruleSchema(broken({ matches: [] })));
    assert.ok(!ruleSchema(broken({ pattern: 'x', number: { lengths: [9] } })));
  });

  test('ids are unique', () => {
    const seen = rules.map(({ id }) => id);
    assert.deepEqual(
      seen.filter((id, index) => seen.indexOf(id) !== index),
      [],
    );
  });

  test('no example stands twice in a rule', () => {
    for (const { id, matches, nonMatches } of rules) {
      const texts = [...matches, ...nonMatches.map(({ text }) => text)].map(joined);
      assert.equal(new Set(texts).size, texts.length, id);
    }
  });

  test('every match marks what is to be found', () => {
    for (const { id, matches } of rules) {
      for (const text of matches) assert.match(joined(text), /⟦[^⟦⟧]+⟧/, id);
    }
  });
});

describe('renames', () => {
  test('no old id is in use, and every new one is', () => {
    assert.deepEqual(
      Object.keys(renames).filter((id) => ids.has(id)),
      [],
    );
    assert.deepEqual(unknown(Object.values(renames), ids), []);
  });
});

describe('packs', () => {
  test('exist', () => {
    const names = new Set(packs.map(({ name }) => name));
    assert.deepEqual(unknown(['default', 'secrets', 'personal-eu', 'code'], names), []);
  });

  for (const { path, content } of packs) {
    test(`${path} names families that exist, each once`, () => {
      assert.deepEqual(unknown(content.families, familyNames), []);
      assert.equal(new Set(content.families).size, content.families.length);
    });
  }

  test('every family is in a pack', () => {
    const covered = new Set(packs.flatMap(({ content }) => content.families));
    assert.deepEqual(unknown(familyNames, covered), []);
  });
});

describe('stories', () => {
  const file = readJson<Stories>('rules/stories.json');
  const { stories } = file;

  test('rules/stories.json follows its schema', () => {
    const schema = ajv.compile(readJson<object>('rules/stories.schema.json'));
    assert.ok(schema(file), ajv.errorsText(schema.errors, { separator: '\n' }));
    assert.ok(!schema({ stories: [{ id: 'login', title: 'Login', parts: [['user-name']] }] }));
  });

  test('their parts are rules, and no rule is in two parts', () => {
    const parts = stories.flatMap((story) => story.parts.flat());
    assert.deepEqual(unknown(parts, ids), []);
    assert.equal(new Set(parts).size, parts.length);
  });

  for (const language of ['en', 'nl']) {
    test(`rules/i18n/${language}.json names each, and no other`, () => {
      const texts = readJson<Translation>(`rules/i18n/${language}.json`);
      assert.deepEqual(
        Object.keys(texts.stories).toSorted(),
        stories.map(({ id }) => id).toSorted(),
      );
    });
  }

  test('the English titles are their own', () => {
    const texts = readJson<Translation>('rules/i18n/en.json');
    for (const { id, title } of stories) assert.equal(texts.stories[id]?.title, title);
  });
});

describe('translations', () => {
  const placeholders = new Set(rules.map(({ placeholder }) => placeholder));
  for (const language of ['en', 'nl']) {
    test(`rules/i18n/${language}.json names every rule, placeholder and category, and no other`, () => {
      const texts = readJson<Translation>(`rules/i18n/${language}.json`);
      assert.equal(texts.language, language);
      assert.deepEqual(unknown(ids, new Set(Object.keys(texts.rules))), []);
      assert.deepEqual(unknown(Object.keys(texts.rules), ids), []);
      assert.deepEqual(unknown(placeholders, new Set(Object.keys(texts.placeholders))), []);
      assert.deepEqual(unknown(CATEGORIES, new Set(Object.keys(texts.categories))), []);
    });
  }

  test('all languages have words for the same evidence', () => {
    const [first, ...others] = ['en', 'nl'].map((language) => {
      const { evidence } = readJson<Translation>(`rules/i18n/${language}.json`);
      assert.match(evidence.kinds.context ?? '', /\{word\}/);
      return [Object.keys(evidence.kinds), Object.keys(evidence.checks)];
    });
    for (const other of others) assert.deepEqual(other, first);
  });

  test('the English titles are those of the rules', () => {
    const texts = readJson<Translation>('rules/i18n/en.json');
    for (const { id, title } of rules) assert.equal(texts.rules[id]?.title, title);
  });
});

describe('policies', () => {
  test('exist', () => {
    const names = new Set(policies.map(({ name }) => name));
    assert.deepEqual(unknown(['default', 'strict', 'monitor'], names), []);
  });

  for (const { path, name, content } of policies) {
    test(`${path} follows the schema and names what exists`, () => {
      assert.ok(policySchema(content), ajv.errorsText(policySchema.errors, { separator: '\n' }));
      assert.equal(content.id, name);
      for (const clause of content.clauses) {
        assert.deepEqual(unknown(clause.families ?? [], familyNames), []);
        assert.deepEqual(unknown(clause.rules ?? [], ids), []);
      }
    });
  }
});
