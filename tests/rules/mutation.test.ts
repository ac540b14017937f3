// Examples earn their place by noticing when a rule is loosened. A part of all mutants, the same
// every time; `npm run mutate` tries them all and lists those that escape.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, mutantsOf, originalsOf, tally } from './mutants.js';
import { secretSubjects } from './subjects.js';

/** One in so many. */
const PART = 2;

test('at least nine in ten mutants of secret rules are noticed by the examples', async () => {
  const mutants = secretSubjects()
    .flatMap(mutantsOf)
    .filter((_, index) => index % PART === 0);
  const ids = new Set(mutants.map(({ id }) => id));
  const originals = await originalsOf(secretSubjects().filter(({ rule }) => ids.has(rule.id)));
  const { caught, escaped } = await tally(mutants, originals);
  assert.ok(caught + escaped.length >= 100, `${caught + escaped.length} mutants`);
  assert.ok(caught >= 9 * escaped.length, `${caught} noticed, escaped: ${escaped.join('; ')}`);
});

test('a mutant that changes nothing escapes, one that does is noticed', async () => {
  const subject = secretSubjects().find(({ rule }) => rule.id === 'npm-token');
  assert.ok(subject);
  const originals = await originalsOf([subject]);
  const same = { id: 'npm-token', what: 'as it was', subject };
  const [other] = mutantsOf(subject);
  assert.ok(other);
  assert.notEqual(await findingsOf(subject), undefined);
  const { caught, escaped } = await tally([same, other], originals);
  assert.deepEqual([caught, escaped], [1, ['npm-token as it was']]);
});

test('every secret rule has three matches and three near misses', () => {
  for (const { rule } of secretSubjects()) {
    assert.ok((rule.matches?.length ?? 0) >= 3, `${rule.id}: matches`);
    assert.ok((rule.nonMatches?.length ?? 0) >= 3, `${rule.id}: near misses`);
  }
});
