/** When something ends that is said by its beginning and its length. */
import { child, type LocatedNode, type MapNode } from '../model/located.ts';
import { parseDate, parseDuration } from '../model/notation.ts';

/** The day until which a backup is kept, `YYYY-MM-DD`; nothing where the plan does not say when it was taken. */
export function endOfTtl(backup: MapNode): string | undefined {
  return dayAfter(child(backup, 'takenOn'), child(backup, 'ttl'));
}

/** `YYYY-MM-DD`; nothing where either cannot be read. */
export function dayAfter(begins: LocatedNode | undefined, lasts: LocatedNode | undefined): string | undefined {
  if (begins?.kind !== 'scalar' || lasts?.kind !== 'scalar') return undefined;
  const start = parseDate(begins.text);
  const length = parseDuration(lasts.text);
  if (!start || !length) return undefined;
  const end = new Date(start.ms + length.ms);
  // Ages that no calendar knows.
  return Number.isNaN(end.getTime()) || end.getUTCFullYear() > 9999 ? undefined : end.toISOString().slice(0, 10);
}
