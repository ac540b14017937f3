/** What we ask of the browser, and what we show of ourselves: no more than the list says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { matchPatterns } from '../../extension/sites.js';
import { root } from './pages.js';

function read(browser: string) {
  const file = `${root}extension/.output/${browser}-mv3/manifest.json`;
  return JSON.parse(readFileSync(file, 'utf8'));
}

for (const browser of ['chrome', 'firefox']) {
  describe(`manifest for ${browser}`, () => {
    const manifest = read(browser);

    it('asks for three permissions and the chat sites', () => {
      assert.deepEqual(manifest.permissions, ['storage', 'scripting', 'activeTab']);
      assert.deepEqual(manifest.host_permissions, matchPatterns);
      assert.equal(manifest.optional_permissions, undefined);
      for (const host of manifest.host_permissions)
        assert.match(host, /^https:\/\/[a-z0-9.-]+\/\*$/);
    });

    it('lets its pages load their own files and nothing else', () => {
      const policy: string = manifest.content_security_policy.extension_pages;
      assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
      assert.match(policy, /connect-src 'none'/);
      assert.ok(!/https?:|\*|unsafe-inline|'unsafe-eval'/.test(policy), policy);
    });

    it('guards first, in every frame', () => {
      assert.equal(manifest.content_scripts.length, 1);
      const [{ js, run_at, all_frames, match_origin_as_fallback, world }] =
        manifest.content_scripts;
      assert.deepEqual(
        { js, run_at, all_frames, match_origin_as_fallback, world },
        {
          js: ['guard.js'],
          run_at: 'document_start',
          all_frames: true,
          match_origin_as_fallback: true,
          world: undefined,
        },
      );
    });

    it('shows sites the dialog alone', () => {
      assert.equal(manifest.web_accessible_resources.length, 1);
      const [{ resources, matches, use_dynamic_url }] = manifest.web_accessible_resources;
      assert.deepEqual(resources, ['dialog.html']);
      assert.deepEqual(matches, matchPatterns);
      // Firefox makes up the whole address anew for each installation.
      assert.equal(use_dynamic_url, browser === 'chrome' ? true : undefined);
    });

    it('carries no other code and no address of a server', () => {
      const folder = `${root}extension/.output/${browser}-mv3`;
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const scripts = files.filter((name) => name.endsWith('.js'));
      assert.ok(scripts.includes('guard.js'));
      for (const name of scripts) {
        const code = readFileSync(`${folder}/${name}`, 'utf8');
        assert.ok(
          !/XMLHttpRequest|new WebSocket|sendBeacon|\beval\(|new Function/.test(code),
          name,
        );
      }
    });
  });
}

describe('manifest for firefox', () => {
  it('declares that no data is collected', () => {
    const { gecko } = read('firefox').browser_specific_settings;
    assert.deepEqual(gecko.data_collection_permissions, { required: ['none'] });
  });
});
