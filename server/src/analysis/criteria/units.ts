/** Units of limits and of windows. Data, and one look-up. */
import type { Dimension, Unit } from './types.ts';

type Entry = readonly [dimension: Dimension, scale: number, spellings: string];

/** Capital and small letters differ here: `Mb` is no `MB`, and `M` is no minute. */
const SYMBOLS: readonly Entry[] = [
  ['percent', 1, '%'],
  ['percent', 0.1, '‰'],
  ['time', 1e-6, 'ns'],
  ['time', 1e-3, 'us µs μs'],
  ['time', 1, 'ms'],
  ['time', 1e3, 's'],
  ['time', 60e3, 'm'],
  ['time', 3600e3, 'h'],
  ['time', 86_400e3, 'd'],
  ['time', 604_800e3, 'w'],
  ['bytes', 1, 'B'],
  ['bytes', 1e3, 'kB KB'],
  ['bytes', 1e6, 'MB'],
  ['bytes', 1e9, 'GB'],
  ['bytes', 1e12, 'TB'],
  ['bytes', 2 ** 10, 'KiB Ki'],
  ['bytes', 2 ** 20, 'MiB Mi'],
  ['bytes', 2 ** 30, 'GiB Gi'],
  ['bytes', 2 ** 40, 'TiB Ti'],
  ['bits/s', 1e3, 'kbps Kbps'],
  ['bits/s', 1e6, 'Mbps'],
  ['bits/s', 1e9, 'Gbps'],
  ['bits', 1e6, 'Mbit'],
  ['bits', 1e9, 'Gbit'],
  ['bytes/s', 1e6, 'MBps'],
  ['plain/s', 1, 'Hz'],
  // One spelling, several meanings: megabytes, megabits, millions, minutes, months, basis points.
  ['unknown', 1, 'M G K T P kb mb gb tb Kb Mb Gb Tb bps b MS S H D'],
];

/** Written in any case. */
const NAMES: readonly Entry[] = [
  ['percent', 1, 'percent pct'],
  ['percent', 100, 'ratio fraction'],
  ['time', 1, 'millisecond milliseconds msec msecs millis'],
  ['time', 1e-3, 'microsecond microseconds'],
  ['time', 1e3, 'second seconds sec secs'],
  ['time', 60e3, 'minute minutes min mins'],
  ['time', 3600e3, 'hour hours hr hrs'],
  ['time', 86_400e3, 'day days'],
  ['time', 604_800e3, 'week weeks wk wks'],
  ['unknown', 1, 'month months quarter quarters year years sprint sprints'],
  ['bytes', 1, 'byte bytes'],
  ['bytes', 1e3, 'kilobyte kilobytes'],
  ['bytes', 1e6, 'megabyte megabytes'],
  ['bytes', 1e9, 'gigabyte gigabytes'],
  ['plain/s', 1, 'rps qps tps ops iops'],
  ['plain/s', 1 / 60, 'rpm'],
  ['unknown', 1, 'usd eur gbp cents dollars euros celsius'],
];

const BY_SYMBOL = byspelling(SYMBOLS);
const BY_NAME = byspelling(NAMES);

/** A lone `m` may be a month. */
const PER: ReadonlyMap<string, number> = new Map([
  ...['s', 'sec', 'second'].map((name) => [name, 1] as const),
  ...['min', 'minute'].map((name) => [name, 1 / 60] as const),
  ...['h', 'hr', 'hour'].map((name) => [name, 1 / 3600] as const),
  ...['d', 'day'].map((name) => [name, 1 / 86_400] as const),
]);

export const PLAIN: Unit = { text: '', dimension: 'plain', scale: 1 };

function byspelling(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.flatMap((entry) => entry[2].split(' ').map((spelling) => [spelling, entry] as const)));
}

/** The unit of that spelling: `ms`, `percent`, `MB/s`, `/min`, `errors/min`. Undefined where there is none. */
export function unitOf(text: string): Unit | undefined {
  const slash = text.lastIndexOf('/');
  if (slash >= 0) return perUnit(text, text.slice(0, slash), text.slice(slash + 1));
  const entry = BY_SYMBOL.get(text) ?? BY_NAME.get(text.toLowerCase());
  return entry && { text, dimension: entry[0], scale: entry[1] };
}

/** `amount` per `time`: `MB` and `s`, nothing and `min`, `errors` and `minute`. */
function perUnit(text: string, amount: string, time: string): Unit | undefined {
  const times = timesPerSecond(time);
  if (times === undefined) return time === 'm' ? { text, dimension: 'unknown', scale: 1 } : undefined;
  return rateOf(text, amount, times);
}

/** How many of "per minute" a second has. */
export function timesPerSecond(time: string): number | undefined {
  return PER.get(time.toLowerCase());
}

export function rateOf(text: string, amount: string, times: number): Unit {
  const counted = amount === '' ? PLAIN : (unitOf(amount) ?? PLAIN);
  const { dimension, scale } = counted;
  if (dimension === 'plain' || dimension === 'percent' || dimension === 'bytes' || dimension === 'bits') {
    return { text, dimension: `${dimension}/s`, scale: scale * times };
  }
  return { text, dimension: 'unknown', scale: 1 };
}

export function isTimeName(text: string): boolean {
  return timesPerSecond(text) !== undefined;
}

/** Free of the noise of binary fractions, so that 1.1 s equals 1100 ms. Plans do not write thirteen digits. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** The value in the base of its dimension. */
export function inBase(value: number, unit: Unit): number {
  return exact(value * unit.scale);
}
