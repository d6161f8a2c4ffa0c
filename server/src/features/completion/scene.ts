/** Where in a plan something is being completed, for offers that depend on what is around. */
import type { MapNode } from '../../model/located.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { type SchemaNode, schemaAt } from '../../model/schema/schema.ts';
import { offsets } from '../../model/source.ts';
import type { Surroundings } from '../../workspace/surroundings.ts';
import type { PlanContext } from '../context.ts';

export interface Scene {
  readonly context: PlanContext;
  readonly plan: Plan;
  readonly offset: number;
  readonly surroundings: Surroundings;
}

/** A value that is being written. */
export interface Blank {
  readonly schema: SchemaNode;
  /** The key that it stands behind, also for an item of a list, and the schema of the map with that key. */
  readonly name: string;
  readonly parent: SchemaNode | undefined;
  /** What is there, and where the cursor is in it. */
  readonly text: string;
  readonly at: number;
  /** Other words of the list that it is an item of. */
  readonly beside: ReadonlySet<string>;
}

/** The item that the cursor is in: the last one that begins before it. Its end may not be written yet. */
export function itemAt<T extends { readonly node: MapNode }>(
  items: readonly T[] | undefined,
  offset: number,
): T | undefined {
  return items?.findLast(({ node }) => offsets((node.written ?? node).span).start <= offset);
}

/** The item that a new one on the line of the cursor follows. */
export function itemBefore<T extends { readonly node: MapNode }>(
  items: readonly T[],
  { plan, offset }: Scene,
): T | undefined {
  const lineStart = plan.document.source.text.lastIndexOf('\n', offset - 1) + 1;
  return items.findLast(({ node }) => offsets((node.written ?? node).span).start < lineStart);
}

interface Site {
  readonly text: string;
  readonly at: number;
  readonly beside: ReadonlySet<string>;
}

/** What is being written at a path; nothing where the schema knows no value there. */
export function blankAt(
  { text, at, beside }: Site,
  path: readonly (string | number)[],
  root: SchemaNode,
): Blank | undefined {
  const schema = schemaAt(root, path);
  const above = path.slice(
    0,
    path.findLastIndex((step) => typeof step === 'string'),
  );
  const name = path.reduce<string>((last, step) => (typeof step === 'string' ? step : last), '');
  return schema && { schema, name, parent: schemaAt(root, above), text, at, beside };
}
