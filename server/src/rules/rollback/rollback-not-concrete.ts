import * as l10n from '@vscode/l10n';
import { declarationsFor } from '../../lint/bundle.ts';
import {
  commandFor,
  hasPlaceholder,
  isForwardOnly,
  isMisspeltIn,
  isSaid,
  rollbackAsked,
  rollbackStepsOf,
  wordsUnder,
} from '../../lint/rollback.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import type { RollbackStepView, RollbackView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent, placeOfMissing, spelling } from '../../model/plan/view.ts';
import { firstLine } from '../../model/source.ts';
import { upTo } from '../../util/parts.ts';
import { isConcrete, namesSomething } from './concrete.ts';
import { proposeSteps } from './proposals.ts';

/** The steps of the rollback say what is run: a command, a version, a flag, a link. */
export const rollbackNotConcrete = defineRule({
  id: 'rollback-not-concrete',
  group: 'rollback',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context, 'steps');
    if (!said || isForwardOnly(said.all) || isMisspeltIn(said.all, 'steps')) return;
    if (isSaid(said.all, 'runbook', 'links', 'ticket', 'restore')) return;
    const ids = idsOf(context);
    if (!isSaid(said.all, 'steps')) {
      const isDescribed =
        isConcrete(wordsUnder(said.all, ['description', 'notes']), ids) ||
        namesSomething(wordsUnder(said.all, ['decisions', 'preconditions']), ids);
      if (!isDescribed && !hasCode(context)) yield withoutSteps(said.own, context);
      return;
    }
    const first = said.own.steps?.[0];
    // What could not be read, or is of another form, may well be concrete.
    if (!first || rollbackStepsOf(said.all).some((step) => mayBeConcrete(step, ids))) return;
    yield vague(first, context);
  },
});

/** Flags and steps that a sentence may name. A name without a hyphen is a word like any other. */
function idsOf({ plan, bundle }: RuleContext): ReadonlySet<string> {
  const kinds = ['flag', 'step', 'backup'] as const;
  const ids = kinds.flatMap((kind) => [...declarationsFor(plan, bundle, kind).keys()]);
  return new Set(ids.filter((id) => id.includes('-')));
}

function mayBeConcrete(step: RollbackStepView, ids: ReadonlySet<string>): boolean {
  if (['run', 'sql', 'flag', 'link', 'undoes'].some((key) => !isAbsent(step, key as 'run'))) return true;
  if (hasPlaceholder(step.node)) return true;
  const { title, manual, notes, id } = step;
  // An id that is no more than the words of the title says nothing further.
  const words = [title, manual, notes].flatMap((value) => value?.toString() ?? []);
  return isConcrete((words.length > 0 ? words : [id?.toString().replaceAll('-', ' ') ?? '']).join('\n'), ids);
}

/** A section of an artifact that no key has may hold the commands. */
function hasCode({ plan }: RuleContext): boolean {
  const { syntax, text } = plan.document.source;
  return syntax === 'markdown' && /^ {0,3}(?:```|~~~)|`[^`\n]+`/m.test(text);
}

function vague(step: RollbackStepView, context: RuleContext): Finding {
  const said = step.manual ?? step.title ?? step.notes;
  const words = upTo(spelling(said ?? step.id), '\n');
  const place = said ? firstLine(said.node.span) : step.node.head;
  const message = l10n.t`"${words}" says that something is done, and not what. At night that is worked out under pressure: write the command, the version, the flag or the link.`;
  const edit = { kind: 'set', parent: step.node, key: 'run', value: slot(commandFor(context)) } as const;
  return finding(place, message, [{ title: l10n.t('Write the command'), edits: [edit], preferred: true }]);
}

function withoutSteps(own: RollbackView, context: RuleContext): Finding {
  const message = l10n.t(
    'The rollback says nothing that could be run. At night that is worked out under pressure: write the steps, each with its command, version, flag or link.',
  );
  const edit = { kind: 'set', parent: own.node, key: 'steps', value: proposeSteps(context) } as const;
  const fix: Fix = { title: l10n.t('Write the first step'), edits: [edit], preferred: true };
  return finding(placeOfMissing(own, 'steps'), message, [fix]);
}
