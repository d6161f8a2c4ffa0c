/** What a feature looks at: one open plan file, the plans in it, and what belongs to them. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Bundle } from '../lint/bundle.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { NonEmpty } from '../util/non-empty.ts';
import type { Settings } from '../workspace/host.ts';
import type { DocumentOf } from './diagnostics.ts';

export interface PlanContext {
  readonly document: TextDocument;
  /** One for each YAML document of the file, one for an artifact. */
  readonly plans: NonEmpty<Plan>;
  /** The plans of all files that belong to the same change, those of this file first. */
  readonly bundle: Bundle;
  /** The text of another file of the bundle, for places in it. */
  readonly documentOf: DocumentOf;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Set where the file is only perhaps an artifact. */
  readonly beforeAdoption?: true;
  /** What people want to see. */
  readonly settings: Settings;
}
