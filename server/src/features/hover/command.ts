/** What a command destroys. */
import * as l10n from '@vscode/l10n';
import { factsOf } from '../../analysis/commands/index.ts';
import { offsets } from '../../model/source.ts';
import type { PlanContext } from '../context.ts';
import { contains } from '../ids.ts';
import { code, type Markup, markup, own, paragraphs } from '../markup.ts';
import type { Place } from '../place.ts';
import type { About } from './about.ts';

const SHELL = new Set(['sh', 'bash', 'shell', 'console', 'zsh']);

export function aboutCommand(_: PlanContext, { visit, offset, onKey }: Place): About | undefined {
  const { node, schema } = visit;
  if (onKey || node.kind !== 'scalar' || !schema.fences.some((fence) => SHELL.has(fence))) return undefined;
  const found = factsOf(node).find(({ span }) => contains(offsets(span), offset));
  if (!found) return undefined;
  const { fact, span, words } = found;
  return { span, text: paragraphs([markup`${code(words)} ${own(fact.loss)}.`, consequence(fact.damage)]) };
}

function consequence(damage: 'destroys' | 'irreversible'): Markup {
  return damage === 'irreversible'
    ? own(l10n.t('**Irreversible**: nothing in the reach of the plan brings it back but a backup.'))
    : own(l10n.t('Somebody has to build it again.'));
}
