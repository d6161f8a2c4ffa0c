import * as l10n from '@vscode/l10n';
import { pairStages, type StagePair } from '../../lint/paired-stages.ts';
import { referencesIn } from '../../lint/references.ts';
import { defineRule, type Finding, type Fix, finding } from '../../lint/rule.ts';
import { nameOfStage } from '../../lint/stages.ts';
import { agree, fileOf, referencePlan, type Said } from '../../lint/twins.ts';
import type { StageView } from '../../lint/views.ts';
import type { Skeleton } from '../../model/edit.ts';
import type { Stage } from '../../model/generated/plan-types.ts';
import type { ListNode } from '../../model/located.ts';
import { jsonOf } from '../../model/markdown/writing/json.ts';
import {
  formatDuration,
  formatPercent,
  parseDuration,
  parsePercent,
  suggestDurations,
  suggestPercents,
} from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { type List, nameSpan, type Value } from '../../model/plan/view.ts';

/** The YAML plan and ROLLOUT_PLAN.md tell of the same stages. */
export const stageMismatch = defineRule({
  id: 'stage-mismatch',
  group: 'bundle',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan } = context;
    const reference = referencePlan(context);
    if (!reference) return;
    const [own, others] = [plan.view.rollout?.stages, reference.view.rollout?.stages];
    const start = own?.[0];
    if (!start || !others?.length) return;
    const { pairs, extra, lacking } = pairStages(own, others);
    for (const pair of pairs) yield* differences(pair, plan, reference);
    for (const stage of extra) yield unknownThere(stage, own.indexOf(stage), others.node, fileOf(reference));
    const [first, ...more] = lacking;
    if (first) yield missingHere([first, ...more], { own, start, others, pairs, file: fileOf(reference) });
  },
});

function* differences(pair: StagePair, plan: Plan, reference: Plan): Generator<Finding> {
  const file = fileOf(reference);
  const name = nameOfStage(pair.own);
  const names = otherNames(pair);
  if (names) yield renamed(pair, names, plan, file);
  const weight = both(pair, 'weight', WEIGHT);
  if (weight)
    yield different(
      weight,
      file,
      l10n.t`"${name}" is for ${weight.own.text} here and for ${weight.other.text} in ${file}. Whoever carries it out follows one of the two: write the same in both.`,
    );
  const soak = both(pair, 'soak', SOAK);
  if (soak)
    yield different(
      soak,
      file,
      l10n.t`"${name}" soaks for ${soak.own.text} here and for ${soak.other.text} in ${file}. The shorter of them ends before the other has shown anything: write the same in both.`,
    );
}

interface Measure {
  readonly read: (text: string) => number | undefined;
  /** What may have been meant by a text that is not written as it should be. */
  readonly meant: (text: string) => readonly string[];
  readonly write: (size: number) => string;
}

const WEIGHT: Measure = { read: parsePercent, meant: suggestPercents, write: formatPercent };
const SOAK: Measure = { read: (text) => parseDuration(text)?.ms, meant: suggestDurations, write: formatDuration };

interface Difference {
  readonly own: Said;
  readonly other: Said;
  /** Whether both are written as they should be, and can be copied. */
  readonly clear: boolean;
}

/** What both stages say of a key, where it is surely not the same. */
function both(
  { own, other }: StagePair,
  key: 'weight' | 'soak',
  { read, meant, write }: Measure,
): Difference | undefined {
  const [ours, theirs] = [own[key], other[key]];
  const size = ours && read(ours.toString());
  if (!ours || !theirs || size === undefined) return undefined;
  const clear = read(theirs.toString());
  const sizes = clear === undefined ? meant(theirs.toString()).map(read) : [clear];
  if (sizes.length === 0 || sizes.includes(size)) return undefined;
  return {
    own: { owner: own.node, key, value: ours, text: write(size) },
    other: { owner: other.node, key, value: theirs, text: clear === undefined ? theirs.toString() : write(clear) },
    clear: clear !== undefined,
  };
}

