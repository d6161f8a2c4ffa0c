/** Moments as the server takes them, and what a stopwatch shows between two of them. */

/** Local time with its offset, to the second: `2026-11-18T14:02:31+01:00`. */
export function localTime(date: Date, offset = -date.getTimezoneOffset()): string {
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${padded(Math.floor(size / 60))}:${padded(size % 60)}`;
}

/** `03:12`, and `1:03:12` from the first hour on. */
export function stopwatch(started: string, now: string): string {
  const seconds = Math.max(0, Math.floor((Date.parse(now) - Date.parse(started)) / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${padded(Math.floor(seconds / 60) % 60)}:${padded(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function padded(count: number): string {
  return String(count).padStart(2, '0');
}
