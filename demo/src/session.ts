/** Ties the page's state to the engine's worker and to the address bar. */
import { effect } from '@preact/signals';
import { type Address, formatAddress, parseAddress } from './address.js';
import { EngineClient } from './engine/client.js';
import type { Problem, Request, Response, Setup } from './engine/protocol.js';
import * as state from './state.js';

const RULE_PAUSE_MS = 250;
const ADDRESS_PAUSE_MS = 400;

/** Starts the engine and keeps everything up to date from now on. */
export function startSession(): void {
  const worker = new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module' });
  const asked: Asked = { text: '', rule: '' };
  const client = new EngineClient(worker, (response) => receive(response, asked));
  const scan = (text: string): void => {
    asked.text = text;
    client.scan(text, { direction: state.direction.peek() });
  };
  watchText(scan);
  watchSetup((setup) => {
    client.setUp(setup);
    scan(state.text.peek());
  });
  watchRule((json) => {
    asked.rule = json;
    client.checkRules(json);
  });
  watchAddress();
}

/** What the latest requests were about; only answers to these arrive. */
interface Asked {
  text: string;
  rule: string;
}

function receive(response: Response, { text, rule }: Readonly<Asked>): void {
  switch (response.type) {
    case 'ready':
      state.rules.value = response.rules;
      break;
    case 'verdict': {
      const { verdict, milliseconds } = response;
      state.active.value = -1;
      state.failure.value = '';
      state.timing.value = { milliseconds, runs: 1 };
      state.scanned.value = { text, verdict, milliseconds };
      break;
    }
    case 'redaction':
      state.redacted.value = { text: response.text, replacements: response.replacements };
      break;
    case 'timing':
      state.timing.value = { milliseconds: response.median, runs: response.runs };
      break;
    case 'setup':
      state.setupProblems.value = response.problems;
      break;
    case 'check':
      state.ruleCheck.value = response.check;
      if (response.check.problems.length === 0) state.validRule.value = rule;
      break;
    case 'failed':
      fail(response.request, response.message);
      break;
  }
}

/** Nothing that an earlier text led to may stand for one that could not be checked. */
function fail(request: Request['type'], message: string): void {
  const problem: Problem = { code: 'failed', message, pointer: '', line: 0, column: 0 };
  if (request === 'check') {
    state.ruleCheck.value = { problems: [problem], examples: [], costs: [] };
  } else if (request === 'setup') {
    state.setupProblems.value = [problem];
  } else {
    state.failure.value = message;
    state.scanned.value = undefined;
    state.redacted.value = { text: '', replacements: [] };
  }
}

/** The larger the text, the longer the pause in typing that is waited for. */
function pauseFor(length: number): number {
  if (length < 100_000) return 0;
  return length < 1_000_000 ? 150 : 400;
}

function watchText(scan: (text: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const text = state.text.value;
    state.direction.value;
    clearTimeout(timer);
    timer = setTimeout(() => scan(text), pauseFor(text.length));
  });
}

function watchSetup(setUp: (setup: Setup) => void): void {
  let last = '{}';
  effect(() => {
    const policy = state.policyJson.value;
    const rule = state.ruleInUse.value ? state.validRule.value : '';
    const setup: Setup = {
      ...(policy === undefined ? {} : { policy }),
      ...(rule ? { extraRules: rule } : {}),
    };
    const key = JSON.stringify(setup);
    if (key === last) return;
    last = key;
    setUp(setup);
  });
}

function watchRule(check: (json: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const json = state.ruleJson.value;
    clearTimeout(timer);
    timer = setTimeout(() => check(json), RULE_PAUSE_MS);
  });
}

function watchAddress(): void {
  addEventListener('hashchange', () => void followAddress());
  void applyAddress().then(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const address = currentAddress();
      clearTimeout(timer);
      timer = setTimeout(() => void writeAddress(address), ADDRESS_PAUSE_MS);
    });
  });
}

async function applyAddress(): Promise<void> {
  const address = await parseAddress(location.hash);
  state.view.value = address.view;
  if (address.rule !== undefined) state.ruleJson.value = address.rule;
  if (address.policy !== undefined) state.policyJson.value = address.policy;
}

/** After a link, or back and forth: an entry we wrote must not bring an older rule back. */
async function followAddress(): Promise<void> {
  if (!location.hash.startsWith('#/')) return writeAddress(currentAddress());
  if (history.state === null) return applyAddress();
  state.view.value = (await parseAddress(location.hash)).view;
}

async function writeAddress(address: Address): Promise<void> {
  const hash = await formatAddress(address);
  if (hash !== location.hash) history.replaceState({ written: true }, '', hash);
}

function currentAddress(): Address {
  const rule = state.ruleJson.value;
  const policy = state.policyJson.value;
  return {
    view: state.view.value,
    ...(rule === state.TEMPLATE_RULE ? {} : { rule }),
    ...(policy === undefined ? {} : { policy }),
  };
}

/** The address that opens the page as it is now, for a link. */
export async function currentLink(): Promise<string> {
  return new URL(await formatAddress(currentAddress()), location.href).href;
}
