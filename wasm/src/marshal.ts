// The engine's records as the plain, frozen data of types.ts.
import type { RuleTable } from './rules.js';
import type { Evidence, Finding, IncompleteReason, Verdict } from './types.js';
import {
  ACTIONS,
  CONFIDENCES,
  DECODERS,
  EVIDENCE_KINDS,
  INCOMPLETE_REASONS,
  wordOf,
} from './words.js';

/** SLUICE_FINDING_SIZE; abi.h draws the layout. */
export const RECORD_SIZE = 56;
const MAX_EVIDENCE = 4;
const MAX_DECODERS = 4;
const NO_STRING = 0xffffffff;

/** One finding as numbers. */
export interface FindingRecord {
  readonly rule: number;
  readonly begin: number;
  readonly end: number;
  readonly confidence: number;
  readonly action: number;
  readonly testValue: boolean;
  readonly language: number;
  readonly evidence: readonly EvidenceRecord[];
  readonly decoded: readonly number[];
}

interface EvidenceRecord {
  readonly kind: number;
  readonly name: number;
}

/** The `count` records that begin at the address `records`. */
export function readRecords(
  memory: ArrayBuffer,
  records: number,
  count: number,
): readonly FindingRecord[] {
  const view = new DataView(memory, records, count * RECORD_SIZE);
  return Array.from({ length: count }, (_, index) => readRecord(view, index * RECORD_SIZE));
}

export function readRecord(view: DataView, begin: number): FindingRecord {
  const word = (offset: number) => view.getUint32(begin + offset, true);
  const byte = (offset: number) => view.getUint8(begin + offset);
  const evidence: EvidenceRecord[] = [];
  const evidenceEnd = 20 + Math.min(word(16), MAX_EVIDENCE) * 8;
  for (let at = 20; at < evidenceEnd; at += 8) {
    evidence.push({ kind: word(at), name: word(at + 4) });
  }
  const decoded: number[] = [];
  for (let at = 52; at < 52 + MAX_DECODERS; at += 1) {
    if (byte(at) !== 0) decoded.push(byte(at));
  }
  return {
    rule: word(0),
    begin: word(4),
    end: word(8),
    confidence: byte(12),
    action: byte(13),
    testValue: byte(14) !== 0,
    language: byte(15),
    evidence,
    decoded,
  };
}

/** The finding with its rule's words. Keys stand in the order of the interface. */
export function toFinding(record: FindingRecord, rules: RuleTable): Finding {
  const rule = rules.rule(record.rule);
  const language = rules.language(record.language);
  return Object.freeze({
    ruleId: rule.id,
    family: rule.family,
    category: rule.category,
    title: rule.title,
    severity: rule.severity,
    confidence: wordOf(CONFIDENCES, record.confidence),
    action: wordOf(ACTIONS, record.action),
    start: record.begin,
    end: record.end,
    testValue: record.testValue,
    evidence: Object.freeze(record.evidence.map((evidence) => toEvidence(evidence, rules))),
    tags: rule.tags,
    ...(language === undefined ? {} : { language }),
    ...(rule.country === undefined ? {} : { country: rule.country }),
    ...(record.decoded.length === 0
      ? {}
      : { decoded: Object.freeze(record.decoded.map((decoder) => wordOf(DECODERS, decoder))) }),
  });
}

function toEvidence({ kind, name }: EvidenceRecord, rules: RuleTable): Evidence {
  const word = wordOf(EVIDENCE_KINDS, kind);
  return Object.freeze(
    name === NO_STRING ? { kind: word } : { kind: word, name: rules.string(name) },
  );
}

export function toVerdict(
  action: number,
  incomplete: number,
  findings: readonly Finding[],
): Verdict {
  return makeVerdict(wordOf(ACTIONS, action), INCOMPLETE_REASONS[incomplete], findings);
}

export function makeVerdict(
  action: Verdict['action'],
  incomplete: IncompleteReason | undefined,
  findings: readonly Finding[],
): Verdict {
  return Object.freeze({
    action,
    complete: incomplete === undefined,
    ...(incomplete === undefined ? {} : { incomplete }),
    findings: Object.freeze(findings),
  });
}
