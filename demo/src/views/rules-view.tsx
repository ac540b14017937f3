import { CircleCheck, CircleX, Download, FileUp, Link, RotateCcw } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { JsonEditor } from '../editor/json-editor.js';
import type { Problem, RuleCheck } from '../engine/protocol.js';
import type { Messages } from '../i18n/en.js';
import { messages } from '../i18n/index.js';
import { CopyButton } from '../parts/copy-button.js';
import { CostTable } from '../parts/cost-table.js';
import { ExampleTable } from '../parts/example-table.js';
import { FileButton, saveFile, useFileDrop } from '../parts/files.js';
import { Icon } from '../parts/icons.js';
import { currentLink } from '../session.js';
import {
  findings,
  ruleCheck,
  ruleInUse,
  ruleJson,
  setupProblems,
  TEMPLATE_RULE,
} from '../state.js';

/** Shows the place of a problem in the editor. */
type Show = (problem: Problem) => void;

const NO_PROBLEMS: readonly Problem[] = [];

/** Second view: a rule file, what is wrong with it, what its examples do and what it costs. */
export function RulesView() {
  const words = messages.value.rules;
  const show = useRef<Show>(() => undefined);
  const [notice, setNotice] = useState('');
  const open = (json: string): void => {
    setNotice('');
    ruleJson.value = json;
  };
  const drop = useFileDrop(open, setNotice);
  const check = ruleCheck.value;
  return (
    <div class="columns rules-view">
      <section
        class={`card${drop.over ? ' dropping' : ''}`}
        aria-labelledby="rule-title"
        {...drop.handlers}
      >
        <header>
          <h2 id="rule-title">{words.title}</h2>
          <Toolbar onOpen={open} onNotice={setNotice} />
        </header>
        {notice && (
          <p class="notice" role="alert">
            {notice}
          </p>
        )}
        <JsonEditor
          label={words.editor}
          text={ruleJson.value}
          problems={check?.problems ?? NO_PROBLEMS}
          onChange={(json) => (ruleJson.value = json)}
          onReady={(ready) => (show.current = ready)}
        />
      </section>
      <div class="stack scroll">
        <p class="visually-hidden" role="status">
          {summaryOf(check, words)}
        </p>
        <Status onShow={(problem) => show.current(problem)} />
        <TryOn />
        <ExampleTable
          outcomes={check?.examples ?? []}
          onShow={(pointer) => show.current({ code: '', message: '', pointer, line: 0, column: 0 })}
        />
        <CostTable costs={check?.costs ?? []} />
      </div>
    </div>
  );
}

interface ToolbarProps {
  readonly onOpen: (json: string) => void;
  readonly onNotice: (words: string) => void;
}

function Toolbar({ onOpen, onNotice }: ToolbarProps) {
  const words = messages.value;
  return (
    <div class="toolbar">
      <button type="button" onClick={() => onOpen(TEMPLATE_RULE)}>
        <Icon icon={RotateCcw} />
        {words.rules.template}
      </button>
      <FileButton
        label={words.rules.open}
        icon={FileUp}
        accept=".json,application/json"
        onText={onOpen}
        onNotice={onNotice}
      />
      <button type="button" onClick={() => saveFile(`${familyName()}.json`, ruleJson.peek())}>
        <Icon icon={Download} />
        {words.rules.save}
      </button>
      <CopyButton
        icon={Link}
        label={words.rules.link}
        done={words.rules.linked}
        failed={words.redacted.notCopied}
        text={currentLink}
      />
    </div>
  );
}

/** A family's file has its name. */
function familyName(): string {
  const family = /"family"\s*:\s*"([a-z0-9-]{1,64})"/.exec(ruleJson.peek());
  return family?.[1] ?? 'rule';
}

function summaryOf(check: RuleCheck | undefined, words: Messages['rules']): string {
  if (!check) return words.checking;
  const { problems, examples } = check;
  if (problems.length > 0) return words.problems(problems.length);
  const passed = examples.filter((example) => example.state === 'passed').length;
  return examples.length > 0 ? words.valid(passed, examples.length) : words.noExamples;
}

function Status({ onShow }: { readonly onShow: Show }) {
  const words = messages.value.rules;
  const check = ruleCheck.value;
  const summary = summaryOf(check, words);
  const problems = check?.problems ?? NO_PROBLEMS;
  if (problems.length === 0) {
    return (
      <div class={`card verdict ${check ? 'good' : 'quiet'}`}>
        {check && <Icon icon={CircleCheck} size={20} />}
        <strong>{summary}</strong>
      </div>
    );
  }
  return (
    <section class="card" aria-labelledby="problems-title">
      <header class="verdict block">
        <Icon icon={CircleX} size={20} />
        <h2 id="problems-title">{summary}</h2>
      </header>
      <ul class="problems">
        {problems.map((problem, index) => (
          <li key={index}>
            <button type="button" class="finding" onClick={() => onShow(problem)}>
              <span class="finding-title">{problem.message}</span>
              <span class="facts">
                {problem.line > 0 && <span>{words.goTo(problem.line)}</span>}
                {problem.pointer && <code class="rule-id">{problem.pointer}</code>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lets the rule work on the text of the first view. */
function TryOn() {
  const words = messages.value.rules;
  const ids = new Set(ruleCheck.value?.examples.map((example) => example.ruleId));
  for (const cost of ruleCheck.value?.costs ?? []) ids.add(cost.rule);
  const found = findings.value.filter((finding) => ids.has(finding.ruleId)).length;
  return (
    <section class="card try-on">
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={ruleInUse.value}
          checked={ruleInUse.value}
          onChange={(event) => (ruleInUse.value = event.currentTarget.checked)}
        />
        <span>
          <strong>{words.tryOn}</strong>
          <small>{words.tryHelp}</small>
        </span>
      </label>
      {ruleInUse.value &&
        setupProblems.value.map((problem, index) => (
          <p key={index} role="alert">
            {problem.message}
          </p>
        ))}
      {ruleInUse.value && (
        <p>
          {words.tryFound(found)} <a href="#/text">{words.see}</a>
        </p>
      )}
    </section>
  );
}
