/** The same length of time in other units: `24h` as `1d`. */
import * as l10n from '@vscode/l10n';
import { formatDuration, parseDuration } from '../../model/notation.ts';
import type { Offer } from './refactoring.ts';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;
/** Nobody reads `7776000s`. */
const LARGEST_COUNT = 9999;

export const convertDuration: Offer = ({ visit: { node, schema } }) => {
  if (node.kind !== 'scalar' || schema.notation !== 'duration') return [];
  const length = parseDuration(node.text);
  if (!length || length.ms === 0) return [];
  return [...new Set([formatDuration(length.ms), ...inWholeUnits(length.ms)])]
    .filter((text) => text !== node.text)
    .map((text) => ({
      title: l10n.t`Write "${node.text}" as "${text}"`,
      kind: 'refactor.rewrite',
      edits: [{ kind: 'write', node, value: text }],
    }));
};

function inWholeUnits(ms: number): string[] {
  return UNITS.flatMap(([unit, size]) =>
    ms % size === 0 && ms / size <= LARGEST_COUNT ? [`${ms / size}${unit}`] : [],
  );
}
