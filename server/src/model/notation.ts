/** How values are written in the format, and what was meant by values that are written otherwise. Pure; every pattern is linear. */
import { parseDate, parseTime, suggestDate, suggestTime } from './calendar.ts';
import { parseDuration, suggestDurations } from './duration.ts';

export { type CalendarDate, parseDate, parseTime, suggestDate, suggestTime, type TimeOfDay } from './calendar.ts';
export { formatDuration, parseDuration, suggestDuration, suggestDurations } from './duration.ts';

export type Notation = 'duration' | 'percent' | 'date' | 'time' | 'size' | 'id' | 'criterion';

const PERCENT = /^(\d{1,3}(?:\.\d{1,12})?)(%?)$/;

/** 0 to 100. A number between 0 and 1 without a sign is a fraction, and so no percentage. */
export function parsePercent(text: string): number | undefined {
  const found = PERCENT.exec(text);
  const value = Number(found?.[1]);
  if (!found || value > 100) return undefined;
  return found[2] === '' && value > 0 && value < 1 ? undefined : value;
}

/** `5`, `5%`, `12.5%`: without the noise of binary fractions. */
export function formatPercent(value: number): string {
  return `${value.toFixed(10).replace(/\.?0+$/, '')}%`;
}

const SPELLED_PERCENT =
  /^(?:~|≈|about\s+)?(\d{1,3}(?:[.,]\d{1,12})?)\s*(?:%|percent|per cent|pct\.?|p\.c\.)?(?:\s+of\s.*)?$/is;
const FRACTION = /^(?:0?\.\d{1,12}|\d{1,9}(?:\.\d{1,9})?e-\d{1,2})$/i;

/** The likeliest first: a fraction may have been meant as one, or as the percentage that it says. */
export function suggestPercents(text: string): readonly string[] {
  const words = text.trim();
  if (words.length > 80 || parsePercent(words) !== undefined) return [];
  if (FRACTION.test(words)) return [formatPercent(Number(words) * 100), formatPercent(Number(words))];
  if (/^(?:all|everyone|everybody|full|100 ?% ?.*)$/i.test(words)) return ['100%'];
  const ratio = /^(\d{1,6})\s*(?:\/|in|of)\s*(\d{1,6})$/i.exec(words);
  const value = ratio
    ? (Number(ratio[1]) / Number(ratio[2])) * 100
    : Number(SPELLED_PERCENT.exec(words)?.[1]?.replace(',', '.'));
  return value >= 0 && value <= 100 ? [formatPercent(value)] : [];
}

const SIZE = /^(\d{1,15}(?:\.\d{1,9})?) ?([kKMGTPE]?)(i?)B$/;
const POWERS = 'KMGTPE';

export function parseSize(text: string): { readonly bytes: number } | undefined {
  const found = SIZE.exec(text);
  if (!found || (found[3] === 'i' && found[2] === '')) return undefined;
  const power = found[2] === '' ? 0 : POWERS.indexOf((found[2] as string).toUpperCase()) + 1;
  return { bytes: Number(found[1]) * (found[3] === 'i' ? 1024 : 1000) ** power };
}

const SPELLED_SIZE =
  /^(?:~|≈|about\s+)?(\d{1,15}(?:[.,]\d{1,9})?)\s*(?:([kmgtpe])(i?)(?:b|bytes?)?|(kilo|mega|giga|tera|peta|exa)bytes?|bytes?)$/i;

export function suggestSize(text: string): string | undefined {
  const words = text.trim();
  const found = SPELLED_SIZE.exec(words);
  if (!found || parseSize(words)) return undefined;
  const letter = (found[2] ?? found[4]?.[0] ?? '').toUpperCase();
  return `${found[1]?.replace(',', '.')}${letter}${found[3] ? 'i' : ''}B`;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isId(text: string): boolean {
  return ID.test(text);
}

/** When a day begins, of a text that is one; the beginning of time for any other. */
export function msOfDay(day: string): number {
  return parseDate(day)?.ms ?? 0;
}

/** The id that words stand for: `Error rate` is `error-rate`, `dropEmail_v2` is `drop-email-v2`. */
export function suggestId(text: string): string | undefined {
  const id = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
  return id === '' || id === text ? undefined : id;
}

/** Words as an id: themselves where they are one, or where nothing in them could make one. */
export function asId(text: string): string {
  return suggestId(text) ?? text;
}

/** The id for what has that name; `otherwise` where nothing in the name could make one. */
export function idFor(name: string, otherwise: string): string {
  return isId(name) ? name : (suggestId(name) ?? otherwise);
}

export function isWellFormed(notation: Notation, text: string): boolean {
  switch (notation) {
    case 'duration':
      return parseDuration(text) !== undefined;
    case 'percent':
      return parsePercent(text) !== undefined;
    case 'date':
      return parseDate(text) !== undefined;
    case 'time':
      return parseTime(text) !== undefined;
    case 'size':
      return parseSize(text) !== undefined;
    case 'id':
      return isId(text);
    case 'criterion':
      return true;
  }
}

/** Ways to write what was meant, the likeliest first. One of them only where the words leave no doubt. */
export function suggestionsFor(notation: Notation, text: string): readonly string[] {
  switch (notation) {
    case 'duration':
      return suggestDurations(text);
    case 'percent':
      return suggestPercents(text);
    case 'date':
      return present(suggestDate(text));
    case 'time':
      return present(suggestTime(text));
    case 'size':
      return present(suggestSize(text));
    case 'id':
      return present(suggestId(text));
    case 'criterion':
      return [];
  }
}

function present(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}
