/** The plans that are judged together: the artifacts of one change, and what they declare for each other. */
import type { Plan } from '../model/plan/plan.ts';
import { once } from '../model/plan/reads.ts';
import type { Obj, Value } from '../model/plan/view.ts';
import type { NamedFiles } from './named-files.ts';

export interface Bundle {
  readonly plans: readonly Plan[];
  /** Artifacts of which nothing may be said, and from which nothing is taken. They are there all the same. */
  readonly silent?: readonly Plan[];
  /** What is known of the files that the plans name by path. */
  readonly files: NamedFiles;
}

/** A plan that is judged, and those beside it. */
export interface InBundle {
  readonly plan: Plan;
  readonly bundle: Bundle;
}

/** Made once for each plan of a bundle. Whoever asks again has read what its making read. */
export function onceInBundle<T>(make: (judged: InBundle) => T): (judged: InBundle) => T {
  const subjects = new WeakMap<Bundle, WeakMap<Plan, InBundle>>();
  const made = once(make);
  return ({ plan, bundle }) => {
    const ofBundle = subjects.get(bundle) ?? new WeakMap<Plan, InBundle>();
    subjects.set(bundle, ofBundle);
    const subject = ofBundle.get(plan) ?? { plan, bundle };
    ofBundle.set(plan, subject);
    return made(subject);
  };
}

export type DeclaredKind = 'metric' | 'flag' | 'backup' | 'step' | 'stage';

export interface Declaration {
  readonly id: Value<string>;
  readonly item: Obj<{ id?: string }>;
  readonly plan: Plan;
}

export type Declaring = Obj<{ id?: string }>;

const DECLARED_IN: Readonly<Record<DeclaredKind, (plan: Plan) => readonly Declaring[] | undefined>> = {
  metric: (plan) => plan.view.metrics as readonly Declaring[] | undefined,
  flag: (plan) => plan.view.flags as readonly Declaring[] | undefined,
  backup: (plan) => (plan.view.backups as readonly Declaring[] | undefined)?.filter((item) => isNamed(item, plan)),
  step: (plan) => plan.view.migration?.steps as readonly Declaring[] | undefined,
  stage: (plan) => plan.view.rollout?.stages as readonly Declaring[] | undefined,
};

/** Under "Backup", prose lists what is to be done as often as what there is: a sentence and nothing else declares nothing. */
function isNamed({ id, node }: Declaring, { document }: Plan): boolean {
  return document.kind === 'plan' || node.entries.size > 1 || !/\S\s+\S+\s+\S/.test(id?.node.text ?? '');
}

/** The items of one plan that declare an id of this kind, in the order of the text. */
export function declaringLists(plan: Plan, kind: DeclaredKind): readonly Declaring[] {
  return DECLARED_IN[kind](plan) ?? [];
}

/**
 * The plans that speak of the same change, this one first. A YAML plan is whole in itself, so another YAML plan of the same folder is
 * another change; the Markdown artifacts around it are not.
 */
export function plansAround(plan: Plan, bundle: Bundle): readonly Plan[] {
  return [plan, ...bundle.plans.filter((other) => sharesDeclarations(plan, other))];
}

/** What `plan` can refer to: its own declarations, then those of the plans around it. */
export function declarationsFor(plan: Plan, bundle: Bundle, kind: DeclaredKind): ReadonlyMap<string, Declaration> {
  return declarations(questionOf(plan, bundle, kind));
}

interface Question extends InBundle {
  readonly kind: DeclaredKind;
}

const declarations = once(({ plan, bundle, kind }: Question): ReadonlyMap<string, Declaration> => {
  const found = new Map<string, Declaration>();
  for (const source of plansAround(plan, bundle))
    for (const item of declaringLists(source, kind))
      if (item.id && !found.has(item.id.value)) found.set(item.id.value, { id: item.id, item, plan: source });
  return found;
});

const questionsIn = onceInBundle((): Map<DeclaredKind, Question> => new Map());

/** The same question is the same object, so that its answer is found again. */
function questionOf(plan: Plan, bundle: Bundle, kind: DeclaredKind): Question {
  const asked = questionsIn({ plan, bundle });
  const question = asked.get(kind) ?? { plan, bundle, kind };
  asked.set(kind, question);
  return question;
}

function sharesDeclarations(plan: Plan, other: Plan): boolean {
  return other !== plan && !(plan.document.kind === 'plan' && other.document.kind === 'plan');
}

/** In prose a thing is declared by its mention, as long as nobody keeps a list of such things: then nothing can be undefined. */
export function declaredByMention(plan: Plan, bundle: Bundle, kind: DeclaredKind): boolean {
  return plan.document.kind !== 'plan' && declarationsFor(plan, bundle, kind).size === 0;
}
