/** The same thing said in two files. The YAML plan is what the artifacts around it are measured by, so that one mistake is told once. */
import * as l10n from '@vscode/l10n';
import type { PlanEdit } from '../model/edit.ts';
import type { MapNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Value } from '../model/plan/view.ts';
import { decoded } from '../util/decoded.ts';
import { behindLast } from '../util/parts.ts';
import type { Fix, RuleContext } from './rule.ts';

/** Plans of one folder may be of several changes; those that say so differ by name. */
export function isSameChange(one: Plan, other: Plan): boolean {
  const names = [one, other].map(({ document }) => document.declared.plan);
  return names[0] === undefined || names[1] === undefined || names[0] === names[1];
}

/** The YAML plan that an artifact should agree with: the only one beside it, or the one that it names. */
export function referencePlan({ plan, bundle }: RuleContext): Plan | undefined {
  if (plan.document.kind === 'plan') return undefined;
  const plans = bundle.plans.filter(({ document }) => document.kind === 'plan' && !document.unreadable);
  const name = plan.document.declared.plan;
  const named = plans.filter(({ document }) => name !== undefined && document.declared.plan === name);
  const candidates = named.length > 0 ? named : plans;
  const [only] = candidates;
  return only && candidates.length === 1 && isSameChange(plan, only) ? only : undefined;
}

/** How a plan's file is called in a message. */
export function fileOf({ document }: Plan): string {
  const { uri } = document.source;
  return decoded(behindLast(uri, '/'));
}

/** A value with the map that it belongs to; it may have been written elsewhere. */
export interface Said {
  readonly owner: MapNode;
  readonly key: string;
  readonly value: Value<unknown>;
  /** As it is written in either file. */
  readonly text: string;
}

/** Both ways to make two files agree, the reference's first. */
export function agree(own: Said, other: Said, file: string): Fix[] {
  return [
    { title: l10n.t`Write ${other.text}, as in ${file}`, edits: [overwrite(own, other.text)], preferred: true },
    { title: l10n.t`Write ${own.text} in ${file}`, edits: [overwrite(other, own.text)] },
  ];
}

/** What is inherited stays for the other heirs. */
function overwrite({ owner, key, value }: Said, text: string): PlanEdit {
  const inherited = owner.entries.get(key)?.inherited;
  return inherited
    ? { kind: 'set', parent: owner, key, value: text }
    : { kind: 'write', node: value.node, value: text };
}
