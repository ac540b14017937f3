import { useEffect, useRef, useState } from 'preact/hooks';
import { type Finding, findStories, type Story } from 'sluice';
import { isAtLeast } from '../engine/replacements.js';
import { messages } from '../i18n/index.js';
import { storyTitleOf, titleOf } from '../i18n/nouns.js';
import { active, findings, scanned } from '../state.js';
import { evidenceInWords, sampleOf } from './describe.js';
import { ACTION_ICONS, CATEGORY_ICONS, Icon, SEVERITY_ICONS } from './icons.js';

/** How many findings are shown at first, and with every further step. */
const PAGE = 100;

interface FindingListProps {
  /** Takes the reader to the finding in the text. */
  readonly onChoose: (index: number) => void;
}

interface Entry {
  readonly finding: Finding;
  readonly index: number;
}

/** What was found, in the order of the text; what is let through stands folded below. */
export function FindingList({ onChoose }: FindingListProps) {
  const words = messages.value;
  const entries = findings.value.map((finding, index) => ({ finding, index }));
  const acted = entries.filter(({ finding }) => isAtLeast(finding.action, 'warn'));
  const noted = entries.filter(({ finding }) => !isAtLeast(finding.action, 'warn'));
  if (!scanned.value) return null;
  if (entries.length === 0) {
    return (
      <div class="empty">
        <strong>{words.findings.none}</strong>
        <p>{words.findings.noneMore}</p>
      </div>
    );
  }
  return (
    <>
      <Page entries={acted} onChoose={onChoose} />
      {noted.length > 0 && (
        <details class="noted" open={acted.length === 0}>
          <summary>{words.findings.noted(noted.length)}</summary>
          <Page entries={noted} onChoose={onChoose} />
        </details>
      )}
    </>
  );
}

function Page({ entries, onChoose }: FindingListProps & { readonly entries: readonly Entry[] }) {
  const [shown, show] = useState(PAGE);
  const more = entries.length - shown;
  return (
    <>
      <ul class="findings" onKeyDown={moveWithArrows}>
        {rowsOf(entries.slice(0, shown)).map(({ story, entries: parts }) => (
          <li key={parts[0]?.index}>
            {story && <span class="story">{storyTitleOf(story)}</span>}
            {parts.map((entry) => (
              <Item key={entry.index} {...entry} onChoose={onChoose} />
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="plain" onClick={() => show(shown + PAGE)}>
          {messages.value.findings.more(Math.min(more, PAGE))}
        </button>
      )}
    </>
  );
}

interface Row {
  readonly story: Story | undefined;
  readonly entries: readonly Entry[];
}

/** Findings that belong together stand in one row, where the first of them stands. */
function rowsOf(entries: readonly Entry[]): readonly Row[] {
  const stories = new Map(
    findStories({ findings: entries.map(({ finding }) => finding) }).flatMap((story) =>
      story.findings.map((finding) => [finding, story]),
    ),
  );
  return entries.flatMap((entry): readonly Row[] => {
    const story = stories.get(entry.finding);
    if (story === undefined) return [{ story, entries: [entry] }];
    if (story.findings[0] !== entry.finding) return [];
    return [{ story, entries: entries.filter(({ finding }) => story.findings.includes(finding)) }];
  });
}

function Item({ finding, index, onChoose }: FindingListProps & Entry) {
  const words = messages.value;
  const isActive = active.value === index;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) scrollInside(button.current);
  }, [isActive]);
  return (
    <button
      type="button"
      ref={button}
      class={`finding${isActive ? ' active' : ''}`}
      data-finding={index}
      aria-current={isActive}
      onClick={() => onChoose(index)}
      onMouseEnter={() => (active.value = index)}
      onMouseLeave={() => (active.value = -1)}
      onFocus={() => (active.value = index)}
    >
      <span class={`badge ${finding.category}`} title={words.categories[finding.category]}>
        <Icon icon={CATEGORY_ICONS[finding.category]} />
      </span>
      <span class="finding-title">{titleOf(finding)}</span>
      <span class={`action ${finding.action}`}>
        <Icon icon={ACTION_ICONS[finding.action]} size={14} />
        {words.actions[finding.action]}
      </span>
      <Details finding={finding} />
    </button>
  );
}

function Details({ finding }: { readonly finding: Finding }) {
  const words = messages.value;
  const notes = [
    evidenceInWords(finding.evidence),
    finding.decoded?.length ? words.findings.decoded(finding.decoded.join(', ')) : '',
    finding.testValue ? words.findings.testValue : '',
  ];
  return (
    <>
      <span class="what">
        <code class="sample">{sampleOf(finding, scanned.value?.text ?? '', words)}</code>
        <code class="rule-id">{finding.ruleId}</code>
      </span>
      <span class="why">{notes.filter(Boolean).join('; ')}</span>
      <span class="facts">
        <span class={`severity ${finding.severity}`}>
          <Icon icon={SEVERITY_ICONS[finding.severity]} size={14} />
          {words.severities[finding.severity]}
        </span>
        <span>{words.confidences[finding.confidence]}</span>
      </span>
    </>
  );
}

/** Scrolls the list, not the page, and only when the item is out of sight. */
function scrollInside(item: HTMLElement | null): void {
  const list = item?.closest('.scroll');
  if (!item || !list || document.activeElement === item) return;
  const box = item.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (box.top < frame.top) list.scrollTop -= frame.top - box.top + 8;
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom + 8;
}

function moveWithArrows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const list = event.currentTarget;
  if (step === 0 || !(list instanceof HTMLElement)) return;
  const buttons: readonly (Element | null)[] = [...list.querySelectorAll('button')];
  const next = buttons.indexOf(document.activeElement) + step;
  const target = buttons[next];
  if (target instanceof HTMLElement) target.focus();
  event.preventDefault();
}
