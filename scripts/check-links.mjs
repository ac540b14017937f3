// Every relative link in our documents leads to a file, and to a heading where it names one.
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { listFiles, readText, runAsProgram } from './lib.mjs';

/**
 * The anchors of a document, as GitHub makes them.
 * @param {string} text
 */
function anchors(text) {
  return new Set(
    [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/**
 * @param {string} root
 * @param {string} from
 * @param {string} link
 */
function leadsSomewhere(root, from, link) {
  const [file = '', anchor] = link.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  if (!existsSync(join(root, path))) return false;
  return anchor === undefined || !path.endsWith('.md') || anchors(readText(root, path)).has(anchor);
}

/**
 * @param {string} root
 * @returns {string[]} one line per link that leads nowhere
 */
export function checkLinks(root) {
  return listFiles(root, '.', /\.md$/).flatMap((path) => {
    const text = readText(root, path).replace(/^```[\s\S]*?^```/gm, '');
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(root, path, link))
      .map((link) => `${path}: ${link} leads nowhere`);
  });
}

runAsProgram(import.meta.url, 'links', checkLinks);
