/** Sections that are not about this rollout's part: examples of what not to do, and the other parts. */
import { PART_NAMES, type PartName } from '../../plan-document.ts';
import { plain } from '../text/inline.ts';
import { leadingOrdinal, leadingSigns, normalLabel } from '../text/labels.ts';
import type { Words } from '../text/words.ts';
import type { Context } from './context.ts';

const NOT_TO_DO =
  /^(?:do not\b|don['’]t\b|never\b|what (?:not to do|to avoid)|bad (?:example|practice|pattern)|anti-?pattern|counter-?example|wrong\b|avoid\b)/i;

export function isExempt(label: Words): boolean {
  const text = plain(label).text;
  const bare = text.slice(leadingSigns(text));
  return NOT_TO_DO.test(bare.slice(leadingOrdinal(bare)));
}

export function isPart(key: string): key is PartName {
  return (PART_NAMES as readonly string[]).includes(key);
}

/** The part that a heading is named after. */
export function partNamed(label: Words, context: Context): PartName | undefined {
  const plan = context.scopes.find(({ kind }) => kind === 'plan')?.unit;
  const found = plan?.byName.get(normalLabel(label.text))?.find(({ key }) => isPart(key));
  return found && (found.key as PartName);
}

export function isForeign(label: Words, context: Context): boolean {
  const part = partNamed(label, context);
  const own = context.scopes.find(({ kind }) => kind === 'part')?.unit;
  const plan = context.scopes.find(({ kind }) => kind === 'plan')?.unit;
  return part !== undefined && own !== undefined && plan?.properties.get(part)?.shape.unit !== own;
}
