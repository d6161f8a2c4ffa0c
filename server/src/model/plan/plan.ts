/** A plan document with its typed view: what the rules and the features look at. */
import type { MapNode } from '../located.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { RolloutPlan } from '../generated/plan-types.ts';
import { rootShape } from '../schema/shape.ts';
import type { SchemaProblem } from '../schema/validate.ts';
import { type ResolutionCache, resolvePlan } from './resolve.ts';
import { type Obj, type ViewCache, viewOf } from './view.ts';

export interface Plan {
  readonly document: PlanDocument;
  /** Stages carry what they inherit. In an artifact only its own part and what it shares with the plan are there. */
  readonly view: Obj<RolloutPlan>;
  readonly schemaProblems: readonly SchemaProblem[];
  /** Whether the document would hold a part if the plan had it. An artifact says nothing about the parts of the others. */
  holds(part: keyof RolloutPlan): boolean;
}
