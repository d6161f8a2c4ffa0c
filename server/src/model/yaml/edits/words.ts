/** Text that is being written: plain runs and slots. One value gives both the plain text and the snippet. */
import type { Slot } from '../../edit.ts';

export type Words = readonly (string | Slot)[];

export function plainText(words: Words): string {
  return words.map((word) => (typeof word === 'string' ? word : word.slot)).join('');
}

export function hasSlots(words: Words): boolean {
  return words.some((word) => typeof word !== 'string');
}

/** Slots are numbered from `first`: tab stops of one edit share one count, also across its changes. */
export function snippetText(words: Words, first = 1): string {
  let number = first;
  return words
    .map((word) => (typeof word === 'string' ? escapeSnippet(word) : `\${${number++}:${escapeSnippet(word.slot)}}`))
    .join('');
}

export function slotCount(words: Words): number {
  return words.filter((word) => typeof word !== 'string').length;
}

/** `$`, `}` and `\` are the only characters that mean something in a snippet. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

export function mapText(words: Words, change: (text: string) => string): Words {
  return words.map((word) => (typeof word === 'string' ? change(word) : { slot: change(word.slot) }));
}

export function linesOf(text: string): Words[] {
  return text.split('\n').map((line) => (line === '' ? [] : [line]));
}
