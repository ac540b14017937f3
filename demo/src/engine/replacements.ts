import type { Action, Finding } from 'sluice';
import type { Range, Replacement } from './protocol.js';

const ACTIONS: readonly Action[] = ['allow', 'log', 'warn', 'redact', 'block'];
const PLACEHOLDER = /\[[A-Z][A-Z0-9_]*_\d+\]/y;

/** Whether `action` is at least as strict as `minimum`. */
export function isAtLeast(action: Action, minimum: Action): boolean {
  return ACTIONS.indexOf(action) >= ACTIONS.indexOf(minimum);
}

/** The spans that redaction replaces: of findings at `warn` or above, overlaps joined. */
export function replacedSpans(findings: readonly Finding[]): readonly Replacement[] {
  const spans: Replacement[] = [];
  findings.forEach((finding, index) => {
    if (!isAtLeast(finding.action, 'warn')) return;
    const last = spans.at(-1);
    if (last && finding.start < last.end) {
      const end = Math.max(last.end, finding.end);
      spans[spans.length - 1] = { start: last.start, end, findings: [...last.findings, index] };
    } else {
      spans.push({ start: finding.start, end: finding.end, findings: [index] });
    }
  });
  return spans;
}

/**
 * Where the placeholders stand in `redacted`. Between two of them the text is the original's, so
 * their places follow from the spans alone; a text that does not agree yields no places.
 */
export function locateReplacements(
  findings: readonly Finding[],
  redacted: string,
): readonly Replacement[] {
  const places: Replacement[] = [];
  let original: Range = { start: 0, end: 0 };
  let end = 0;
  for (const span of replacedSpans(findings)) {
    const start = end + (span.start - original.end);
    PLACEHOLDER.lastIndex = start;
    const placeholder = PLACEHOLDER.exec(redacted);
    if (!placeholder) return [];
    end = start + placeholder[0].length;
    original = span;
    places.push({ start, end, findings: span.findings });
  }
  return places;
}
