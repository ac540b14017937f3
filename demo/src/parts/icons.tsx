import {
  Ban,
  Check,
  CircleAlert,
  CodeXml,
  EyeOff,
  Hand,
  type IconNode,
  Info,
  KeyRound,
  Lock,
  NotebookPen,
  OctagonAlert,
  Scale,
  TriangleAlert,
  UserRound,
} from 'lucide';
import { h } from 'preact';
import type { Action, Category, Severity } from 'sluice';

export const CATEGORY_ICONS: Readonly<Record<Category, IconNode>> = {
  secret: KeyRound,
  personal: UserRound,
  code: CodeXml,
  confidential: Lock,
  conduct: Scale,
};

export const ACTION_ICONS: Readonly<Record<Action, IconNode>> = {
  allow: Check,
  log: NotebookPen,
  warn: Hand,
  redact: EyeOff,
  block: Ban,
};

export const SEVERITY_ICONS: Readonly<Record<Severity, IconNode>> = {
  low: Info,
  medium: CircleAlert,
  high: TriangleAlert,
  critical: OctagonAlert,
};

/** An icon beside words that say the same; hidden from screen readers. */
export function Icon({ icon, size = 16 }: { readonly icon: IconNode; readonly size?: number }) {
  return h(
    'svg',
    {
      class: 'icon',
      viewBox: '0 0 24 24',
      width: size,
      height: size,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
    },
    ...icon.map(([tag, attributes]) => h(tag, attributes)),
  );
}
