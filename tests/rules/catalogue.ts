/** The rule files as they lie in the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export const CATEGORIES = ['secret', 'personal', 'code', 'confidential', 'conduct'] as const;

export type Joined = string | readonly string[];

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly placeholder: string;
  readonly matches: readonly Joined[];
  readonly nonMatches: readonly { readonly text: Joined; readonly because: string }[];
}

export interface Family {
  readonly family: string;
  readonly category: string;
  readonly rules: readonly Rule[];
}

export interface JsonFile<T> {
  readonly path: string;
  /** File name without `.json`. */
  readonly name: string;
  /** Name of the folder it lies in. */
  readonly folder: string;
  readonly content: T;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function jsonFiles<T>(folder: string): readonly JsonFile<T>[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({
      path,
      name: basename(path, '.json'),
      folder: basename(dirname(path)),
      content: readJson<T>(path),
    }));
}

export function families(): readonly JsonFile<Family>[] {
  return CATEGORIES.flatMap((category) => jsonFiles<Family>(`rules/${category}`));
}

export function joined(text: Joined): string {
  return typeof text === 'string' ? text : text.join('');
}
