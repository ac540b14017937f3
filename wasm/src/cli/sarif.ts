// SARIF 2.1.0, which code hosts show beside the lines of a change.
import type { Finding, RuleInfo, Severity } from '../types.js';
import { place, type Scanned } from './report.js';

const LEVELS: Readonly<Record<Severity, 'note' | 'warning' | 'error'>> = {
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};

export function sarifReport(scanned: readonly Scanned[], rules: readonly RuleInfo[]): string {
  const used = new Set(scanned.flatMap(({ verdict }) => verdict.findings.map((f) => f.ruleId)));
  const driver = {
    name: 'sluice',
    rules: rules
      .filter((rule) => used.has(rule.id))
      .map((rule) => ({
        id: rule.id,
        shortDescription: { text: rule.title },
        properties: { tags: rule.tags },
      })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [{ executionSuccessful: scanned.every(({ verdict }) => verdict.complete) }],
        columnKind: 'utf16CodeUnits',
        results: scanned.flatMap((one) =>
          one.verdict.findings.map((finding) => result(one, finding)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result({ source }: Scanned, finding: Finding) {
  const [startLine, startColumn] = position(place(source, finding.start));
  const [endLine, endColumn] = position(place(source, finding.end));
  return {
    ruleId: finding.ruleId,
    level: LEVELS[finding.severity],
    message: { text: `${finding.title} (${finding.confidence} confidence, ${finding.action})` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: source.name.replaceAll('\\', '/') },
          region: { startLine, startColumn, endLine, endColumn },
        },
      },
    ],
  };
}

function position(where: string): readonly [line: number, column: number] {
  const [column = 1, line = 1] = where.split(':').reverse().map(Number);
  return [line, column];
}
