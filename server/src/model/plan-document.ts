/** What a reader makes of a file: one plan document for each YAML document, one for a Markdown artifact. */
import type { MapNode } from './located.ts';
import type { Source, Span } from './source.ts';

export type PartName = 'compatibility' | 'migration' | 'rollout' | 'rollback' | 'validation';
export const PART_NAMES: readonly PartName[] = ['compatibility', 'migration', 'rollout', 'rollback', 'validation'];

/** What the artifact of a part is called. */
export const ARTIFACT_NAMES: Readonly<Record<PartName, string>> = {
  compatibility: 'COMPATIBILITY_CONTRACT.md',
  migration: 'MIGRATION_PLAN.md',
  rollout: 'ROLLOUT_PLAN.md',
  rollback: 'ROLLBACK_PLAN.md',
  validation: 'VALIDATION_CHECKLIST.md',
};

/** `plan`: a whole plan (YAML). A part's name: the Markdown artifact that holds this part. Then records of work done, and the policy, which is no plan. */
export type DocumentKind = 'plan' | PartName | 'rehearsal' | 'migration-record' | 'policy';

/** Something a reader met in the text that is wrong in itself, before any schema: bad YAML, a key written twice, a bomb. */
export interface ReadProblem {
  readonly rule: 'yaml-syntax' | 'plan-schema' | 'unreadable-file';
  readonly message: string;
  readonly span: Span;
  /** Replacements that mend it. */
  readonly fixes: readonly ReadFix[];
}

export interface ReadFix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** Where a link of Markdown leads: the words between its parentheses, as written. */
export interface WrittenLink {
  readonly address: string;
  readonly span: Span;
}

export interface PlanDocument {
  readonly source: Source;
  readonly kind: DocumentKind;
  /** Plan-shaped in both syntaxes: an artifact ROLLOUT_PLAN.md is `{ owner, …, metrics, rollout: { … } }`; a record is shaped by its own schema. */
  readonly root: MapNode;
  readonly problems: readonly ReadProblem[];
  /** Set where the text gives no plan at all (not a mapping, too deep): only `problems` are said, nothing is judged. */
  readonly unreadable?: true;
  /** Markdown: what the front matter says of itself. YAML: the keys of the same names. */
  readonly declared: {
    readonly version?: number | undefined;
    readonly off?: boolean;
    readonly plan?: string | undefined;
  };
  /** Markdown: headings that the schema knows but that hold nothing, with the path that they would have filled. */
  readonly emptySections: readonly { readonly path: readonly (string | number)[]; readonly head: Span }[];
  /** Markdown: the addresses of the links in its prose, in the order of the text. */
  readonly links: readonly WrittenLink[];
}
