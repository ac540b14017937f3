import { Check, Minus, X } from 'lucide';
import type { ExampleOutcome } from '../engine/protocol.js';
import { messages } from '../i18n/index.js';
import { Icon } from './icons.js';

interface ExampleTableProps {
  readonly outcomes: readonly ExampleOutcome[];
  readonly onShow: (pointer: string) => void;
}

const STATE_ICONS = { passed: Check, failed: X, notRun: Minus } as const;

/** Every example of the rule file: what it should do and what it did. */
export function ExampleTable({ outcomes, onShow }: ExampleTableProps) {
  const words = messages.value.rules;
  if (outcomes.length === 0) return null;
  return (
    <section class="card" aria-labelledby="examples-title">
      <header>
        <h2 id="examples-title">{words.examples}</h2>
      </header>
      <table class="examples">
        <thead>
          <tr>
            <th scope="col">{words.result}</th>
            <th scope="col">{words.example}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <Row key={outcome.pointer} outcome={outcome} onShow={onShow} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly outcome: ExampleOutcome;
  readonly onShow: (pointer: string) => void;
}

function Row({ outcome, onShow }: RowProps) {
  const words = messages.value.rules;
  const { state, reason, because, kind, pointer } = outcome;
  const result = { passed: words.passed, failed: words.failed, notRun: words.notRun }[state];
  return (
    <tr class={state}>
      <td>
        <span class="outcome">
          <Icon icon={STATE_ICONS[state]} />
          {result}
        </span>
      </td>
      <td>
        <button type="button" class="example" onClick={() => onShow(pointer)}>
          <Marked outcome={outcome} />
        </button>
        <small>
          {kind === 'match' ? words.match : words.nonMatch}
          {because && `: ${because}`}
        </small>
        {reason && <p class="reason">{reason}</p>}
      </td>
    </tr>
  );
}

function Marked({ outcome: { text, expected } }: { readonly outcome: ExampleOutcome }) {
  let end = 0;
  const parts = expected.flatMap((range) => {
    const before = text.slice(end, range.start);
    end = range.end;
    return [before, <mark key={range.start}>{text.slice(range.start, range.end)}</mark>];
  });
  return (
    <code>
      {parts}
      {text.slice(end)}
    </code>
  );
}
