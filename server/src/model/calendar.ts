/** Days and times of day, without a clock. */

import { matched } from '../util/matched.ts';

export interface CalendarDate {
  /** `YYYY-MM-DD`, which compares as text. */
  readonly day: string;
  /** Milliseconds since 1970, in UTC; the start of the day where no time is given. */
  readonly ms: number;
  readonly hasTime: boolean;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?([Zz]|[+-]\d{2}:?\d{2}))?$/;

export function parseDate(text: string): CalendarDate | undefined {
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [year, month, date, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isDay(year, month, date) || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = offsetOf(found[7]);
  if (offset === undefined) return undefined;
  const ms = Date.UTC(year, month - 1, date, hour, minute, second) - offset;
  return { day: text.slice(0, 10), ms, hasTime: found[4] !== undefined };
}

function offsetOf(zone: string | undefined): number | undefined {
  if (!zone || /z/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function isDay(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY_MONTH = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?${MONTH},?[\s-]+(\d{4})$`,
  'i',
);
const MONTH_DAY = new RegExp(String.raw`^(?:[a-z]{3,9},?\s+)?${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$`, 'i');
const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2}))$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** The day that was meant, where there can be only one: `1 Dec 2026` and `12/31/2026`, but not `12/01/2026`. */
export function suggestDate(text: string): string | undefined {
  const words = text.trim();
  if (words.length > 60) return undefined;
  let found = YEAR_FIRST.exec(words);
  if (found) return day(found[1], found[2] ?? found[4], found[3] ?? found[5]);
  found = DAY_MONTH.exec(words);
  if (found) return day(found[3], monthOf(matched(found, 2)), found[1]);
  found = MONTH_DAY.exec(words);
  if (found) return day(found[3], monthOf(matched(found, 1)), found[2]);
  found = YEAR_LAST.exec(words);
  if (!found) return undefined;
  const readings = [day(found[3], found[2], found[1]), day(found[3], found[1], found[2])].filter(
    (one) => one !== undefined,
  );
  return readings.length === 1 || readings[0] === readings[1] ? readings[0] : undefined;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function day(
  year: string | undefined,
  month: string | number | undefined,
  date: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (!isDay(y, m, d)) return undefined;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

export interface TimeOfDay {
  /** Seconds since midnight, on the clock that it was read from. */
  readonly seconds: number;
  /** Milliseconds since 1970, where a day and an offset were given. */
  readonly ms?: number;
}

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?(?:[Zz]|[A-Z]{3,4}|[+-]\d{2}:?\d{2}))?$/;

export function parseTime(text: string): TimeOfDay | undefined {
  const date = parseDate(text);
  const found = TIME.exec(date?.hasTime ? text.slice(11, 16) : text);
  if (!found) return undefined;
  const [hours, minutes, seconds] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const since = hours * 3600 + minutes * 60 + seconds;
  return date ? { seconds: since, ms: date.ms } : { seconds: since };
}

const LOOSE_TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|uhr|hours|hrs)?$/i;

/** `2:02 pm` is `14:02`; `1402` and `14.02` are, too. */
export function suggestTime(text: string): string | undefined {
  const found = LOOSE_TIME.exec(text.trim());
  if (!found || (found[2] === undefined && found[3] === undefined)) return undefined;
  const half = /^[ap]/i.exec(found[3] ?? '')?.[0].toLowerCase();
  const hours = Number(found[1]);
  if (half && (hours < 1 || hours > 12)) return undefined;
  const whole = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours;
  const time = `${String(whole).padStart(2, '0')}:${found[2] ?? '00'}`;
  return parseTime(time) ? time : undefined;
}
