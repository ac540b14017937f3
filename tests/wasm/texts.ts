// Texts made by seeded chance from what people paste: prose, values, signs of every width.
import { chance, pick, randomUnits, ruleExamples } from './support.js';

const FILLERS = [
  'Dear Ms Jansen, ',
  'see the attached invoice; ',
  'Größe ½ — “quoted” ',
  'emoji 👩‍💻🇳🇱 ',
  '中文字符 ',
  'Ελληνικά ',
  '\r\n\t',
  '\u0000\u00a0\u200b',
  '\ud83d ',
  '\udc00',
  '\ufeff',
  '[EMAIL_1] ',
  '[BSN_2]',
  '\\[IBAN\\_1\\] ',
  '**bold** `code` ',
  '"key": ',
  ' = ',
];

/** Texts that hold values of many rules, and often none. */
export function mixedTexts(count: number, seed: number): readonly string[] {
  const random = chance(seed);
  const examples = ruleExamples();
  return Array.from({ length: count }, () => {
    const parts = 1 + Math.floor(random() * 8);
    return Array.from({ length: parts }, () => {
      const kind = random();
      if (kind < 0.45) return pick(examples, random).text;
      if (kind < 0.85) return pick(FILLERS, random);
      return randomUnits(random, Math.floor(random() * 30));
    }).join(random() < 0.5 ? ' ' : '\n');
  });
}
