/** The rules of secrets, each on its own. */
import type { RulePack, SharedWords } from 'sluice';
import { jsonFiles, readJson } from './catalogue.js';
import { type Subject, subjectsOf } from './mutants.js';

export function secretSubjects(): readonly Subject[] {
  const { words } = readJson<SharedWords>('rules/words.json');
  return jsonFiles<RulePack>('rules/secret').flatMap(({ content }) => subjectsOf(content, words));
}
