import { CircleAlert, type IconNode, Info, OctagonAlert, TriangleAlert } from 'lucide';
import type { Severity } from 'sluice';
import { Icon } from '../ui/icon.js';
import { titleFor, whyFor } from '../ui/sentence.js';
import type { Texts } from '../ui/texts.js';
import type { Item, View } from './protocol.js';

const icons: Readonly<Record<Severity, IconNode>> = {
  critical: OctagonAlert,
  high: TriangleAlert,
  medium: CircleAlert,
  low: Info,
};

interface Props {
  readonly id: string;
  readonly view: View;
  readonly texts: Texts;
  readonly kept: readonly number[];
  readonly setKept: (kept: readonly number[]) => void;
}

/** What was found, each with a tick: ticked goes, unticked stays. */
export function ItemList({ id, view, texts, kept, setKept }: Props) {
  const { items } = view;
  if (items.length === 0) return null;
  const toggle = (index: number) => {
    setKept(kept.includes(index) ? kept.filter((other) => other !== index) : [...kept, index]);
  };
  const isFixed = (item: Item) => {
    return item.hidden || item.action === 'block' || view.incomplete !== undefined;
  };
  return (
    <>
      <ul id={id} class="items" aria-label={texts.listLabel} tabIndex={items.length > 5 ? 0 : -1}>
        {items.map((item, index) => (
          <Row
            key={`${item.ruleId}-${index}`}
            {...{ item, texts }}
            fixed={isFixed(item)}
            checked={!kept.includes(index)}
            onToggle={() => toggle(index)}
          />
        ))}
      </ul>
      {items.some((item) => !isFixed(item)) && <p class="quiet">{texts.keepHint}</p>}
    </>
  );
}

/** Of code no sample is shown, only what it is and how much of it. */
function codeLabel({ language, lines }: Item, texts: Texts): string {
  return [language, texts.lines(lines)].filter((part) => part !== undefined).join(', ');
}

interface RowProps {
  readonly item: Item;
  readonly texts: Texts;
  readonly fixed: boolean;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function Row({ item, texts, fixed, checked, onToggle }: RowProps) {
  return (
    <li>
      <label class="item">
        <input
          type="checkbox"
          checked={checked}
          disabled={fixed}
          onClick={(event) => {
            if (event.isTrusted) onToggle();
            else event.preventDefault();
          }}
        />
        <Icon of={icons[item.severity]} kind={item.severity} />
        <span class="what">
          <span class="head">
            <span class="type">{titleFor(item, texts)}</span>{' '}
            {item.sample !== '' && <bdi class="sample">{item.sample}</bdi>}
            {item.category === 'code' && <span class="sample">{codeLabel(item, texts)}</span>}
          </span>
          <span class="quiet">
            {texts.severities[item.severity]}
            {': '}
            {whyFor(item, texts)}
          </span>
          <span class="quiet id">
            {texts.rule} <bdi>{item.ruleId}</bdi>
          </span>
        </span>
      </label>
    </li>
  );
}