function different({ own, other, clear }: Difference, file: string, message: string): Finding {
  return finding(own.value.node.span, message, clear ? agree(own, other, file) : [], [
    { span: other.value.node.span, message: l10n.t`What ${file} says.` },
  ]);
}

interface Names {
  readonly own: Value<string>;
  readonly other: Value<string>;
}

/** Paired by the share alone. A stage that is called by its share has no name that could differ. */
function otherNames({ own, other }: StagePair): Names | undefined {
  if (!own.id || !other.id || /^\d|→/.test(own.id.value)) return undefined;
  const names = (stage: StageView): string => bare(`${stage.id}`);
  const titles = [own.title, other.title].map((title) => bare(`${title ?? ''}`));
  const isOther = names(own) !== names(other) && !titles.includes(names(own)) && !titles.includes(names(other));
  return isOther ? { own: own.id, other: other.id } : undefined;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function renamed({ own, other }: StagePair, names: Names, plan: Plan, file: string): Finding {
  const message = l10n.t`This stage is "${nameOfStage(own)}" here and "${nameOfStage(other)}" in ${file}, so reports and approvals speak of two stages. Give it one name.`;
  return finding(nameSpan(own), message, rename(names, plan, file), [
    { span: nameSpan(other), message: l10n.t`The stage in ${file}.` },
  ]);
}

function rename({ own: id, other: name }: Names, plan: Plan, file: string): Fix[] {
  const nodes = [id.node, ...Array.from(referencesIn(plan, 'stage')).filter(({ value }) => value === id.value)];
  const edits = nodes.map((node) => ({ kind: 'write', node, value: name.value }) as const);
  return [{ title: l10n.t`Write "${String(name)}", as in ${file}`, edits, preferred: true }];
}

function unknownThere(stage: StageView, at: number, list: ListNode, file: string): Finding {
  const message = l10n.t`"${nameOfStage(stage)}" is no stage in ${file}. Whoever follows that plan skips it: add it there, or take it out here.`;
  const value = jsonOf(stage.node.written ?? stage.node) as Skeleton;
  const edit = { kind: 'append', list, value, ...(at < list.items.length && { at }) } as const;
  return finding(
    nameSpan(stage),
    message,
    [{ title: l10n.t`Add the stage to ${file}`, edits: [edit] }],
    [{ span: list.head, message: l10n.t`The stages in ${file}.` }],
  );
}

interface Both {
  readonly own: List<Stage>;
  readonly start: StageView;
  readonly others: readonly StageView[];
  readonly pairs: readonly StagePair[];
  readonly file: string;
}

/** One finding for all, at the stage that they would follow. */
function missingHere(lacking: readonly [StageView, ...StageView[]], both: Both): Finding {
  const { start, others, pairs, file } = both;
  const [first] = lacking;
  const names = lacking.map((stage) => `"${nameOfStage(stage)}"`).join(', ');
  const [stages, them] = lacking.length === 1 ? ['the stage', 'it'] : ['the stages', 'them'];
  const before = pairs.findLast(({ other }) => others.indexOf(other) < others.indexOf(first));
  const message = l10n.t`${file} also has ${stages} ${names}. Whoever follows this file goes further in one stage than was agreed: add ${them} here, or take ${them} out there.`;
  return finding(nameSpan(before?.own ?? start), message, insert(lacking, names, both), [
    { span: nameSpan(first), message: l10n.t`The first of them in ${file}.` },
  ]);
}

/** A stage that extends one of another name would inherit nothing here. */
function insert(lacking: readonly StageView[], names: string, { own, others, pairs }: Both): Fix[] {
  const known = new Set([...own, ...lacking].map(({ id }) => id?.value));
  if (lacking.some(({ extends: from }) => from && !known.has(from.value))) return [];
  const edits = lacking.map((stage) => {
    const next = pairs.find(({ other }) => others.indexOf(other) > others.indexOf(stage));
    const value = jsonOf(stage.node.written ?? stage.node) as Skeleton;
    return { kind: 'append', list: own.node, value, ...(next && { at: own.indexOf(next.own) }) } as const;
  });
  return [{ title: `Add ${names}`, edits, preferred: true }];
}
