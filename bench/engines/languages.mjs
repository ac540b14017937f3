// What tells code, or names its language, inside this Node process.
import flourite from 'flourite';
import allLanguages from 'highlight.js';
import commonLanguages from 'highlight.js/lib/common';
import { ownEngineWith } from './own.mjs';

/** @typedef {import('../measure.mjs').Engine} Engine */

/** The whole pipeline, with the rules of source code and its owners and no others. */
export const ownCodeEngine = () =>
  ownEngineWith('sluice WASM, rules of code alone', { packs: ['code'] });

function highlightEngine(name, { highlightAuto }) {
  return { name, scan: (text) => highlightAuto(text).relevance };
}

/** @returns {readonly Engine[]} */
export function languagePeers() {
  return [
    { name: 'flourite', scan: (text) => flourite(text).language.length },
    highlightEngine('highlight.js, common languages', commonLanguages),
    highlightEngine('highlight.js, all languages', allLanguages),
  ];
}
