/** The chat tools that are guarded. A site with `paths` is guarded below those paths only. */
export interface Site {
  readonly host: string;
  readonly paths?: readonly string[];
}

export const sites: readonly Site[] = [
  { host: 'chatgpt.com' },
  { host: 'chat.openai.com' },
  { host: 'claude.ai' },
  { host: 'gemini.google.com' },
  { host: 'aistudio.google.com' },
  { host: 'copilot.microsoft.com' },
  { host: 'm365.cloud.microsoft' },
  { host: 'github.com', paths: ['/copilot'] },
  { host: 'www.perplexity.ai' },
  { host: 'perplexity.ai' },
  { host: 'chat.mistral.ai' },
  { host: 'chat.deepseek.com' },
  { host: 'grok.com' },
  { host: 'x.com', paths: ['/i/grok'] },
  { host: 'poe.com' },
  { host: 'huggingface.co', paths: ['/chat'] },
  { host: 'chat.qwen.ai' },
  { host: 'chat.z.ai' },
  { host: 'www.kimi.com' },
  { host: 'kimi.com' },
  { host: 'kimi.ai' },
  { host: 'kimi.moonshot.cn' },
  { host: 'www.meta.ai' },
  { host: 'duck.ai' },
  { host: 'you.com' },
  { host: 'pi.ai' },
  { host: 'character.ai' },
  { host: 'lmarena.ai' },
];

/**
 * One pattern per host, always the whole host: a page that moves from `/` to `/copilot` without
 * loading would otherwise never get the guard. The paths are looked at when something is pasted.
 */
export const matchPatterns: readonly string[] = sites.map(({ host }) => `https://${host}/*`);

/** Whether a paste on this page is ours to judge. */
export function isGuarded(host: string, path: string): boolean {
  const site = sites.find((candidate) => candidate.host === host);
  if (site === undefined) return false;
  return site.paths === undefined || site.paths.some((start) => isBelow(path, start));
}

function isBelow(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}/`);
}
