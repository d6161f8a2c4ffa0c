/** YAML text to plan documents. */
import * as l10n from '@vscode/l10n';
import { mapped, type NonEmpty } from '../../util/non-empty.ts';
import { CONFLICT, conflictIn } from '../conflict.ts';
import { child, type LocatedNode, type MapNode } from '../located.ts';
import type { PlanDocument, ReadProblem } from '../plan-document.ts';
import { firstLine, type Segment, type Source, type Span, span, wholeSegment } from '../source.ts';
import { buildNode } from './build.ts';
import { type Building, newBuilding, spanAt } from './building.ts';
import type { PieceReader } from './cutting/pieces.ts';
import { cutDocuments } from './documents.ts';
import { messageForFailure, wordsAt } from './explain.ts';
import { parseYaml } from './parse.ts';
import { recover } from './recover.ts';
import { brokenNode } from './scalar.ts';

const BYTE_ORDER_MARK = 0xfeff;

/** Every document in the text; at least one. Never throws. `pieces` remembers what it read, so that an edit costs what it touches. */
export function readYaml(source: Source, pieces?: PieceReader): NonEmpty<PlanDocument> {
  const start = startOfText(source);
  const root = pieces?.read(source, start);
  return root ? [documentOf(root.span.segment, start, root, [])] : readWhole(source);
}

/** A byte order mark is no part of the text, and would shift the first line against the others. */
export function startOfText({ text }: Source): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
}

/** The text read in one go: what reading in pieces must equal, and what it leaves everything to that it is not sure of. */
export function readWhole(source: Source): NonEmpty<PlanDocument> {
  const segment = wholeSegment(source);
  const conflict = conflictIn(source.text, { fenced: false });
  if (conflict !== undefined) return [conflicted(segment, conflict)];
  return mapped(cutDocuments(source.text), ({ start, end }) => readDocument(segment, start, end));
}

function readDocument(segment: Segment, from: number, end: number): PlanDocument {
  const start = segment.source.text.charCodeAt(from) === BYTE_ORDER_MARK ? from + 1 : from;
  const text = segment.source.text.slice(start, end);
  const building = newBuilding(segment, text, start);
  const root = readRoot(building, span(segment, start, end));
  building.problems.sort((a, b) => a.span.from - b.span.from);
  return documentOf(segment, start, root, building.problems);
}

function readRoot(building: Building, place: Span): LocatedNode {
  const parsed = parseYaml(building.text);
  if (parsed.ok) return buildNode(parsed.value, building, place);
  const { failure } = parsed;
  if (failure.code !== 'TOO_DEEP') return recover(building, failure);
  // Too deep to be cut and read in parts.
  const { start, end } = wordsAt(building.text, failure.start);
  const message = messageForFailure({ failure, text: building.text });
  building.problems.push({ rule: 'yaml-syntax', message, span: spanAt(building, start, end), fixes: [] });
  return brokenNode(place);
}

function documentOf(segment: Segment, start: number, root: LocatedNode, problems: ReadProblem[]): PlanDocument {
  const { source } = segment;
  // Nothing of it could be read: what is missing in it is not worth saying.
  if (root.kind !== 'map' || (root.entries.size === 0 && problems.length > 0)) {
    if (problems.length === 0) problems.push(notAMapping(segment, start, root));
    return {
      source,
      kind: 'plan',
      root: emptyRoot(segment, start),
      problems,
      unreadable: true,
      declared: {},
      emptySections: [],
      links: [],
    };
  }
  return {
    source,
    kind: 'plan',
    root,
    problems,
    declared: declaredBy(root),
    emptySections: [],
    links: [],
  };
}

/** What a plan says of itself as a document. */
export function declaredBy(root: MapNode): PlanDocument['declared'] {
  const version = child(root, 'rolloutPlan');
  const name = child(root, 'name');
  return {
    version: version?.kind === 'scalar' && typeof version.value === 'number' ? version.value : undefined,
    off: version?.kind === 'scalar' && (version.value === 'off' || version.value === false),
    plan: name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined,
  };
}

function emptyRoot(segment: Segment, start: number): MapNode {
  const place = span(segment, start, start);
  return { kind: 'map', span: place, head: place, entries: new Map() };
}

function notAMapping(segment: Segment, start: number, root: LocatedNode): ReadProblem {
  const empty = root.kind === 'scalar' && root.value === null;
  const insert = 'rolloutPlan: 1\n';
  return {
    rule: 'plan-schema',
    message: empty
      ? l10n.t(
          'This plan is empty. Start it with `rolloutPlan: 1`, or let the command "Rollout Plan: New Plan" write one.',
        )
      : l10n.t('A rollout plan is a mapping of keys such as `rolloutPlan: 1`, `owner:` and `rollout:`; this is none.'),
    span: firstLine(root.span),
    fixes: empty
      ? [
          {
            title: l10n.t('Begin with rolloutPlan: 1'),
            edits: [{ span: span(segment, start, start), newText: insert }],
          },
        ]
      : [],
  };
}

function conflicted(segment: Segment, at: number): PlanDocument {
  const place = firstLine(span(segment, at, segment.length));
  const problems: ReadProblem[] = [{ rule: 'yaml-syntax', message: CONFLICT, span: place, fixes: [] }];
  return {
    source: segment.source,
    kind: 'plan',
    root: emptyRoot(segment, at),
    problems,
    unreadable: true,
    declared: {},
    emptySections: [],
    links: [],
  };
}
