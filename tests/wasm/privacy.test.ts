// Law: no text leaves. Law: findings and messages never hold the text.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Guardrail, SluiceError } from 'sluice';
import { loadJs } from 'sluice/js';
import { trappingIn } from './broken.js';
import { loadGuardrail, ruleExamples, runCli } from './support.js';
import { mixedTexts } from './texts.js';

/** Runs `body` while every way out of Node takes notes and fails. */
async function recordingCalls(body: () => Promise<void>): Promise<readonly string[]> {
  const calls: string[] = [];
  const record = (name: string) => (): never => {
    calls.push(name);
    throw new Error(`${name} was called`);
  };
  const doors = [
    [globalThis, 'fetch'],
    [globalThis, 'WebSocket'],
    [globalThis, 'EventSource'],
    [globalThis, 'XMLHttpRequest'],
    [http, 'request'],
    [http, 'get'],
    [https, 'request'],
    [https, 'get'],
    [net, 'connect'],
    [net.Socket.prototype, 'connect'],
  ] as const;
  const before = doors.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
  for (const [owner, name] of doors) {
    Object.defineProperty(owner, name, { value: record(name), configurable: true, writable: true });
  }
  try {
    await body();
  } finally {
    doors.forEach(([owner, name], index) => {
      const descriptor = before[index];
      if (descriptor === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, descriptor);
    });
  }
  return calls;
}

suite('no text leaves', () => {
  test('by loading, scanning, redacting and checking rules', async () => {
    const calls = await recordingCalls(async () => {
      const guardrail = await Guardrail.load();
      for (const one of [guardrail, loadJs()]) {
        one.scan('mail jan@acme.nl');
        one.redact('mail jan@acme.nl').vault.restore('[EMAIL_1]');
      }
      await guardrail.checkRules('{}');
      await Guardrail.load({ extraRules: [] });
    });
    assert.deepEqual(calls, []);
  });

  test('and the recorder would notice', async () => {
    const calls = await recordingCalls(async () => {
      await assert.rejects(async () => await fetch('http://127.0.0.1:9/'));
      assert.throws(() => net.connect(9));
    });
    assert.deepEqual(calls, ['fetch', 'connect']);
  });
});

suite('the text is not in what we say of it', () => {
  const values = ruleExamples().flatMap(({ text, spans }) =>
    spans.map(([start, end]) => ({ text, value: text.slice(start, end) })),
  );

  test('verdicts hold no value', () => {
    const guardrail = loadGuardrail();
    assert.ok(values.length > 100);
    for (const { text, value } of values) {
      if (value.length < 6) continue; // a short word may stand in a title by chance
      assert.ok(!JSON.stringify(guardrail.scan(text)).includes(value), value);
    }
  });

  test('verdicts hold no word that the rules do not', () => {
    const guardrail = loadGuardrail();
    const known = JSON.stringify(guardrail.rules);
    for (const text of mixedTexts(1000, 8)) {
      for (const finding of guardrail.scan(text).findings) {
        const { start, end, ...rest } = finding;
        const marker = text.slice(start, end);
        if (marker.length < 6 || known.includes(marker)) continue;
        assert.ok(!JSON.stringify(rest).includes(marker));
      }
    }
  });

  test('errors of a failing engine hold none of it', () => {
    const guardrail = Guardrail.loadSync(trappingIn('sluice_scanner_scan'));
    const text = 'xyzzy-plugh 111222333';
    assert.ok(!JSON.stringify(guardrail.scan(text)).includes('xyzzy'));
    guardrail.dispose();
    assert.throws(
      () => guardrail.scan(text),
      (error) => error instanceof SluiceError && !String(error.stack).includes('xyzzy'),
    );
  });

  test('the command line shows no whole value', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-'));
    t.after(() => rmSync(folder, { recursive: true }));
    // A short word may stand in a title, and a date or number among figures, by chance.
    const some = values.filter(({ value }) => /^(?=.*[a-z])(?=.*\d).{10,}$/is.test(value));
    assert.ok(some.length > 1000);
    const files = some.map(({ text }, index) => {
      const file = join(folder, `${index}.txt`);
      writeFileSync(file, text);
      return file;
    });
    for (const format of ['text', 'json', 'sarif']) {
      const { status, stdout, stderr } = runCli(['scan', '--format', format, ...files]);
      assert.equal(status, 1);
      for (const { value } of some) {
        assert.ok(!(stdout + stderr).includes(value), `${format}: ${value}`);
      }
    }
  });

  test('nothing of it stays in the engine after a scan', async () => {
    const { instantiate } = await import('../../wasm/dist/engine-js.js' as string);
    const { IMPORTS } = await import('../../wasm/dist/imports.js');
    const { Instance } = await import('../../wasm/dist/instance.js');
    const { database } = await import('../../wasm/dist/database-js.js' as string);
    const { encodePolicy } = await import('../../wasm/dist/policy.js');
    let memory: { readonly buffer: ArrayBuffer } | undefined;
    const instance = new Instance({
      instantiate: () => {
        const exports = instantiate(IMPORTS);
        exports._initialize();
        memory = exports.memory;
        return exports;
      },
      database: database(),
      policy: encodePolicy({ id: 'p', clauses: [] }),
    });
    const marker = 'xyzzy-plugh-marker';
    const text = `${marker} jan@acme.nl, BSN 111222333\n`;
    for (const times of [1, 100, 100_000]) {
      // Not ASCII at its end only: the buffer for large texts is then made anew.
      instance.scan(`${text.repeat(times)}é`, {});
      assert.ok(memory);
      assert.equal(Buffer.from(memory.buffer).indexOf(marker), -1, `${times} times`);
    }
  });
});
