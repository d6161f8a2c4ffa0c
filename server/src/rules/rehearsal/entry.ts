/** What a rehearsal lacks, and where to say so. */
import { lacks } from '../../lint/rehearsals.ts';
import type { RehearsalView } from '../../lint/views.ts';
import type { Span } from '../../model/source.ts';

/** It was, and nothing more is said of it. */
export function isBare(rehearsal: RehearsalView): boolean {
  return lacks(rehearsal, 'trigger', 'command', 'started', 'restored', 'took', 'timeline', 'scenario');
}

export function placeOfRehearsal({ node }: RehearsalView): Span {
  return node.head;
}
