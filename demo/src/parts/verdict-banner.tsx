import { CircleCheck, TriangleAlert } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { locale, messages } from '../i18n/index.js';
import { failure, scanned } from '../state.js';
import { actionInWords, contentsInWords, stateInWords } from './describe.js';
import { ACTION_ICONS, Icon } from './icons.js';

/** How long the text must stand still before a screen reader hears the verdict. */
const QUIET_MS = 700;

/** What happens to the text as a whole, and whether all of it was looked at. */
export function VerdictBanner() {
  const words = messages.value;
  if (failure.value) {
    return (
      <div class="verdict block">
        <Icon icon={TriangleAlert} size={20} />
        <strong>{words.verdict.failed(failure.value)}</strong>
      </div>
    );
  }
  const verdict = scanned.value?.verdict;
  if (!verdict) return <div class="verdict quiet">{words.text.wait}</div>;
  const contents = contentsInWords(verdict, locale.value, words);
  return (
    <div class={`verdict ${verdict.action}`} data-action={verdict.action}>
      <Icon icon={ACTION_ICONS[verdict.action]} size={20} />
      <strong>{actionInWords(verdict, words)}</strong>
      {contents && <p>{contents}</p>}
      <span class={`state${verdict.complete ? '' : ' incomplete'}`}>
        <Icon icon={verdict.complete ? CircleCheck : TriangleAlert} size={14} />
        {stateInWords(verdict, words)}
      </span>
    </div>
  );
}

/** The same for those who listen, once the typing stops. */
export function VerdictAnnouncer() {
  const words = messages.value;
  const verdict = scanned.value?.verdict;
  const sentence = verdict
    ? [
        actionInWords(verdict, words),
        contentsInWords(verdict, locale.value, words),
        words.verdict.count(verdict.findings.length),
        stateInWords(verdict, words),
      ]
        .filter(Boolean)
        .map((part) => part.replace(/\.$/, ''))
        .join('. ')
    : '';
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(failure.value || sentence), QUIET_MS);
    return () => clearTimeout(timer);
  }, [sentence, failure.value]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
