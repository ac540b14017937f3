/** The demo's parts that need no browser. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { Guardrail } from 'sluice';
import { formatAddress, parseAddress } from '../../demo/src/address.js';
import { placeOfLine, placeOfPointer } from '../../demo/src/editor/json-places.js';
import { outcomesOf, withoutMarks } from '../../demo/src/engine/examples.js';
import { lineCount, mask } from '../../demo/src/engine/mask.js';
import { isRequest, isResponse } from '../../demo/src/engine/protocol.js';
import { locateReplacements } from '../../demo/src/engine/replacements.js';

describe('the address', () => {
  for (const address of [
    { view: 'text' },
    { view: 'rules', rule: '{"family":"acme","title":"Größe ⟦x⟧ 🙂"}' },
    { view: 'policy', policy: '{}', rule: '' },
  ] as const) {
    it(`brings back ${JSON.stringify(address)}`, async () => {
      const hash = await formatAddress(address);
      assert.match(hash, /^#\/[a-z]+(\?[\w=&-]+)?$/);
      assert.deepEqual(await parseAddress(hash), address);
    });
  }

  for (const hash of ['', '#', '#main', '#/nowhere', '#/text?rule=', '#/text?rule=AAAA&x=1']) {
    it(`takes ${hash || 'nothing'} for the text view`, async () => {
      assert.deepEqual(await parseAddress(hash), { view: 'text' });
    });
  }
});

describe('a message between page and worker', () => {
  it('is known by its type and fields', () => {
    assert.ok(isRequest({ type: 'check', run: 1, json: '' }));
    assert.ok(isResponse({ type: 'timing', run: 1, median: 0.5, runs: 15 }));
  });

  for (const value of [
    null,
    'scan',
    {},
    { type: 'scan', run: 1, text: 'x' },
    { type: 'scan', run: '1', text: 'x', context: {} },
    { type: 'setup', run: 1, setup: null },
    { type: 'toString' },
    { type: '__proto__', run: 1 },
  ]) {
    it(`is not ${JSON.stringify(value)}`, () => {
      assert.ok(!isRequest(value));
      assert.ok(!isResponse(value));
    });
  }
});

describe('a masked value', () => {
  for (const [value, expected] of [
    ['238471068', '2384•••••'],
    ['x', '•'],
    ['abc', 'a••'],
    ['🙂🙂🙂🙂', '🙂🙂••'],
    ['a'.repeat(500), `aaaa${'•'.repeat(12)}`],
  ] as const) {
    it(`of ${value.slice(0, 12)} shows ${expected}`, () => assert.equal(mask(value), expected));
  }

  it('counts lines as an editor does', () => {
    const text = 'one\ntwo\nthree\n';
    assert.equal(lineCount(text, 0, 3), 1);
    assert.equal(lineCount(text, 0, 7), 2);
    assert.equal(lineCount(text, 0, text.length), 3);
    assert.equal(lineCount(text, 4, 5), 1);
  });
});

describe('the places of placeholders', () => {
  it('are those the module wrote', async () => {
    using guardrail = await Guardrail.load();
    const text = 'a@acme.nl, b@acme.nl and a@acme.nl; [EMAIL_1] stood here before';
    const redaction = guardrail.redact(text);
    const places = locateReplacements(redaction.verdict.findings, redaction.text);
    const names = places.map(({ start, end }) => redaction.text.slice(start, end));
    assert.deepEqual(names, ['[EMAIL_2]', '[EMAIL_3]', '[EMAIL_2]']);
    assert.deepEqual(
      places.map(({ findings }) => findings),
      [[0], [1], [2]],
    );
  });

  it('are none when the texts do not agree', async () => {
    using guardrail = await Guardrail.load();
    const { findings } = guardrail.scan('mail a@acme.nl');
    assert.deepEqual(locateReplacements(findings, 'mail a@acme.nl'), []);
  });
});

const FILE = `{
  "family": "acme",
  "rules": [
    { "id": "one", "pattern": ["a", "b"] },
    { "id": "größer", "title": "t", "a/b": 1 }
  ]
}`;

describe('a place in a rule file', () => {
  const state = EditorState.create({ doc: FILE, extensions: [json()] });
  const at = (place: { from: number; to: number } | undefined) =>
    place && state.sliceDoc(place.from, place.to);

  for (const [pointer, expected] of [
    ['/family', '"acme"'],
    ['/rules/0/pattern/1', '"b"'],
    ['/rules/1/a~1b', '1'],
    ['/rules/1', '{'],
    ['/rules/1/missing', '{'],
    ['', '{'],
  ] as const) {
    it(`is ${expected} for the pointer '${pointer}'`, () =>
      assert.equal(at(placeOfPointer(state, pointer)), expected));
  }

  it('counts columns in bytes', () => {
    const line = FILE.split('\n')[4] ?? '';
    const bytes = Buffer.byteLength(line.slice(0, line.indexOf('"title"')));
    assert.equal(at(placeOfLine(state, 5, bytes + 1)), '"title"');
  });

  it('stays inside the file', () => {
    assert.equal(at(placeOfLine(state, 99, 99)), '}');
    assert.equal(at(placeOfLine(state, 0, 0)), '{');
    const empty = EditorState.create({ doc: '', extensions: [json()] });
    assert.deepEqual(placeOfLine(empty, 1, 1), { from: 0, to: 0 });
  });
});

describe('the outcome of examples', () => {
  const file = JSON.stringify({
    rules: [
      {
        id: 'one',
        matches: ['see ⟦A-1⟧ and ⟦A-2⟧', ['split ⟦A', '-3⟧']],
        nonMatches: [{ text: 'B-1', because: 'another letter' }],
      },
    ],
  });
  const problem = { message: 'found nothing', line: 1, column: 1 };

  it('takes the marks out', () => {
    const { text, expected } = withoutMarks('see ⟦A-1⟧ and ⟦A-2⟧');
    assert.equal(text, 'see A-1 and A-2');
    assert.deepEqual(
      expected.map(({ start, end }) => text.slice(start, end)),
      ['A-1', 'A-2'],
    );
  });

  it('is failed for those the engine names, passed for the rest', () => {
    const failed = { ...problem, code: 'example-failed', pointer: '/rules/0/matches/1' };
    const outcomes = outcomesOf(file, [failed]);
    assert.deepEqual(
      outcomes.map(({ text, state, reason }) => [text, state, reason]),
      [
        ['see A-1 and A-2', 'passed', ''],
        ['split A-3', 'failed', 'found nothing'],
        ['B-1', 'passed', ''],
      ],
    );
    assert.equal(outcomes[2]?.because, 'another letter');
  });

  it('is not run when anything else is wrong', () => {
    const wrong = { ...problem, code: 'invalid-pattern', pointer: '/rules/0/pattern' };
    assert.ok(outcomesOf(file, [wrong]).every(({ state }) => state === 'notRun'));
  });

  for (const odd of ['', '[]', '{"rules":{}}', '{"rules":[null]}', '{"rules":[{"matches":[1]}]}']) {
    it(`survives ${odd || 'an empty file'}`, () => assert.ok(outcomesOf(odd, []).length <= 1));
  }
});
