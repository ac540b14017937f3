/** Finds a place in a JSON file that an error names. */
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { Problem } from '../engine/protocol.js';

export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where a problem stands: the value its pointer names, else its line and column. */
export function placeOfProblem(state: EditorState, problem: Problem): Place {
  // Where the JSON itself breaks off, the pointer only says in which value.
  if (problem.code === 'invalid-json') return placeOfLine(state, problem.line, problem.column);
  const pointed = problem.pointer ? placeOfPointer(state, problem.pointer) : undefined;
  return pointed ?? placeOfLine(state, problem.line, problem.column);
}

/** The value at a JSON pointer, or the nearest value around it. */
export function placeOfPointer(state: EditorState, pointer: string): Place | undefined {
  let node = treeOf(state).topNode.firstChild;
  for (const step of pointer.split('/').slice(1).map(unescapeStep)) {
    const next = node && child(state, node, step);
    if (!next) break;
    node = next;
  }
  if (!node || node.type.isError) return undefined;
  // Of a list or an object the bracket will do; all of it would hide the rest.
  const isLong = node.name === 'Object' || node.name === 'Array';
  return { from: node.from, to: isLong ? node.from + 1 : node.to };
}

/** The token at a line and a column in bytes, both from 1; 0 is the start. */
export function placeOfLine(state: EditorState, line: number, column: number): Place {
  if (line < 1) return { from: 0, to: Math.min(1, state.doc.length) };
  const found = state.doc.line(Math.min(line, state.doc.lines));
  const at = found.from + charactersOfBytes(found.text, Math.max(0, column - 1));
  const token = treeOf(state).resolveInner(at, 1);
  if (TOKENS.includes(token.name)) return { from: token.from, to: token.to };
  const from = Math.min(at, Math.max(found.from, found.to - 1));
  return { from, to: Math.min(from + 1, found.to) };
}

function treeOf(state: EditorState) {
  return ensureSyntaxTree(state, state.doc.length, PARSE_MS) ?? syntaxTree(state);
}

function child(state: EditorState, node: SyntaxNode, step: string): SyntaxNode | null {
  if (node.name === 'Array') {
    return valuesOf(node)[Number(step)] ?? null;
  }
  for (const property of node.getChildren('Property')) {
    const name = property.getChild('PropertyName');
    if (name && parseName(state.sliceDoc(name.from, name.to)) === step) {
      return valuesOf(property)[0] ?? name;
    }
  }
  return null;
}

const SCALARS: readonly string[] = ['String', 'Number', 'True', 'False', 'Null'];
const VALUES: readonly string[] = [...SCALARS, 'Object', 'Array'];
const TOKENS: readonly string[] = [...SCALARS, 'PropertyName'];
/** The longest that the page waits for the syntax tree of a large file. */
const PARSE_MS = 200;

function valuesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const values: SyntaxNode[] = [];
  for (let at = node.firstChild; at; at = at.nextSibling) {
    if (VALUES.includes(at.name)) values.push(at);
  }
  return values;
}

function parseName(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function charactersOfBytes(line: string, bytes: number): number {
  let seen = 0;
  let units = 0;
  for (const character of line) {
    if (seen >= bytes) break;
    const code = character.codePointAt(0) ?? 0;
    seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units += character.length;
  }
  return units;
}
