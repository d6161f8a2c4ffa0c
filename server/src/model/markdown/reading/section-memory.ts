/** What was read of sections, kept for as long as the sections are: it depends on nothing but them and what is around. */
import type { Section } from '../text/blocks.ts';
import type { Context } from './context.ts';
import type { FrontMatter } from './front-matter.ts';

interface Kept {
  /** Which reading of it: the unit of its items, or a key of this module's users. */
  readonly as: unknown;
  readonly context: Context;
  readonly read: unknown;
}

export interface SectionMemory {
  /** Keys that the front matter gives mean something to the lines below it. */
  turnTo(frontMatter: FrontMatter): void;
  recall<T>(section: Section, as: unknown, context: Context, read: () => T): T;
}

export function newSectionMemory(): SectionMemory {
  let known = new WeakMap<Section, Kept[]>();
  let last: FrontMatter | undefined;
  return {
    turnTo(frontMatter) {
      if (frontMatter !== last) known = new WeakMap();
      last = frontMatter;
    },
    recall<T>(section: Section, as: unknown, context: Context, read: () => T): T {
      const all = known.get(section) ?? [];
      const kept = all.find((one) => one.as === as && isAlike(one.context, context));
      if (kept) return kept.read as T;
      const now = read();
      all.push({ as, context, read: now });
      known.set(section, all);
      return now;
    },
  };
}

function isAlike(one: Context, other: Context): boolean {
  return (
    one.preamble === other.preamble &&
    one.foreign === other.foreign &&
    one.scopes.length === other.scopes.length &&
    one.scopes.every(({ unit, kind }, at) => other.scopes[at]?.unit === unit && other.scopes[at]?.kind === kind)
  );
}
