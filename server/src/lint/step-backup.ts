/** What a step says it would be restored from. */
import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../analysis/placeholders.ts';
import type { Backup } from '../model/generated/plan-types.ts';
import { isEmpty, type ScalarNode, saysNone } from '../model/located.ts';
import { isId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { once } from '../model/plan/reads.ts';
import { entryOf, idOf, type Obj } from '../model/plan/view.ts';
import { addToGroup } from '../util/groups.ts';
import { type Bundle, type Declaration, declarationsFor, declaringLists, onceInBundle, plansAround } from './bundle.ts';
import { nameOfStep, stepsOf } from './steps.ts';
import type { BackupView, StepView } from './views.ts';

/** A backup as it is declared, or as a step has it in place: both know the same keys, but for the id. */
export type AnyBackup = Omit<Obj<Backup>, 'id'> & { readonly id?: Obj<Backup>['id'] };

export type SaidBackup =
  /** Nothing, or a bare "none". */
  | { readonly kind: 'missing' }
  /** Declined with a reason, still to be filled in, unreadable or of a wrong type: nothing more can be said of it. */
  | { readonly kind: 'unknown' }
  /** The id of a backup that is declared, or ought to be. */
  | { readonly kind: 'reference'; readonly node: ScalarNode; readonly id: string }
  /** Where a backup is, and nothing else. */
  | { readonly kind: 'place'; readonly node: ScalarNode }
  /** "Take a backup". */
  | { readonly kind: 'promise'; readonly node: ScalarNode }
  | { readonly kind: 'in-place'; readonly backup: AnyBackup };

export function backupOf(step: StepView, declared: ReadonlyMap<string, Declaration>): SaidBackup {
  const said = saidBy(step);
  // What is declared by such words is meant by them, whatever they look like.
  if (said.kind !== 'promise' && said.kind !== 'place') return said;
  const id = String(said.node.value);
  return declared.has(id) ? { kind: 'reference', node: said.node, id } : said;
}

const saidBy = once((step: StepView): SaidBackup => {
  const node = entryOf(step, 'backup')?.value;
  if (!node || isEmpty(node)) return MISSING;
  if (node.kind !== 'scalar') return node.kind === 'map' && isInPlace(step.backup) ? inPlace(step.backup) : UNKNOWN;
  if (node.broken || typeof node.value !== 'string' || isPlaceholder(node.text)) return UNKNOWN;
  if (saysNone(node)) return BARE_NONE.test(node.text) ? MISSING : UNKNOWN;
  if (promisesBackup(node.text)) return { kind: 'promise', node };
  if (!isId(node.value) && namesPlace(node.text)) return { kind: 'place', node };
  return { kind: 'reference', node, id: node.value };
});

const MISSING: SaidBackup = { kind: 'missing' };
const UNKNOWN: SaidBackup = { kind: 'unknown' };
const BARE_NONE = /^\W*(?:none|nothing|n\/a|not applicable)\W*$/i;

function isInPlace(backup: StepView['backup']): backup is Exclude<StepView['backup'], undefined> & AnyBackup {
  return backup?.node.kind === 'map';
}

function inPlace(backup: AnyBackup): SaidBackup {
  return { kind: 'in-place', backup };
}

/** A path, a URI, a snapshot's name: no id of a backup looks like that. */
export function namesPlace(text: string): boolean {
  return /[:/\\@]|\w\.\w/.test(text);
}

const TAKES =
  /^(?:we (?:will )?|please )?(?:take|make|create|run|perform|trigger|schedule)s? (?:(?:an?|the|our|full|fresh|new|manual|complete|db|database|nightly) ){0,4}(?:backups?|back-up|snapshots?|dump|copy)\b/i;
const PROMISING = new Set(
  (
    'a an the our of on in is are will be from and before after first yes true done full nightly daily weekly hourly latest last ' +
    'recent regular usual standard automatic automated manual existing fresh new db database data prod production backup backups ' +
    'snapshot snapshots dump copy exists available taken required needed ready place step migration deployment release'
  ).split(' '),
);
const OF_A_BACKUP = /^(?:backups?|snapshots?|dump|copy|yes|true|done|required|taken)$/;

/** Says that there is a backup, or will be, and not one word on where: no digit, no path, no name. */
export function promisesBackup(text: string): boolean {
  const words = text.trim();
  if (words.length > 200 || /\d|`/.test(words) || namesPlace(words)) return false;
  if (TAKES.test(words)) return !/\w[-_]\w/.test(words.replace(/back-up/gi, 'backup'));
  const said = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return said.length > 0 && said.every((word) => PROMISING.has(word)) && said.some((word) => OF_A_BACKUP.test(word));
}

/** A backup that a plan declares or has in place, with the steps of the plans around that would be restored from it. */
export interface UsedBackup {
  readonly backup: AnyBackup;
  /** Names it in a message: `The backup "orders-before-contract"`. */
  readonly name: string;
  readonly users: readonly StepView[];
}

/** In the order of the text: declared ones, then those in place. */
export function backupsIn(plan: Plan, bundle: Bundle): readonly UsedBackup[] {
  return used({ plan, bundle });
}

/** The rules look at one bundle one after the other. */
const used = onceInBundle(({ plan, bundle }): readonly UsedBackup[] => {
  const declared = declarationsFor(plan, bundle, 'backup');
  const users = new Map<string, StepView[]>();
  const inPlace: UsedBackup[] = [];
  for (const other of plansAround(plan, bundle))
    for (const step of stepsOf(other)) {
      const said = backupOf(step, declared);
      if (said.kind === 'in-place' && other === plan)
        inPlace.push({ backup: said.backup, name: l10n.t`The backup of "${nameOfStep(step)}"`, users: [step] });
      if (said.kind !== 'reference') continue;
      addToGroup(users, said.id, step);
    }
  const listed = backupsListed(plan, bundle).map((backup) => {
    const id = idOf(backup);
    const isFirst = declared.get(id)?.item.node === backup.node;
    return { backup, name: l10n.t`The backup "${id}"`, users: isFirst ? (users.get(id) ?? []) : [] };
  });
  return [...listed, ...inPlace];
});

/** A bare name in one artifact, where another one says all there is to say, is a reference. */
function backupsListed(plan: Plan, bundle: Bundle): readonly BackupView[] {
  const listed = (one: Plan) => declaringLists(one, 'backup') as readonly BackupView[];
  const others = plansAround(plan, bundle).slice(1).flatMap(listed);
  const written = new Set(others.flatMap(({ id, node }) => (id && node.entries.size > 1 ? [id.value] : [])));
  return listed(plan).filter((backup) => backup.node.entries.size > 1 || !written.has(idOf(backup)));
}
