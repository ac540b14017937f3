/** The engine's side of the protocol: the only code of the page that touches the module. */
import { Engine } from './engine.js';
import { isRequest, type Request, type Response } from './protocol.js';

declare const self: DedicatedWorkerGlobalScope;

/** How long a text must stand before the time it takes is measured again. */
const IDLE_MS = 150;

const engine = new Engine();
let queue: Promise<void> = start();
let idle: ReturnType<typeof setTimeout> | undefined;

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!isRequest(event.data)) return;
  const request = event.data;
  if (request.type === 'scan') clearTimeout(idle);
  queue = queue.then(() => answer(request)).catch((error: unknown) => fail(request, error));
});

async function start(): Promise<void> {
  try {
    post({ type: 'ready', rules: await engine.setUp({}) });
  } catch (error) {
    // The first request will say so.
    console.error(error);
  }
}

async function answer(request: Request): Promise<void> {
  switch (request.type) {
    case 'scan':
      return scan(request);
    case 'setup':
      return post({
        type: 'setup',
        run: request.run,
        problems: await engine.trySetUp(request.setup),
      });
    case 'check':
      return post({ type: 'check', run: request.run, check: await engine.check(request.json) });
  }
}

function scan({ run, text, context }: Request & { readonly type: 'scan' }): void {
  const { verdict, milliseconds } = engine.scan(text, context);
  post({ type: 'verdict', run, verdict, milliseconds });
  post({ type: 'redaction', run, ...engine.redact(text, context) });
  idle = setTimeout(() => post({ type: 'timing', run, ...engine.time(text, context) }), IDLE_MS);
}

function fail({ type, run }: Request, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  post({ type: 'failed', run, request: type, message });
}

function post(response: Response): void {
  self.postMessage(response);
}
