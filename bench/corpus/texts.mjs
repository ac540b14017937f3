// The texts engines are measured on: built from what Debian and npm packages install, and from
// generated chat, the same on every machine that has the same packages.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import { makeRandom, pick, randomString } from '../random.mjs';
import { makePatterns } from './patterns.mjs';

const SOURCES = {
  prose: [
    '/usr/share/doc/*/README*',
    '/usr/share/perl/5*/pod/*.pod',
    'node_modules/*/README.md',
    '/usr/share/doc/*/changelog*.gz',
  ],
  source: [
    'node_modules/re2/vendor/**/*.cc',
    '/usr/include/*.h',
    'node_modules/*/*/*.js',
    'node_modules/*/dist/*.js',
  ],
};
const MAX_PER_FILE = 60_000;

function readText(file) {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').slice(0, MAX_PER_FILE);
}

function gather(patterns, size) {
  const parts = [];
  let length = 0;
  for (const file of patterns.flatMap((pattern) =>
    globSync(pattern, { absolute: true, expandDirectories: false }).sort(),
  )) {
    if (length >= size) break;
    try {
      parts.push(readText(file));
      length += parts.at(-1).length;
    } catch {
      // A directory or a dangling link; the corpus does without it.
    }
  }
  return parts.join('\n').slice(0, size);
}

const digits = (random, n) => randomString(random, '0123456789', n);
const SENTENCES = [
  'Goedemorgen, ik heb een vraag over mijn abonnement.',
  'Dank u wel, dat is duidelijk.',
  'I would like to change my address, please.',
  'Kunt u dat even nakijken? Het duurt nu al drie dagen.',
  'Hej, jag kan inte logga in på mitt konto sedan i går.',
];

function chatLine(random) {
  switch (random(8)) {
    case 0:
      return `Mijn bestelnummer is ${digits(random, 9)}, mail ${pick(random, ['jan', 'eva', 'p.smit'])}${digits(random, 3)}@post.example`;
    case 1:
      return `Kunt u terugbellen op 06-${digits(random, 8)} of +31 20 ${digits(random, 3)} ${digits(random, 4)}?`;
    case 2:
      return `Factuur ${digits(random, 4)}-${digits(random, 6)}, bedrag ${digits(random, 3)},${digits(random, 2)} euro`;
    case 3:
      return `[${digits(random, 2)}:${digits(random, 2)}:${digits(random, 2)}] Agent: ticket #${digits(random, 7)} is aangemaakt`;
    default:
      return pick(random, SENTENCES);
  }
}

function makeChat(size) {
  const random = makeRandom(7);
  const lines = [];
  for (let length = 0; length < size; length += lines.at(-1).length + 1)
    lines.push(chatLine(random));
  return lines.join('\n').slice(0, size);
}

/** Prose, source and chat, `size` UTF-16 units each. @returns {Record<string, string>} */
export function makeTexts(size) {
  return {
    prose: gather(SOURCES.prose, size),
    source: gather(SOURCES.source, size),
    chat: makeChat(size),
  };
}

/** 1,000 pastes of 0.2-20 KB cut from the texts, one in seven with a generated secret in it. */
export function makePastes(texts) {
  const random = makeRandom(11);
  const names = Object.keys(texts);
  const examples = makePatterns(250).map((shape) => shape.example);
  return Array.from({ length: 1000 }, (_, i) => {
    const text = texts[names[i % names.length]];
    const size = Math.round(200 * 100 ** (random(1000) / 1000));
    const begin = random(text.length - size);
    const paste = text.slice(begin, begin + size);
    return i % 7 === 0 ? `${paste}\n${pick(random, examples)}\n` : paste;
  });
}

/** Texts made to be dear, `size` units each. @returns {Record<string, string>} */
export function makeAdversarial(size) {
  const random = makeRandom(13);
  const repeat = (unit) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  return {
    'one letter': repeat('a'),
    '"@a" repeated': repeat('@a'),
    digits: digits(random, size),
    'base64 line': randomString(
      random,
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
      size,
    ),
    'hex line': randomString(random, '0123456789abcdef', size),
    'keyword soup': repeat('password=secret token: api_key '),
    '"eyJ" repeated': repeat('eyJ'),
    '"-----BEGIN" repeated': repeat('-----BEGIN '),
    newlines: repeat('\n'),
    'IBAN-like': repeat('NL91ABNA '),
  };
}
