/** Words that people take for each other, and what each of them means: data, and where it is shown. */
import * as l10n from '@vscode/l10n';
import type { Visit } from '../../model/plan/walk.ts';
import { offsets, type Span, textOf, within } from '../../model/source.ts';
import { own } from '../markup.ts';
import type { Place } from '../place.ts';
import type { About } from './about.ts';

interface Pair {
  /** `Unit.key` of the schema: shown at the key, its heading, its label and its value. */
  readonly keys: readonly string[];
  /** Shown at these words, wherever they stand in a heading or in prose. */
  readonly words?: RegExp;
  readonly text: string;
}

const PAIRS: readonly Pair[] = [
  {
    keys: ['Step.phase', 'MigrationRecord.expand', 'MigrationRecord.contract'],
    text: l10n.t(
      '**Expand and contract**: to expand adds the new shape and takes nothing away, so that old code does not notice. To contract removes the old shape, which is mostly the point of no return. They belong in different releases, with a soak between them.',
    ),
  },
  {
    keys: ['RolloutPlan.rollback', 'Rollback.approach'],
    words: /\broll(?:ing|ed|s)?[- ]?(?:forward|back)\b/gi,
    text: l10n.t(
      '**Rollback and roll-forward**: to roll back returns to the version before, which needs data that the old version can still read. To roll forward mends with a further release. After a contract step only the second is left, unless a backup is restored.',
    ),
  },
  {
    keys: ['RolloutPlan.flags', 'Flag.type', 'Flag.killSwitch'],
    words: /\b(?:release|feature|permanent|operational|ops|permission|kill)[- ](?:toggle|flag|switch)(?:es|s)?\b/gi,
    text: l10n.t(
      '**Release toggle and permanent switch**: a release toggle guards a change while it is rolled out, starts off, and is removed with the old branch on a day that is known. A permanent switch (operational, permission) stays for years, has an owner, and is exercised or it will not work on the day.',
    ),
  },
  {
    keys: [],
    words: /\b(?:liveness|readiness)\b(?![- ]criteria)|\/(?:livez?|readyz?|healthz?)\b/gi,
    text: l10n.t(
      '**Liveness and readiness**: liveness says that the process is not stuck, and a failure restarts it. Readiness says that it can serve now, and a failure takes it out of the traffic until it can. Neither says that the change works: that takes a check that does what users do.',
    ),
  },
];

export function mixedUpAt(place: Place): About | undefined {
  for (const pair of PAIRS) {
    const span = byKey(pair, place) ?? byWords(pair, place);
    if (span) return { span, text: own(pair.text) };
  }
  return undefined;
}

function byKey({ keys }: Pair, { visit, path, onKey }: Place): Span | undefined {
  const name = visit.name !== undefined && `${path.at(-2)?.schema.unit}.${visit.name}`;
  if (!name || !keys.includes(name)) return undefined;
  return spanOf(visit, onKey);
}

function byWords({ words }: Pair, { visit, offset, onKey }: Place): Span | undefined {
  const place = spanOf(visit, onKey);
  if (!words || !place) return undefined;
  const at = offset - offsets(place).start;
  for (const { 0: said, index } of textOf(place).matchAll(words))
    if (index <= at && at <= index + said.length) return within(place, index, index + said.length);
  return undefined;
}

function spanOf(visit: Visit, onKey: boolean): Span | undefined {
  if (onKey) return visit.key;
  return visit.node.kind === 'scalar' ? visit.node.span : undefined;
}
