// What fires on every example is reviewed: a change shows up here before it shows up at a user's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from './catalogue.js';
import { collectFires, type Fires, GOLDEN } from './fires.js';

test('the same rules fire on every example as when last reviewed (npm run golden)', async () => {
  assert.deepEqual(await collectFires(), readJson<Fires>(GOLDEN));
});

test('every match fires its own rule and no non-match does', async () => {
  for (const [id, { matches, nonMatches }] of Object.entries(await collectFires())) {
    const own = new RegExp(`(^|, )${id} `);
    for (const fired of matches) assert.match(fired, own);
    for (const fired of nonMatches) assert.doesNotMatch(fired, own);
  }
});
