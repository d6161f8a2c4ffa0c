/** A plan document with its typed view: what the rules and the features look at. */
import { mapped, type NonEmpty } from '../../util/non-empty.ts';
import type { RolloutPlan } from '../generated/plan-types.ts';
import { descend, type MapNode } from '../located.ts';
import { MarkdownPieces } from '../markdown/cutting/pieces.ts';
import { readMarkdown } from '../markdown/read.ts';
import type { DocumentKind, PlanDocument } from '../plan-document.ts';
import { readPolicyDocument } from '../policy-document.ts';
import { rootSchema } from '../schema/schema.ts';
import { newValidationCache, type SchemaProblem, schemaProblems, type ValidationCache } from '../schema/validate.ts';
import type { Source } from '../source.ts';
import { PieceReader } from '../yaml/cutting/pieces.ts';
import { readYaml } from '../yaml/read.ts';
import { withEmptySections } from './empty-sections.ts';
import { type Collector, type Gather, type GatherCache, gathering, newGatherCache } from './gather.ts';
import { once, type Reads, readEverything, readGathered, recording } from './reads.ts';
import { newResolutionCache, type ResolutionCache, resolvePlan } from './resolve.ts';
import { rootShape } from './shape.ts';
import { newViewCache, type Obj, type ViewCache, viewOf } from './view.ts';
import { type Visit, walk } from './walk.ts';

export interface Plan {
  readonly document: PlanDocument;
  /** The tree with stages that carry what they inherit. */
  readonly resolvedRoot: MapNode;
  /** The same, typed. In an artifact only its own part and what it shares with the plan are there. */
  readonly view: Obj<RolloutPlan>;
  readonly schemaProblems: readonly SchemaProblem[];
  /** One and the same for all readings of a text. */
  readonly caches: PlanCaches;
}

/** What was read of a text, and what was made from its nodes, kept for as long as the nodes are: an edit leaves most of them as they are. */
export interface PlanCaches {
  /** Of a text that is edited. In one go it is read faster, once. */
  readonly pieces?: PieceReader;
  readonly sections?: MarkdownPieces;
  readonly views: ViewCache;
  readonly resolved: ResolutionCache;
  readonly validated: ValidationCache;
  /** Without patterns for stages, and with some. */
  readonly gathered: readonly [GatherCache, GatherCache];
}

/** For a text that is read once. */
export function newPlanCaches(): PlanCaches {
  return {
    views: newViewCache(),
    resolved: newResolutionCache(),
    validated: newValidationCache(),
    gathered: [newGatherCache(), newGatherCache()],
  };
}

/** For a text that is read again after each edit. */
export function newEditingCaches(): PlanCaches {
  return { ...newPlanCaches(), pieces: new PieceReader(), sections: new MarkdownPieces() };
}

/**
 * Every plan in a text: one for each YAML document, one for an artifact. With the caches of the reading before comes its source, which
 * has the new text by now.
 */
export function readPlans(source: Source, kind: DocumentKind, caches: PlanCaches): NonEmpty<Plan> {
  return mapped(documentsIn(source, kind, caches), (document) => new PlanReading(document, caches));
}

function documentsIn(source: Source, kind: DocumentKind, { pieces, sections }: PlanCaches): NonEmpty<PlanDocument> {
  if (kind === 'policy') return [readPolicyDocument(source)];
  return source.syntax === 'yaml' ? readYaml(source, pieces) : [readMarkdown(source, kind, sections)];
}

/** Reports what is read of it: through the view key by key, otherwise as a whole. */
class PlanReading implements Plan {
  readonly document: PlanDocument;
  readonly view: Plan['view'];
  readonly #resolvedRoot: MapNode;
  readonly #schemaProblems: readonly SchemaProblem[];
  readonly #caches: PlanCaches;

  constructor(document: PlanDocument, caches: PlanCaches) {
    this.document = reported(document);
    this.#caches = caches;
    this.#resolvedRoot = resolvePlan(withEmptySections(document), caches.resolved);
    this.view = viewOf<RolloutPlan>(this.#resolvedRoot, rootShape(document.kind), caches.views);
    this.#schemaProblems = document.unreadable ? [] : schemaProblems(document.root, document.kind, caches.validated);
  }

  get resolvedRoot(): MapNode {
    readEverything();
    return this.#resolvedRoot;
  }

  get schemaProblems(): readonly SchemaProblem[] {
    readEverything();
    return this.#schemaProblems;
  }

  get caches(): PlanCaches {
    return this.#caches;
  }
}

/** What says what kind of document it is never changes unnoticed; everything else of it is a reading of the whole. */
function reported(document: PlanDocument): PlanDocument {
  const { kind, declared, unreadable } = document;
  const reporting = { kind, declared, ...(unreadable ? { unreadable } : {}) };
  for (const key of Object.keys(document) as (keyof PlanDocument)[]) {
    if (key in reporting) continue;
    const get = () => {
      readEverything();
      return document[key];
    };
    Object.defineProperty(reporting, key, { get, enumerable: true });
  }
  return reporting as PlanDocument;
}

/** Every value that is judged, with what the schema says of it. Patterns for other stages are judged where they are used. */
export function judgedValues({ document, resolvedRoot }: Plan): Generator<Visit> {
  return walk(resolvedRoot, rootSchema(document.kind), descend(document.root, ['rollout', 'templates']));
}

/** What is to be known of all judged values, in the order of the text. */
export function gather<T>(plan: Plan, collector: Collector<T>): readonly T[] {
  const facts = recording(undefined, () => gatherNow(plan, collector));
  readGathered(collector, { from: plan.caches, facts });
  return facts;
}

/** Whether the same would be gathered of this reading. */
export function gathersTheSame(plan: Plan, { gathered }: Reads): boolean {
  if (!gathered) return true;
  for (const [collector, { from, facts }] of gathered) {
    if (from !== plan.caches) continue;
    const now = gatherNow(plan, collector as Collector<unknown>);
    if (now === facts) continue;
    if (now.length !== facts.length || now.some((fact, at) => fact !== facts[at])) return false;
  }
  return true;
}

function gatherNow<T>(plan: Plan, collector: Collector<T>): readonly T[] {
  return gatheringFrom(plan)(collector);
}

const gatheringFrom = once(({ document, resolvedRoot, caches }: Plan): Gather => {
  const templates = descend(document.root, ['rollout', 'templates']);
  const root: Visit = { node: resolvedRoot, schema: rootSchema(document.kind), isCode: false };
  // What is inherited is looked at where it is written, unless it is written where nothing is looked at.
  const isHidden = (visit: Visit): boolean =>
    visit.node === templates || (!templates && visit.entry?.inherited === true && isOnlyInherited(visit));
  return gathering(root, caches.gathered[templates ? 1 : 0], isHidden);
});

/** By `extends` or from the rollout. What a merge key has brought may be written anywhere. */
function isOnlyInherited({ owner, name }: Visit): boolean {
  return owner?.written !== undefined && name !== undefined && !owner.written.entries.has(name);
}
