// docs/secrets.md is what the rules say, and says it of every rule.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { secretsDocument } from '../../scripts/generate-secrets-doc.mjs';

test('docs/secrets.md is current (scripts/generate-secrets-doc.mjs)', () => {
  assert.equal(readFileSync('docs/secrets.md', 'utf8'), secretsDocument('.'));
});

test('a check that only lowers shows both tiers, one that proves says certain', () => {
  const root = mkdtempSync(join(tmpdir(), 'sluice-secrets-'));
  try {
    mkdirSync(join(root, 'rules/secret'), { recursive: true });
    const rule = {
      id: 'acme-token',
      title: 'Acme | token',
      confidence: 'high',
      severity: 'critical',
      validators: [{ check: 'crc32-hex', onFail: 'lower', onPass: 'certain' }],
      references: ['https://docs.acme.example/tokens'],
    };
    const family = { title: 'Acme', rules: [rule] };
    writeFileSync(join(root, 'rules/secret/acme.json'), JSON.stringify(family));
    assert.match(
      secretsDocument(root),
      /\| Acme \\\| token \| `acme-token` \| certain, possible \| check sum \(CRC-32\) \| critical \| \[docs\.acme\.example\]/,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
