/** The policies that come with the rules, as files to start from. */
const files = import.meta.glob<string>('../../rules/policies/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const PRESETS = ['default', 'strict', 'monitor'] as const;

export type Preset = (typeof PRESETS)[number];

export function presetJson(preset: Preset): string {
  return files[`../../rules/policies/${preset}.json`] ?? '';
}

/** The preset a policy file is, letter by letter. */
export function presetOf(json: string | undefined): Preset | undefined {
  if (json === undefined) return 'default';
  return PRESETS.find((preset) => presetJson(preset) === json);
}
