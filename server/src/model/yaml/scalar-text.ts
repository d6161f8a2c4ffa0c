/** A scalar as YAML text, quoted exactly where it would be read as something else. */
import { stringify } from 'yaml';
import { isSlot, type Skeleton, type Slot } from '../edit.ts';
import type { Words } from './edits/words.ts';

export type ScalarSkeleton = string | number | boolean | Slot;

/** How a value stood that is written over; the new one stands alike where it can. */
export type Quoting = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE';

/** Words that YAML 1.1 readers, of which there are many, take for booleans and for numbers to the base of 60. */
const READ_AS_OTHERS = /^(?:yes|no|on|off|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)$/i;
/** Line breaks to some readers, invisible to most people. */
const UNSAFE = /[\x85\u2028\u2029\uFEFF]/;

export function isScalarSkeleton(value: Skeleton): value is ScalarSkeleton {
  return typeof value !== 'object' || isSlot(value);
}

/** One line. `flow`: inside `{ }` or `[ ]`, where commas and brackets need quotes. */
export function scalarWords(value: ScalarSkeleton, flow: boolean, quoting: Quoting = 'PLAIN'): Words {
  if (typeof value !== 'object') return [scalarText(value, flow, quoting)];
  // The text of a slot is what somebody would type: a number in it stays a number, and quotes come only where the text cannot stand bare.
  const text = oneLine(value.slot);
  if (text === '') return [{ slot: '' }];
  if (quoting === 'PLAIN' && stringText(text, flow) === text) return [{ slot: text }];
  if (quoting === 'PLAIN' && isBare(text)) return [{ slot: text }];
  const inQuotes = quoted(text, quoting);
  return [inQuotes.charAt(0), { slot: inQuotes.slice(1, -1) }, inQuotes.charAt(0)];
}

export function scalarText(value: string | number | boolean, flow: boolean, quoting: Quoting = 'PLAIN'): string {
  if (typeof value !== 'string') return stringify(value).trimEnd();
  return quoting === 'PLAIN' ? stringText(value, flow) : quoted(value, quoting);
}

/** A text of several lines as a literal block can hold every line of it as it is; what it cannot hold is written in quotes. */
export function fitsLiteral(value: string): boolean {
  return (
    /\S/.test(value) &&
    !/^[ \t\n]/.test(value) &&
    !/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\uFEFF\uFFFE\uFFFF\u{D800}-\u{DFFF}]/u.test(value) &&
    !/[ \t]\n*$/.test(value) &&
    !/\n\n$/.test(value)
  );
}

function stringText(value: string, flow: boolean): string {
  if (UNSAFE.test(value) || /[\r\n]/.test(value) || READ_AS_OTHERS.test(value) || value === '<<')
    return quoted(value, 'QUOTE_DOUBLE');
  const list = { lineWidth: 0, collectionStyle: flow ? 'flow' : 'block', flowCollectionPadding: false } as const;
  const text = stringify([value], list).trimEnd();
  return flow ? text.slice(1, -1) : text.slice(2);
}

function quoted(value: string, quoting: Quoting): string {
  const single = quoting === 'QUOTE_SINGLE' && !/[\x00-\x1f\x7f-\x9f\u2028\u2029\uFEFF\u{D800}-\u{DFFF}]/u.test(value);
  if (single) return `'${value.replaceAll("'", "''")}'`;
  const hidden = /[\x7f-\x9f\u2028\u2029\uFEFF]/g;
  return JSON.stringify(value).replace(hidden, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Quoted by `stringText` only so that it stays a string: as a bare word it is a number, a boolean, null. */
function isBare(text: string): boolean {
  return /^[\w+.~-]+$/.test(text) && !/^-+$/.test(text);
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
