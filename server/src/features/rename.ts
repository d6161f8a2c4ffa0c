/**
 * One id under another name, in every file of the bundle at once. What cannot be told from the words alone is asked of the reader: the new
 * text is read again, and has to say the same as the old one with the new id in the place of the old.
 */
import * as l10n from '@vscode/l10n';
import { plansAround } from '../lint/bundle.ts';
import type { PlanEdit } from '../model/edit.ts';
import { isId, suggestId } from '../model/notation.ts';
import { newPlanCaches, type Plan, readPlans } from '../model/plan/plan.ts';
import type { PlanDocument } from '../model/plan-document.ts';
import { offsets, type Source, textOf } from '../model/source.ts';
import { scalarText } from '../model/yaml/scalar-text.ts';
import { editWriterFor } from '../workspace/edit-writer.ts';
import { fileNameOf } from '../workspace/plan-files.ts';
import { anchorChanges } from './anchors.ts';
import type { PlanContext } from './context.ts';
import { type Occurrence, occurrencesIn } from './ids.ts';
import { idAt, placesOf } from './navigation.ts';
import { rangeOf } from './ranges.ts';
import { changed, type Replacement } from './replacements.ts';
import type { Position, Range, WorkspaceEdit } from './types.ts';

export interface Renamable {
  readonly range: Range;
  readonly id: string;
}

/** An edit, or why there is none, in words for a person. */
export type Renaming = { readonly edit: WorkspaceEdit } | { readonly refused: string };

export const NOTHING_TO_RENAME = l10n.t('Only the ids of stages, steps, metrics, backups and flags can be renamed.');

export function renamable(context: PlanContext, position: Position): Renamable | undefined {
  const found = idAt(context, position);
  return found && { range: rangeOf(found.span, context.document), id: found.id };
}

export function rename(context: PlanContext, position: Position, newId: string): Renaming {
  const found = idAt(context, position);
  if (!found) return { refused: NOTHING_TO_RENAME };
  const refused = refusal(found, newId, context);
  if (refused !== undefined) return { refused };
  const places = placesOf(found, context);
  const kinds = new Map(places.map(({ plan: { document } }) => [document.source, document.kind]));
  const replaced = new Map<Source, readonly Replacement[]>();
  for (const [source, kind] of found.id === newId ? [] : kinds) {
    const replacements = rewritten({ source, kind }, places, newId, context.bundle.plans);
    if (!replacements) {
      return {
        refused: l10n.t`${fileNameOf(source.uri)} names this ${found.kind} in words that cannot take another id. Give it an id of its own there first.`,
      };
    }
    replaced.set(source, replacements);
  }
  return inDocuments(withAnchors(replaced, context), context);
}

function refusal({ kind, id, plan }: Occurrence, newId: string, { bundle }: PlanContext): string | undefined {
  if (!isId(newId)) {
    const better = suggestId(newId);
    const example = better && isId(better) ? `: "${better}"` : '';
    return l10n.t`An id is made of lower-case letters, digits and hyphens${example}.`;
  }
  const isTaken = plansAround(plan, bundle).some((other) =>
    occurrencesIn(other).some((one) => one.role === 'declaration' && one.kind === kind && one.id === newId),
  );
  return isTaken && newId !== id ? l10n.t`There is a ${kind} "${newId}" already.` : undefined;
}

/** A text that names what is renamed, and what it is read as. */
type File = Pick<PlanDocument, 'source' | 'kind'>;

/** `words`: as the old id was written. `id`: as an id. `label`: what declares it keeps its words and gets an id of its own. */
type Wording = 'words' | 'id' | 'label';

