/** A Markdown file with a common name that is perhaps an artifact: one quiet line offers to adopt it. */
import * as l10n from '@vscode/l10n';
import { finding, type Problem } from '../lint/rule.ts';
import { firstLine, span } from '../model/source.ts';
import type { StoredPlans } from './plan-store.ts';

export function adoptionOffer(stored: StoredPlans): Problem[] {
  const [{ document }] = stored.plans;
  const { segment } = document.root.span;
  const title = 'Check this file as part of a rollout plan (writes `rolloutPlan: 1`)';
  const message = l10n.t(
    'This may be an artifact of a rollout plan. It is not checked until it says so: write `rolloutPlan: 1` in its front matter, or `rolloutPlan: off` to never hear of it again.',
  );
  const edits = [{ kind: 'set', parent: document.root, key: 'rolloutPlan', value: 1 }] as const;
  const found = finding(firstLine(span(segment, 0, segment.length)), message, [{ title, edits, preferred: true }]);
  return [{ ...found, rule: 'adopt-artifact', severity: 'information' }];
}
