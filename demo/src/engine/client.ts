import type { ScanContext } from 'sluice';
import { isResponse, type Request, type Response, type Setup } from './protocol.js';

type Unnumbered<R> = R extends { readonly run: number } ? Omit<R, 'run'> : never;
type Kind = Request['type'];

/** Hears what the worker answers. Answers to overtaken requests never arrive. */
export type Listener = (response: Response) => void;

/**
 * The page's side of the worker. Of each kind of request at most one is under way and one waits;
 * a newer one takes the place of the one that waits: the latest wins.
 */
export class EngineClient {
  readonly #worker: Worker;
  readonly #listener: Listener;
  readonly #latest = new Map<Kind, number>();
  readonly #underWay = new Map<Kind, number>();
  readonly #waiting = new Map<Kind, Request>();
  #run = 0;

  constructor(worker: Worker, listener: Listener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (isResponse(event.data)) this.#receive(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      listener({ type: 'failed', run: this.#run, request: 'scan', message: event.message });
    });
  }

  /** Asks for a verdict, then the redacted text, then a steadier time. Returns the run's number. */
  scan(text: string, context: ScanContext): number {
    return this.#ask({ type: 'scan', text, context });
  }

  setUp(setup: Setup): number {
    return this.#ask({ type: 'setup', setup });
  }

  checkRules(json: string): number {
    return this.#ask({ type: 'check', json });
  }

  #ask(request: Unnumbered<Request>): number {
    this.#run += 1;
    const numbered = { ...request, run: this.#run } as Request;
    this.#latest.set(request.type, this.#run);
    if (this.#underWay.has(request.type)) this.#waiting.set(request.type, numbered);
    else this.#send(numbered);
    return this.#run;
  }

  #send(request: Request): void {
    this.#underWay.set(request.type, request.run);
    this.#worker.postMessage(request);
  }

  #receive(response: Response): void {
    if (response.type === 'ready') {
      this.#listener(response);
      return;
    }
    const kind = [...this.#underWay].find(([, run]) => run === response.run)?.[0];
    if (kind && endsRequest(response)) this.#next(kind);
    if ([...this.#latest.values()].includes(response.run)) this.#listener(response);
  }

  #next(kind: Kind): void {
    this.#underWay.delete(kind);
    const waiting = this.#waiting.get(kind);
    this.#waiting.delete(kind);
    if (waiting) this.#send(waiting);
  }
}

/** A scan ends with its redaction; everything else with its one answer. */
function endsRequest(response: Response): boolean {
  return response.type !== 'verdict' && response.type !== 'timing';
}
