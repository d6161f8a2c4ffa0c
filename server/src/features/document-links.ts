/**
 * Paths in values that lead to files of the workspace. Addresses on the web and links of Markdown are left to the editor, which makes them
 * by itself.
 */
import { addressesIn, type NamedFiles, type NamedPath, pathsIn, sqlFilesIn } from '../lint/named-files.ts';
import type { Plan } from '../model/plan/plan.ts';
import { type OffsetRange, offsets, type Source } from '../model/source.ts';
import type { PathsOfPlans } from '../workspace/named-files.ts';
import { fileNameOf } from '../workspace/plan-files.ts';
import { headingAt } from './anchors.ts';
import type { PlanContext } from './context.ts';
import { rangeOf } from './ranges.ts';
import type { Range } from './types.ts';

export interface DocumentLink {
  readonly range: Range;
  readonly target: string;
  readonly tooltip: string;
}

/** What may be the path of a file: whether one is there, `files` say. */
export function pathsToFollow({ plans }: PlanContext): PathsOfPlans {
  return new Map(plans.map((plan) => [plan, followable(plan)]));
}

export function documentLinks({ document }: PlanContext, paths: PathsOfPlans, files: NamedFiles): DocumentLink[] {
  return Array.from(paths).flatMap(([plan, named]) =>
    named.flatMap(({ path, span, node }) => {
      const file = files.find(path, plan, 'value');
      if (!file?.uri) return [];
      const target = `${file.uri}${lineOf(path, file.source)}`;
      const words = node ? node.part(0, node.text.length) : span;
      return [{ range: rangeOf(words, document), target, tooltip: `Open ${fileNameOf(file.uri)}` }];
    }),
  );
}

/** Each place once, those that the schema calls a path first. */
function followable(plan: Plan): readonly NamedPath[] {
  const taken: OffsetRange[] = [];
  return [...addressesIn(plan), ...sqlFilesIn(plan), ...pathsIn(plan)].filter(({ manner, span }) => {
    const { start, end } = offsets(span);
    const isFree = taken.every((other) => end <= other.start || other.end <= start);
    taken.push({ start, end });
    return isFree && manner === 'value';
  });
}

/** Editors go to lines; which one it is, the headings of the file say. */
function lineOf(path: string, source: Source | undefined): string {
  const anchor = path.split('#')[1];
  const at = anchor && source?.syntax === 'markdown' ? headingAt(source, anchor) : undefined;
  return at === undefined || !source ? '' : `#L${source.text.slice(0, at).split(/\r\n|\r|\n/).length}`;
}
