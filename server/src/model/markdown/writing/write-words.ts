/** Scalars as words of Markdown. */
import type { Property, ScalarShape } from '../grammar/grammar.ts';
import type { Json } from './json.ts';
import { wordsRead } from './read-back.ts';

/** As code: whatever it is, it is read to the letter. */
export function inCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ({ 0: run }) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) || /^ .*\S.* $/s.test(text) ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** The ways to write a scalar on one line, the most readable first; none for text of several lines. */
export function lineForms(value: Json, property: Property, scalar: ScalarShape): string[] {
  if (typeof value === 'boolean')
    return [value ? 'yes' : 'no', String(value)].filter((form) => wordsRead(form, property, scalar, value));
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string' || /[\r\n]/.test(value) || value === '') return [];
  const code = inCode(value);
  const forms = property.fences.length > 0 ? [code, value] : [value, code];
  return forms.filter((form) => wordsRead(form, property, scalar, value));
}

export function fenced(code: string, language: string): string {
  const longest = Math.max(
    2,
    ...Array.from(code.matchAll(/^\s*(?:`{3,}|~{3,})/gm), ({ 0: run }) => run.trimStart().length),
  );
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${code.endsWith('\n') ? code : `${code}\n`}${marks}`;
}

/** The fence that a text of several lines, or code, is written in. */
export function fenceForm(value: string, property: Property): string {
  return fenced(value, property.fences[0] ?? 'text');
}

export function indented(text: string, width: number): string {
  const pad = ' '.repeat(width);
  return text.replace(/^(?=[^\n])/gm, pad);
}

export function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
