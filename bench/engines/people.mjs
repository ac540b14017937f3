// Personal data alone: our rules for it, and the packages that look for it. Each finds what it knows; none of
// them knows what another one does.
import { OpenRedaction } from '@openredaction/core';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { SyncRedactor } from 'redact-pii';
import { Guardrail } from 'sluice';

/** @typedef {import('../measure.mjs').Engine} Engine */

/** All packs of personal data, of the whole world. @returns {Promise<Engine>} */
export async function ownPeopleEngine() {
  const guardrail = await Guardrail.load({ packs: ['personal-eu', 'personal-world'] });
  return {
    name: 'sluice WASM, personal packs',
    scan: (text) => guardrail.scan(text).findings.length,
  };
}

/** @returns {Engine[]} */
export function peoplePeers() {
  const redactPii = new SyncRedactor();
  const openRedaction = new OpenRedaction();
  return [
    { name: 'redact-pii', scan: (text) => redactPii.redact(text).length },
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
