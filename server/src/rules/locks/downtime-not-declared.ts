import * as l10n from '@vscode/l10n';
import { isNegated } from '../../analysis/commands/index.ts';
import { isLock, type Lock } from '../../analysis/sql/index.ts';
import { plansAround } from '../../lint/bundle.ts';
import { isNoDowntime, isStopped } from '../../lint/downtime.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { actionsOf, type StepAction } from '../../lint/sql-actions.ts';
import { slot } from '../../model/edit.ts';
import { collector, NOTHING } from '../../model/plan/gather.ts';
import { gather, type Plan } from '../../model/plan/plan.ts';
import { isAbsent, placeOfMissing, spelling } from '../../model/plan/view.ts';
import type { Visit } from '../../model/plan/walk.ts';
import { firstLine, type Span, span, wholeSegment } from '../../model/source.ts';
import { matched } from '../../util/matched.ts';

/** Users are told how long they cannot use it: no plan promises that nothing stops, and stops it. */
export const downtimeNotDeclared = defineRule({
  id: 'downtime-not-declared',
  group: 'locks',
  severity: 'warning',
  fixable: true,
  *check(context) {
    yield* windowWithoutLength(context);
    if (isStopped(context)) return;
    const promise = promiseOf(context);
    const stop = promise && blockingOne(context);
    if (!promise || !stop) return;
    const { lock, one } = stop;
    const message = l10n.t`The plan promises no downtime, and one of its statements takes ${lock.lock}, which ${lock.what} for as long as it works. To those who wait that is an outage: write the statement in a form that blocks nobody, or say how long users wait.`;
    const related = [{ span: one.statement.inFile ?? one.span, message: l10n.t('This statement blocks.') }];
    yield finding(promise.span, message, promise.fixes, related);
  },
});

function* windowWithoutLength({ plan }: RuleContext): Generator<Finding> {
  const window = plan.view.migration?.maintenanceWindow;
  if (!window || !isAbsent(window, 'length') || saysHowLong(spelling(window.notes))) return;
  const message = l10n.t(
    'The maintenance window has no length. Without an end there is no moment at which to turn back, and users cannot plan around it: write how long it is, with the time to go back in it.',
  );
  const edits = [{ kind: 'set', parent: window.node, key: 'length', value: slot('1h') }] as const;
  yield finding(placeOfMissing(window, 'length'), message, [
    { title: l10n.t('Write the length'), edits, preferred: true },
  ]);
}

/** "Saturday 02:00-04:00", "two hours", "30 min". */
function saysHowLong(words: string): boolean {
  return /\d{1,2}[:.]\d{2}\D{1,10}\d{1,2}[:.]\d{2}|\b(?:hours?|minutes?|mins?)\b|\d\s*[hm]\b/i.test(words);
}

interface Promised {
  readonly span: Span;
  readonly fixes: readonly Fix[];
}

const PROMISE = /\b(?:zero|no)[ -]downtime\b|\bwithout (?:any )?(?:downtime|interruption)\b/i;

/** Under its key, else the first words that say so. */
function promiseOf({ plan }: RuleContext): Promised | undefined {
  const downtime = plan.view.migration?.downtime;
  if (downtime && isNoDowntime(downtime)) {
    const edits = [{ kind: 'write', node: downtime.node, value: slot('5m') }] as const;
    return {
      span: firstLine(downtime.node.span),
      fixes: [{ title: l10n.t('Say how long users wait'), edits, preferred: true }],
    };
  }
  const said = gather(plan, wordsThatPromise)[0] ?? proseThatPromises(plan);
  return said && { span: firstLine(said), fixes: [] };
}

const wordsThatPromise = collector(({ node, isCode }: Visit): readonly Span[] => {
  if (isCode || node.kind !== 'scalar' || node.broken || typeof node.value !== 'string') return NOTHING;
  const said = PROMISE.exec(node.text);
  return said && !isNegated(node.text) ? [node.part(said.index, said.index + said[0].length)] : NOTHING;
});

const OPENING = /^[*_\->\s]{0,6}((?:zero|no)[ -]downtime)\b/im;

/** Prose of a document that belongs to no section is in no value: there only what opens a paragraph is surely meant. */
function proseThatPromises({ document: { source } }: Plan): Span | undefined {
  if (source.syntax !== 'markdown') return undefined;
  const said = OPENING.exec(source.text);
  if (!said) return undefined;
  const end = said.index + said[0].length;
  return span(wholeSegment(source), end - matched(said, 1).length, end);
}

interface Stop {
  readonly one: StepAction;
  readonly lock: Lock;
}

/** The first statement that surely blocks others while it works, of all plans around. */
function blockingOne(context: RuleContext): Stop | undefined {
  for (const plan of plansAround(context.plan, context.bundle))
    for (const one of actionsOf({ ...context, plan }, 'up')) {
      const lock = one.effects
        .filter(isLock)
        .find(({ held, blocks, unless }) => held === 'work' && blocks !== 'ddl' && unless === undefined);
      if (lock) return { one, lock };
    }
  return undefined;
}
