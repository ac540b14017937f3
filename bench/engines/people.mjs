// Personal data alone: our rules for it, and the packages that look for it. Each finds what it knows; none of
// them knows what another one does.
import { OpenRedaction } from '@openredaction/core';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { ownEngineWith } from './own.mjs';
import { redactPiiEngine } from './peers.mjs';

/** @typedef {import('../measure.mjs').Engine} Engine */

/** All packs of personal data, of the whole world. */
export const ownPeopleEngine = () =>
  ownEngineWith('sluice WASM, personal packs', { packs: ['personal-eu', 'personal-world'] });

/** @returns {Engine[]} */
export function peoplePeers() {
  const openRedaction = new OpenRedaction();
  return [
    redactPiiEngine(),
    {
      name: 'libphonenumber-js, phones alone',
      scan: (text) => findPhoneNumbersInText(text, 'NL').length,
    },
    {
      name: 'openredaction',
      scan: async (text) => (await openRedaction.detect(text)).detections.length,
    },
  ];
}
