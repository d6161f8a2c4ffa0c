/** When something ends that is said by its beginning and its length. */
import { child, type LocatedNode, type MapNode } from '../model/located.ts';
import { parseDate, parseDuration } from '../model/notation.ts';

export interface End {
  /** `YYYY-MM-DD`, and the time in UTC where the beginning has one. */
  readonly text: string;
  readonly day: string;
  /** The length that it was computed from. */
  readonly length: LocatedNode;
}

/** By unit of the schema: the keys that say when it begins and how long it lasts, and the key that says its end itself. */
const SPANS: ReadonlyMap<string | undefined, readonly [begins: string, lasts: string, ends?: string]> = new Map([
  ['Backup', ['takenOn', 'ttl']],
  ['StepBackup', ['takenOn', 'ttl']],
  ['MaintenanceWindow', ['start', 'length']],
  ['Stage', ['starts', 'soak', 'ends']],
]);

/** Nothing where the plan does not say both, or says the end too. */
export function endOf(unit: string | undefined, map: MapNode): End | undefined {
  const [begins, lasts, ends] = SPANS.get(unit) ?? [];
  if (begins === undefined || lasts === undefined || (ends !== undefined && child(map, ends))) return undefined;
  return computed(child(map, begins), child(map, lasts));
}

function computed(begins: LocatedNode | undefined, lasts: LocatedNode | undefined): End | undefined {
  if (begins?.kind !== 'scalar' || lasts?.kind !== 'scalar') return undefined;
  const start = parseDate(begins.text);
  const length = parseDuration(lasts.text);
  if (!start || !length) return undefined;
  const end = new Date(start.ms + length.ms);
  // Ages that no calendar knows.
  if (Number.isNaN(end.getTime()) || end.getUTCFullYear() > 9999) return undefined;
  const written = end.toISOString();
  const day = written.slice(0, 10);
  return { day, text: start.hasTime ? `${day} ${written.slice(11, 16)} UTC` : day, length: lasts };
}
