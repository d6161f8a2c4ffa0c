/** The policy: YAML or JSON, read by the reader of plans. */
import * as l10n from '@vscode/l10n';
import type { PlanDocument } from './plan-document.ts';
import type { Source } from './source.ts';
import { isBlank } from './yaml/documents.ts';
import { readYaml } from './yaml/read.ts';

const NO_MAPPING = l10n.t(
  'A policy is a mapping of keys such as `rules:` and `ignore:`. This is none, so nothing of it counts.',
);

/** An empty policy says nothing, and that is no mistake. */
export function readPolicyDocument(source: Source): PlanDocument {
  const [document] = readYaml(source);
  const isEmpty = isBlank(source.text);
  const problems = document.problems.flatMap((problem) => {
    if (problem.rule !== 'plan-schema' || !document.unreadable) return [problem];
    return isEmpty ? [] : [{ ...problem, message: NO_MAPPING, fixes: [] }];
  });
  const { unreadable, ...readable } = document;
  return { ...(isEmpty ? readable : document), kind: 'policy', problems };
}
