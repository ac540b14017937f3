import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stdin } from 'node:process';
import type { RuleFile } from '../compiler.js';
import { CATEGORIES } from '../words.js';
import { UsageError } from './usage.js';

/** One text to scan and the name it goes by. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

export async function readSource(path: string): Promise<Source> {
  if (path === '-') return { name: 'standard input', text: decode(await readStandardInput()) };
  return { name: path, text: decode(readFile(path)) };
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}

/** UTF-8 unless the bytes begin with the mark of UTF-16. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  return bytes.toString('utf8');
}

/**
 * Files as they are; of a folder its own rule files, or its shared words and the rule files of its
 * category folders.
 */
export function readRuleFiles(paths: readonly string[]): readonly RuleFile[] {
  const files = paths.flatMap(listRuleFiles);
  if (files.length === 0) throw new UsageError(`no rule files in ${paths.join(', ')}`);
  return files.map((file) => ({ file, json: readFile(file).toString('utf8') }));
}

function listRuleFiles(path: string): readonly string[] {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) throw new UsageError(`${path} does not exist`);
  if (!info.isDirectory()) return [path];
  const below = readdirSync(path);
  const categories = CATEGORIES.filter((category) => below.includes(category));
  if (categories.length === 0) return jsonFiles(path);
  const words = below.includes('words.json') ? [join(path, 'words.json')] : [];
  return [...words, ...categories.flatMap((category) => jsonFiles(join(path, category)))];
}

function jsonFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(folder, file));
}
