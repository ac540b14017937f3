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

const examples = families().flatMap(({ content }) =>
  content.rules.flatMap(({ matches }) => matches.map((text) => joined(text).replace(/[⟦⟧]/g, ''))),
);

for (const comment of COMMENTS) {
  test(`"${comment}" around a text changes nothing`, () => {
    for (const text of examples) {
      const before = `# ${comment}\n\n`;
      const found = (scanned: string, from: number) =>
        guardrail
          .scan(scanned)
          .findings.filter(({ start, end }) => start >= from && end <= from + text.length)
          .map(({ ruleId, start, end, action }) => [ruleId, start - from, end - from, action]);
      assert.deepEqual(
        found(`${before}${text}\n\n# ${comment}\n`, before.length),
        found(`# a remark\n\n${text}\n\n# a remark\n`, '# a remark\n\n'.length),
      );
    }
  });
}
