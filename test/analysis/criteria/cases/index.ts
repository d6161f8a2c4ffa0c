/** Criteria as plans write them. */

import { ACTIONS } from './actions.ts';
import { SIGNS, WORDS } from './comparisons.ts';
import { COMPOUNDS } from './compounds.ts';
import { BASELINES, UNITS } from './limits.ts';
import { EVENTS, UNKNOWN, VAGUE } from './sentences.ts';
import { QUALIFIERS, WINDOWS } from './windows.ts';

export type Case = readonly [text: string, summary: string];

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  SIGNS,
  WORDS,
  UNITS,
  BASELINES,
  WINDOWS,
  QUALIFIERS,
  ACTIONS,
  COMPOUNDS,
  EVENTS,
  VAGUE,
  UNKNOWN,
};

export const TEXTS: readonly string[] = Object.values(CASES).flatMap((cases) => cases.map(([text]) => text));
