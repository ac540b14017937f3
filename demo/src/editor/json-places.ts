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
  const pointed = problem.pointer ? placeOfPointer(state, problem.pointer) : undefined;
  return pointed ?? placeOfLine(state, problem.line, problem.column);
}

/** The value at a JSON pointer, or the nearest value around it. */
export function placeOfPointer(state: EditorState, pointer: string): Place | undefined {
  const tree = ensureSyntaxTree(state, state.doc.length, 200) ?? syntaxTree(state);
  let node = tree.topNode.firstChild;
  for (const step of pointer.split('/').slice(1).map(unescapeStep)) {
    const next = node && child(state, node, step);
    if (!next) break;
    node = next;
  }
  return node && !node.type.isError ? { from: node.from, to: node.to } : undefined;
}

/** The word at a line and a column in bytes, both from 1; 0 is the start. */
export function placeOfLine(state: EditorState, line: number, column: number): Place {
  if (line < 1) return { from: 0, to: Math.min(1, state.doc.length) };
  const found = state.doc.line(Math.min(line, state.doc.lines));
  const from = found.from + charactersOfBytes(found.text, Math.max(0, column - 1));
  const rest = /^(?:"(?:[^"\\]|\\.){0,200}"?|\w{1,200}|.)/u.exec(
    found.text.slice(from - found.from),
  );
  if (rest) return { from, to: from + rest[0].length };
  return { from: Math.max(found.from, from - 1), to: from };
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

const VALUES: readonly string[] = ['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'];

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