function rewritten(
  file: File,
  places: readonly Occurrence[],
  newId: string,
  plans: readonly Plan[],
): readonly Replacement[] | undefined {
  const { source } = file;
  const own = plans.filter(({ document }) => document.source === source);
  const wordings: readonly Wording[] = source.syntax === 'yaml' ? ['words'] : ['words', 'id', 'label'];
  for (const wording of wordings) {
    const replacements = own.flatMap((plan) =>
      replacementsIn(
        plan,
        places.filter((place) => place.plan === plan),
        newId,
        wording,
      ),
    );
    if (isSameOtherwise(file, own, replacements, places, newId)) return replacements;
  }
  return undefined;
}

function replacementsIn(
  plan: Plan,
  places: readonly Occurrence[],
  newId: string,
  wording: Wording,
): readonly Replacement[] {
  if (places.length === 0) return [];
  const edits = places.map((place): PlanEdit => {
    const keepsWords = place.role === 'declaration' && place.value && (wording === 'label' || saysMore(place));
    if (keepsWords) return { kind: 'write', node: place.value, value: newId };
    return { kind: 'replace', span: place.span, newText: wordsFor(place, newId, wording) };
  });
  return editWriterFor(plan.document)(edits).map(({ span, newText }) => ({ ...offsets(span), newText }));
}

/** A title with code, brackets or punctuation in it says more than an id can. */
function saysMore({ value, id }: Occurrence): boolean {
  return value !== undefined && value.text !== id && !/^[\p{L}\p{N}' -]+$/u.test(value.text);
}

function wordsFor(place: Occurrence, newId: string, wording: Wording): string {
  const old = textOf(place.span);
  if (old !== place.id && wording === 'words') {
    const words = newId.replaceAll('-', ' ');
    return /^\p{Lu}/u.test(old) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  }
  return isBareValue(place) ? scalarText(newId, true) : newId;
}

/** A value of YAML without quotes: there a number needs them to stay an id. */
function isBareValue({ plan, value, span }: Occurrence): boolean {
  if (plan.document.source.syntax !== 'yaml' || !value) return false;
  return offsets(value.span).start === offsets(span).start;
}

/** Whether the new text declares and refers to what the old one did, but for the new id. */
function isSameOtherwise(
  { source, kind }: File,
  plans: readonly Plan[],
  replacements: readonly Replacement[],
  places: readonly Occurrence[],
  newId: string,
): boolean {
  const text = changed(source.text, replacements);
  const renamed = new Set(places.filter(({ role }) => role !== 'mention'));
  // Of a file with several plans all are read again, also those that are not of this change.
  const before = plans.map((plan) => namesIn(plan, (one) => (renamed.has(one) ? newId : one.id)));
  const after = readPlans({ ...source, text }, kind, newPlanCaches()).map((plan) => namesIn(plan, ({ id }) => id));
  return before.join('\n\n') === after.join('\n\n');
}

function namesIn(plan: Plan, idOf: (one: Occurrence) => string): string {
  const names = occurrencesIn(plan).map((one) => `${one.kind} ${one.role} ${idOf(one)}`);
  return names.sort().join('\n');
}

/** Links to headings that have other words now. */
function withAnchors(
  replaced: ReadonlyMap<Source, readonly Replacement[]>,
  { bundle }: PlanContext,
): ReadonlyMap<Source, readonly Replacement[]> {
  const sources = [...new Set(bundle.plans.map(({ document }) => document.source))];
  const all = new Map(replaced);
  for (const [source, replacements] of replaced)
    for (const [other, links] of anchorChanges(source, replacements, sources))
      all.set(other, [...(all.get(other) ?? []), ...links]);
  return all;
}

function inDocuments(replaced: ReadonlyMap<Source, readonly Replacement[]>, { documentOf }: PlanContext): Renaming {
  const documents: WorkspaceEdit['documents'][number][] = [];
  for (const [{ uri, text }, replacements] of replaced) {
    const document = documentOf(uri);
    if (document?.getText() !== text) return { refused: l10n.t('A file of this change could not be read. Try again.') };
    const edits = replacements.map(({ start, end, newText }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText,
    }));
    documents.push({ uri, edits });
  }
  return { edit: { documents } };
}
