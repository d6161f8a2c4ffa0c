/** Where an id leads: to its declaration, to everything that says it. */
import { plansAround } from '../lint/bundle.ts';
import type { Plan } from '../model/plan/plan.ts';
import { offsets, type Span } from '../model/source.ts';
import type { PlanContext } from './context.ts';
import { contains, type Occurrence, occurrencesIn } from './ids.ts';
import { mentionAt, mentionsOf } from './mentions.ts';
import { rangeOf } from './ranges.ts';
import type { Position, Range } from './types.ts';

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

export interface Definition extends Location {
  /** The words that were asked about. */
  readonly origin: Range;
  /** The whole of what is declared; `range` are the words that name it. */
  readonly whole: Range;
}

export interface Highlight {
  readonly range: Range;
  readonly role: Occurrence['role'];
}

/** The id whose words hold the position. */
export function idAt(context: PlanContext, position: Position): Occurrence | undefined {
  const offset = context.document.offsetAt(position);
  const holding = context.plans.flatMap((plan) =>
    occurrencesIn(plan).filter(({ span }) => contains(offsets(span), offset)),
  );
  const [innermost] = holding.sort((a, b) => lengthOf(a.span) - lengthOf(b.span));
  if (innermost) return innermost;
  for (const plan of context.plans) {
    const mention = mentionAt(context, plan, offset);
    if (mention) return mention;
  }
  return undefined;
}

function lengthOf({ from, to }: Span): number {
  return to - from;
}

/** Every place of an id in the plans that speak of the same change, those of its own plan first. */
export function placesOf(id: Occurrence, { bundle }: PlanContext): readonly Occurrence[] {
  const plans = plansAround(id.plan, bundle);
  return [...plans.flatMap((plan) => occurrencesIn(plan).filter(isSame(id))), ...mentionsOf(id, plans)];
}

function isSame({ kind, id }: Occurrence): (other: Occurrence) => boolean {
  return (other) => other.kind === kind && other.id === id;
}

/** The declarations that the plan itself would take: its own, else those in its own syntax, else any. */
export function definitions(context: PlanContext, position: Position): Definition[] {
  const id = idAt(context, position);
  if (!id) return [];
  const declared = placesOf(id, context).filter(isDeclaration);
  const nearest = [
    declared.filter(({ plan }) => plan === id.plan),
    declared.filter(({ plan }) => syntaxOf(plan) === syntaxOf(id.plan)),
    declared,
  ].find((some) => some.length > 0);
  return (nearest ?? []).flatMap((declaration) => definition(declaration, id, context));
}

type Declared = Occurrence & Required<Pick<Occurrence, 'item'>>;

function isDeclaration(one: Occurrence): one is Declared {
  return one.item !== undefined;
}

function syntaxOf({ document }: Plan): string {
  return document.source.syntax;
}

function definition(declaration: Declared, id: Occurrence, context: PlanContext): Definition[] {
  const { uri } = declaration.plan.document.source;
  const document = context.documentOf(uri);
  if (!document) return [];
  const words = offsets(declaration.span);
  const item = offsets(declaration.item.span);
  // In Markdown what names an item may stand before what belongs to it.
  const whole = { start: Math.min(words.start, item.start), end: Math.max(words.end, item.end) };
  return [
    {
      uri,
      range: rangeOf(declaration.span, document),
      whole: { start: document.positionAt(whole.start), end: document.positionAt(whole.end) },
      origin: rangeOf(id.span, context.document),
    },
  ];
}

export function references(context: PlanContext, position: Position, withDeclarations: boolean): Location[] {
  const id = idAt(context, position);
  const places = id ? placesOf(id, context) : [];
  return places.flatMap(({ role, plan, span }) => {
    const { uri } = plan.document.source;
    const document = context.documentOf(uri);
    return document && (withDeclarations || role !== 'declaration') ? [{ uri, range: rangeOf(span, document) }] : [];
  });
}

/** The places in the same file, the declaration as the one that writes. */
export function highlights(context: PlanContext, position: Position): Highlight[] {
  const id = idAt(context, position);
  const places = id ? placesOf(id, context) : [];
  return places
    .filter(({ plan }) => plan.document.source.uri === context.document.uri)
    .map(({ role, span }) => ({ role, range: rangeOf(span, context.document) }));
}
