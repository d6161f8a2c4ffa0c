/** Releases and versions, as far as they can be told from each other by their text. */
import { matched } from '../util/matched.ts';

export function sameRelease(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(release: string): string {
  return release
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '');
}

const NUMBERS = /^(\D{0,20}?)(\d{1,9}(?:\.\d{1,9}){0,3})/;

/** The one after: `5.0.3` is followed by `5.1.0`, `V112` by `V113`. */
export function nextRelease(release: string): string | undefined {
  const parts = partsOf(release);
  if (!parts) return undefined;
  const { prefix, numbers } = parts;
  const at = Math.min(1, numbers.length - 1);
  return prefix + numbers.map((number, i) => (i === at ? number + 1 : i > at ? 0 : number)).join('.');
}

/** One before: `5.2.0` follows `5.1.0`, `5.0.0` follows `4.0.0`. */
export function previousRelease(release: string): string | undefined {
  const parts = partsOf(release);
  if (!parts) return undefined;
  const { prefix, numbers } = parts;
  const at = numbers.findLastIndex((number) => number > 0);
  if (at < 0) return undefined;
  return prefix + numbers.map((number, i) => (i === at ? number - 1 : number)).join('.');
}

/** Whether one comes before the other; nothing where they are not numbered alike. */
export function isBefore(one: string, other: string): boolean | undefined {
  const [left, right] = [partsOf(normal(one)), partsOf(normal(other))];
  if (!left || !right || left.prefix !== right.prefix) return undefined;
  for (let at = 0; at < Math.max(left.numbers.length, right.numbers.length); at++) {
    const difference = (left.numbers[at] ?? 0) - (right.numbers[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function partsOf(release: string): { readonly prefix: string; readonly numbers: readonly number[] } | undefined {
  const found = NUMBERS.exec(release.trim());
  return found ? { prefix: matched(found, 1), numbers: matched(found, 2).split('.').map(Number) } : undefined;
}
