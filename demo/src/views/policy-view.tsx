import type { Finding } from 'sluice';
import { JsonEditor } from '../editor/json-editor.js';
import { messages } from '../i18n/index.js';
import { titleOf } from '../i18n/nouns.js';
import { ACTION_ICONS, CATEGORY_ICONS, Icon } from '../parts/icons.js';
import { VerdictBanner } from '../parts/verdict-banner.js';
import { PRESETS, presetJson, presetOf } from '../policies.js';
import { findings, policyJson, redacted, scanned, setupProblems } from '../state.js';

/** How much of the text the simulated chat shows. */
const CHAT_CHARACTERS = 4000;

/** Third view: the policy, and what it makes of the text of the first view. */
export function PolicyView() {
  const words = messages.value.policy;
  const json = policyJson.value ?? presetJson('default');
  const edit = (text: string): void => {
    policyJson.value = text === presetJson('default') ? undefined : text;
  };
  return (
    <div class="columns policy-view">
      <section class="card" aria-labelledby="policy-title">
        <header>
          <h2 id="policy-title">{words.title}</h2>
          <Presets onChoose={edit} />
        </header>
        <JsonEditor
          label={words.editor}
          text={json}
          problems={setupProblems.value}
          onChange={edit}
        />
      </section>
      {/* It scrolls where the chat is long, and nothing in it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <section class="stack scroll" aria-labelledby="effect-title" tabIndex={0}>
        <section class="card">
          <header>
            <h2 id="effect-title">{words.effect}</h2>
            <p class="hint">{words.effectHelp}</p>
          </header>
          <PolicyProblems />
          <VerdictBanner />
          <ActionTable />
        </section>
        <Chat />
      </section>
    </div>
  );
}

function Presets({ onChoose }: { readonly onChoose: (json: string) => void }) {
  const words = messages.value.policy;
  const chosen = presetOf(policyJson.value) ?? 'own';
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{words.presets}</legend>
      {[...PRESETS, 'own' as const].map((preset) => (
        <label key={preset} class={preset === 'own' && chosen !== 'own' ? 'absent' : ''}>
          <input
            type="radio"
            name="preset"
            checked={chosen === preset}
            onChange={() => preset !== 'own' && onChoose(presetJson(preset))}
          />
          <span>{words.names[preset]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function PolicyProblems() {
  return (
    <>
      {setupProblems.value.map((problem, index) => (
        <p key={index} class="notice" role="alert">
          {problem.message}
        </p>
      ))}
    </>
  );
}

interface Row {
  readonly finding: Finding;
  readonly count: number;
}

/** Findings that share a rule and an action stand together. */
function rowsOf(all: readonly Finding[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const finding of all) {
    const key = `${finding.ruleId} ${finding.confidence} ${finding.action}`;
    rows.set(key, { finding, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()];
}

function ActionTable() {
  const words = messages.value;
  const rows = rowsOf(findings.value);
  if (rows.length === 0) return <p class="empty">{words.policy.none}</p>;
  return (
    <table class="actions">
      <tbody>
        {rows.map(({ finding, count }) => (
          <tr key={`${finding.ruleId} ${finding.confidence} ${finding.action}`}>
            <td>
              <span class={`badge ${finding.category}`}>
                <Icon icon={CATEGORY_ICONS[finding.category]} />
              </span>
            </td>
            <th scope="row">
              {titleOf(finding)}
              {count > 1 && <span class="count"> × {count}</span>}
              <small>{words.confidences[finding.confidence]}</small>
            </th>
            <td>
              <span class={`action ${finding.action}`}>
                <Icon icon={ACTION_ICONS[finding.action]} size={14} />
                {words.actions[finding.action]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What would stand in the chat. */
function Chat() {
  const words = messages.value.policy;
  const result = scanned.value;
  if (!result) return null;
  const { action } = result.verdict;
  const body = action === 'allow' || action === 'log' ? result.text : redacted.value.text;
  return (
    <section class="card chat" aria-labelledby="chat-title">
      <header>
        <h2 id="chat-title">{words.chat}</h2>
      </header>
      {action === 'block' && <p class="hint">{words.nothing}</p>}
      {action === 'warn' && <p class="hint">{words.asked}</p>}
      {action !== 'block' && <p class="bubble">{body.slice(0, CHAT_CHARACTERS)}</p>}
    </section>
  );
}
