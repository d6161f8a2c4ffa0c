import type { Plan } from '../../model/plan/plan.ts';
import { bare, distance } from '../../model/schema/nearest.ts';
import { properties, rootSchema } from '../../model/schema/schema.ts';
import type { SchemaProblem } from '../../model/schema/validate.ts';
import { textOf } from '../../model/source.ts';
import { ruleFromSchema } from '../from-reading.ts';

/** A key that no tool will read: mostly a known one, misspelt. */
export const unknownKey = ruleFromSchema(
  { id: 'unknown-key', severity: 'warning', fixable: true },
  { safe: false, isMeant: isForPlans },
);

/** Front matter serves the tools of a website, too: a key in it is ours only where it is one of our keys, misspelt. */
function isForPlans({ node, span }: SchemaProblem, { document }: Plan): boolean {
  if (document.source.syntax !== 'markdown' || node !== document.root) return true;
  const word = bare(textOf(span));
  const most = word.length > 5 ? 2 : 1;
  return [...properties(rootSchema(document.kind)).keys()].some((key) => distance(word, bare(key), most + 1) <= most);
}
