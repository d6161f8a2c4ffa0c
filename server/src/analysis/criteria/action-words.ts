/** The words of actions, and of what stands before a condition. Data only. */
import { phraseTable } from './phrases.ts';
import type { ActionKind } from './types.ts';

/** Words at the start of a criterion that say that it is one. */
export const OPENING_WORDS = new Set(
  'if when whenever once any either whether the a an our all and or that as soon in case event there is are we see observe on'.split(
    ' ',
  ),
);
export const CONDITION_WORDS = new Set(['if', 'when', 'whenever', 'once', 'on', 'upon', 'unless', 'until', 'after']);
/** Before `if`: they say which list the criterion stands in, and no action of their own. */
export const LIST_WORDS = new Set(
  'abort proceed promote continue advance go no-go trigger triggers triggered fail done succeed success passes accept'.split(
    ' ',
  ),
);
/** Before a colon. */
export const LABELS = phraseTable<true>([
  [
    true,
    [
      'trigger',
      'rollback trigger',
      'abort',
      'abort criterion',
      'abort criteria',
      'condition',
      'criterion',
      'threshold',
    ],
  ],
  [
    true,
    [
      'success',
      'success criterion',
      'success criteria',
      'exit criterion',
      'entry criterion',
      'gate',
      'rollback',
      'metric',
      'slo',
    ],
  ],
]);

/** What to do. Between them and the sign stand the words of ACTION_FILLERS. */
export const ACTIONS = phraseTable<Exclude<ActionKind, 'unknown'>>([
  [
    'rollback',
    [
      'rollback',
      'roll back',
      'roll-back',
      'rolls back',
      'rolled back',
      'rolling back',
      'auto-rollback',
      'autorollback',
    ],
  ],
  [
    'rollback',
    ['revert', 'reverts', 'reverted', 'back out', 'undo', 'roll it back', 'roll the canary back', 'rollbacks'],
  ],
  [
    'pause',
    [
      'pause',
      'pauses',
      'paused',
      'halt',
      'halts',
      'halted',
      'hold',
      'holds',
      'stop',
      'stops',
      'freeze',
      'suspend',
      'auto-pause',
    ],
  ],
  ['page', ['page', 'pages', 'paged', 'alert', 'alerts', 'notify', 'escalate', 'call', 'ping', 'wake']],
]);
export const ACTION_FILLERS = new Set(
  'then immediately automatically auto automatic manual manually please we must should to do a an the and now instantly trigger triggers execute start initiate perform full is are be'.split(
    ' ',
  ),
);
/** Open an action without a sign, where a known action follows: "triggers rollback". */
export const ACTION_VERBS = new Set(['triggers', 'trigger', 'causes', 'means', 'forces', 'leads', 'requires', 'then']);
