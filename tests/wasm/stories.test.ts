// The id and the secret of one key are one thing to a person, and two spans to a machine.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findStories } from 'sluice';
import { loadGuardrail, runCli } from './support.js';

const guardrail = loadGuardrail();
const ID = ['AKIA', 'Q7RZT5WX3LMN2PKD'].join('');
const SECRET = ['q9Zr/T5wX3+Lm2Nk', '8VbYh4Ga7JcE1DsUoPfRiMxQ'].join('');
const OTHER = ['AKIA', 'X3LMN2PKDQ7RZT5W'].join('');
const env = (id: string) => `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${SECRET}\n`;
const storiesIn = (text: string) => findStories(guardrail.scan(text));

suite('stories', () => {
  test('an id and its secret are one story, each with its own span', () => {
    const text = env(ID);
    const [story, ...others] = storiesIn(text);
    assert.ok(story);
    assert.deepEqual(others, []);
    assert.equal(story.id, 'aws-credentials');
    assert.deepEqual(
      story.findings.map(({ ruleId, start, end }) => [ruleId, text.slice(start, end)]),
      [
        ['aws-access-key-id', ID],
        ['aws-secret-access-key', SECRET],
      ],
    );
    assert.equal(text.slice(story.start, story.end), text.slice(text.indexOf(ID), -1));
    assert.ok(Object.isFrozen(story));
  });

  test('spans count as JavaScript counts, behind characters of two units', () => {
    const text = `🔑 ${env(ID)}`;
    const [story] = storiesIn(text);
    assert.equal(text.slice(story?.start, story?.end), text.slice(text.indexOf(ID), -1));
  });

  test('one of them alone, or far from the other, is none', () => {
    assert.deepEqual(storiesIn(`key ${ID}`), []);
    const between = 'Nothing of interest stands here. '.repeat(15);
    assert.deepEqual(storiesIn(env(ID).replace('\n', `\n${between}\n`)), []);
  });

  test('two keys are two stories', () => {
    assert.deepEqual(
      storiesIn(env(ID) + env(OTHER)).map(({ findings }) => findings.length),
      [2, 2],
    );
  });

  test('two ids without a secret are none', () => {
    assert.deepEqual(storiesIn(`${ID}\n${OTHER}\n`), []);
  });

  test('the command line tells of one thing', () => {
    const { stdout } = runCli(['scan'], env(ID));
    const [line = '', summary = ''] = stdout.split('\n');
    assert.match(
      line,
      /AWS credentials: AKIA•+ \+ q9Zr•+ \(high confidence\) \[aws-access-key-id, /,
    );
    assert.match(summary, /^2 findings in 1 text/);
  });
});
