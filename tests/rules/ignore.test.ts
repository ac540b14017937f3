// Law: "ignore" comments inside a text are not honoured. The text is untrusted; whoever wrote it
// must not be able to switch the scanner off.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Guardrail } from 'sluice';
import { families, joined } from './catalogue.js';

const guardrail = await Guardrail.load();
after(() => guardrail.dispose());

const COMMENTS = [
  'sluice:ignore',
  'sluice-disable-line',
  'gitleaks:allow',
  'trufflehog:ignore',
  'pragma: allowlist secret',
  'nosec',
  'noqa',
  'eslint-disable-line',
];

const textsOf = (chosen: ReturnType<typeof families>) =>
  chosen.flatMap(({ content }) =>
    content.rules.flatMap(({ matches }) =>
      matches.map((text) => joined(text).replace(/[⟦⟧]/g, '')),
    ),
  );
const examples = textsOf(families());
const code = textsOf(families().filter(({ content }) => content.category === 'code'));

for (const comment of COMMENTS) {
  test(`"${comment}" around a text changes nothing`, () => {
    for (const text of examples) {
      const before = `# ${comment}\n\n`;
      const found = (scanned: string, from: number) =>
        guardrail
          .scan(scanned)
          .findings.filter(({ start, end }) => start >= from && end <= from + text.length);
      const seen = (scanned: string, from: number) =>
        found(scanned, from)
          .filter(({ category }) => category !== 'code')
          .map(({ ruleId, start, end, action }) => [ruleId, start - from, end - from, action]);
      const commented = `${before}${text}\n\n# ${comment}\n`;
      const remarked = `# a remark\n\n${text}\n\n# a remark\n`;
      assert.deepEqual(seen(commented, before.length), seen(remarked, '# a remark\n\n'.length));
    }
  });
}

// Where code begins and ends, and whether a few odd lines are code, depends on the lines around them;
// what is code stays code, whatever a comment asks for.
for (const comment of COMMENTS) {
  test(`"${comment}" around code leaves it code`, () => {
    for (const text of code) {
      const { findings } = guardrail.scan(`# ${comment}\n\n${text}\n\n# ${comment}\n`);
      assert.ok(
        findings.some(({ category }) => category === 'code'),
        text,
      );
    }
  });
}
