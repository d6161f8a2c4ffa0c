/** A plan document with its typed view: what the rules and the features look at. */
import type { RolloutPlan } from '../generated/plan-types.ts';
import { descend, type LocatedNode, type MapNode } from '../located.ts';
import { readMarkdown } from '../markdown/read.ts';
import type { DocumentKind, PlanDocument } from '../plan-document.ts';
import { readPolicyDocument } from '../policy-document.ts';
import { rootSchema } from '../schema/schema.ts';
import { newValidationCache, type SchemaProblem, schemaProblems, type ValidationCache } from '../schema/validate.ts';
import type { Source } from '../source.ts';
import { PieceReader } from '../yaml/cutting/pieces.ts';
import { readYaml } from '../yaml/read.ts';
import { withEmptySections } from './empty-sections.ts';
import { type ResolutionCache, resolvePlan } from './resolve.ts';
import { rootShape } from './shape.ts';
import { type Obj, type ViewCache, viewOf } from './view.ts';
import { type Visit, walk } from './walk.ts';

export interface Plan {
  readonly document: PlanDocument;
  /** The tree with stages that carry what they inherit. */
  readonly resolvedRoot: MapNode;
  /** The same, typed. In an artifact only its own part and what it shares with the plan are there. */
  readonly view: Obj<RolloutPlan>;
  readonly schemaProblems: readonly SchemaProblem[];
}

/** What was read of a text, and what was made from its nodes, kept for as long as the nodes are: an edit leaves most of them as they are. */
export interface PlanCaches {
  readonly pieces: PieceReader;
  readonly views: ViewCache;
  readonly resolved: ResolutionCache;
  readonly validated: ValidationCache;
}

export function newPlanCaches(): PlanCaches {
  return { pieces: new PieceReader(), views: new WeakMap(), resolved: new WeakMap(), validated: newValidationCache() };
}

/**
 * Every plan in a text: one for each YAML document, one for an artifact. With the caches of the reading before comes its source, which
 * has the new text by now.
 */
export function readPlans(source: Source, kind: DocumentKind, caches: PlanCaches): Plan[] {
  return documentsIn(source, kind, caches).map((document) => planOf(document, caches));
}

function documentsIn(source: Source, kind: DocumentKind, { pieces }: PlanCaches): readonly PlanDocument[] {
  if (kind === 'policy') return [readPolicyDocument(source)];
  return source.syntax === 'yaml' ? readYaml(source, pieces) : [readMarkdown(source, kind)];
}

function planOf(document: PlanDocument, caches: PlanCaches): Plan {
  const resolvedRoot = resolvePlan(withEmptySections(document), caches.resolved);
  return {
    document,
    resolvedRoot,
    view: viewOf<RolloutPlan>(resolvedRoot, rootShape(document.kind), caches.views),
    schemaProblems: document.unreadable
      ? []
      : [...schemaProblems(document.root, document.kind, caches.validated, document.exempt)],
  };
}

/** Every value that is judged, with what the schema says of it. Patterns for other stages are judged where they are used. */
export function judgedValues({ document, resolvedRoot }: Plan): Generator<Visit> {
  const templates = descend(document.root, ['rollout', 'templates']);
  const exempt: ReadonlySet<LocatedNode> = templates ? new Set([...document.exempt, templates]) : document.exempt;
  return walk(resolvedRoot, rootSchema(document.kind), exempt);
}
