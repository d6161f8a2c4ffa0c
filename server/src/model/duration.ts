/** Durations: `30s`, `1h30m`, `2w`, and what people write instead. */

const UNITS = ['w', 'd', 'h', 'm', 's', 'ms'] as const;
type Unit = (typeof UNITS)[number];
const MS: Readonly<Record<Unit, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

const CANONICAL = /^(?=\d)(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/;

export function parseDuration(text: string): { readonly ms: number } | undefined {
  const found = CANONICAL.exec(text);
  if (!found) return undefined;
  return { ms: UNITS.reduce((sum, unit, at) => sum + Number(found[at + 1] ?? 0) * MS[unit], 0) };
}

/** The shortest way to write it in days and smaller units; weeks are for people, who count them only when they are even. */
export function formatDuration(ms: number): string {
  let rest = Math.max(0, Math.round(ms));
  let text = '';
  for (const unit of UNITS.slice(1)) {
    const count = Math.floor(rest / MS[unit]);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * MS[unit];
  }
  return text || '0s';
}

/** Words and abbreviations by what they begin with, in any case. A lone `M` is minutes: months are written out. */
const SPELLED: readonly (readonly [RegExp, Unit, number])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/i, 'ms', 1],
  [/^(?:s|secs?|seconds?)$/i, 's', 1],
  [/^(?:m|mins?|minutes?)$/i, 'm', 1],
  [/^(?:h|hrs?|hours?)$/i, 'h', 1],
  [/^(?:d|days?)$/i, 'd', 1],
  [/^(?:w|wks?|weeks?)$/i, 'w', 1],
  [/^(?:mo|mos|months?)$/i, 'd', 30],
  [/^(?:y|yrs?|years?)$/i, 'd', 365],
];
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const LEADING = /^(?:~|≈|>=?|≥|about|around|at least|approximately|approx\.?|minimum(?: of)?|min\.?|for)\s*/i;
const TERM = /\s*(\d{1,9}(?:\.\d{1,6})?|an?|[a-z]{3,6})(?:\s+|-)?([a-z]{1,12})\.?\s*(?:,|and\b|&|\+)?/iy;
const ISO =
  /^P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

/** What was probably meant, the likeliest first. Several for a bare number, whose unit nobody can know. */
export function suggestDurations(text: string): readonly string[] {
  const words = text.trim();
  if (words.length > 80 || parseDuration(words)) return [];
  // Nothing is nothing in any unit.
  if (/^0{1,9}$/.test(words)) return ['0s'];
  if (/^\d{1,9}$/.test(words)) return ['m', 's', 'h', 'd'].map((unit) => words + unit);
  const meant = fromIso(words) ?? fromWords(words.replace(LEADING, ''));
  return meant === undefined ? [] : [meant];
}

export function suggestDuration(text: string): string | undefined {
  return suggestDurations(text)[0];
}

function fromIso(text: string): string | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const count = (at: number) => Number(found[at] ?? 0);
  const days = count(1) * 365 + count(2) * 30 + count(4);
  const terms: [number, Unit][] = [
    [count(3), 'w'],
    [days, 'd'],
    [count(5), 'h'],
    [count(6), 'm'],
    [count(7), 's'],
  ];
  return joined(terms);
}

function fromWords(text: string): string | undefined {
  const terms: [number, Unit][] = [];
  TERM.lastIndex = 0;
  for (let at = 0; at < text.length; at = TERM.lastIndex) {
    const found = TERM.exec(text);
    const term = found && termOf(found[1] as string, found[2] as string);
    if (!term || terms.length > 6) return undefined;
    terms.push(term);
  }
  return joined(terms);
}

function termOf(count: string, word: string): [number, Unit] | undefined {
  const spelled = SPELLED.find(([pattern]) => pattern.test(word));
  const number = /^\d/.test(count) ? Number(count) : /^an?$/i.test(count) ? 1 : NUMBERS.indexOf(count.toLowerCase());
  return spelled && number >= 0 ? [number * spelled[2], spelled[1]] : undefined;
}

/** The units that were written stay where they can; a broken count or an odd order is counted out. */
function joined(terms: readonly (readonly [number, Unit])[]): string | undefined {
  const said = terms.filter(([count]) => count > 0);
  if (said.length === 0) return undefined;
  const kept = said.map(([count, unit]) => `${count}${unit}`).join('');
  if (parseDuration(kept)) return kept;
  const ms = said.reduce((sum, [count, unit]) => sum + count * MS[unit], 0);
  return ms >= 1 ? formatDuration(ms) : undefined;
}
