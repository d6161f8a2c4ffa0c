import * as l10n from '@vscode/l10n';
import { type CheckView, isOpen } from '../../lint/checks.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { entryOf } from '../../model/plan/view.ts';
import { addSmokeChecks } from './smoke-checks.ts';

/** Smoke checks do what users do: that a process is up says nothing of what it answers. */
export const smokeOnlyHealth = defineRule({
  id: 'smoke-only-health',
  group: 'checklist',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    const { validation } = plan.view;
    const entry = entryOf(validation, 'smoke');
    if (!validation?.smoke || !entry || !isOnlyHealth(plan)) return;
    const message = l10n.t(
      'Every smoke check asks whether the service is up, and none whether it does its work. A service that charges the wrong amount is healthy: write checks that do what users do.',
    );
    const count = Math.max(2, 3 - validation.smoke.length);
    yield finding(entry.key, message, [
      {
        title: l10n.t('Write checks of what users do'),
        edits: addSmokeChecks(count, validation.node),
        preferred: true,
      },
    ]);
  },
});

export function isOnlyHealth({ view }: Plan): boolean {
  const smoke = view.validation?.smoke;
  if (!smoke || smoke.length === 0 || smoke.length !== smoke.node.items.length) return false;
  return smoke.every((check) => !isOpen(check) && asksForHealth(check));
}

const HEALTH_PATH =
  /\/(?:health(?:z|-?checks?)?|ready(?:z|ness)?|live(?:z|ness)?|ping|heartbeat|status|alive)(?:\/(?:live(?:ness)?|ready|readiness))?\/?$/i;
const IN_WORDS =
  /\bhealth[ -]?checks?\b|\b(?:health|readiness|liveness) (?:endpoint|probe)s?\b|\bis (?:up|alive|reachable|healthy|running)\b|\b(?:returns?|responds?(?: with)?|answers?|gives?) (?:a |an |HTTP |status )*(?:200|OK)(?: OK)?\W*$/i;
const PROGRAM = /\.(?:sh|ts|js|py|rb|go)\b|\b(?:npm|npx|make|pytest|go test|k6)\b/;
const LONGEST = 200;

/** By its command where it has one, else by its words: a bare 200 is no more than that. */
function asksForHealth({ check, run, how, sql, expect, link }: CheckView): boolean {
  if (sql || link) return false;
  const command = (run ?? how)?.toString();
  const words = command ?? `${check} ${expect ?? ''}`;
  if (words.length > LONGEST || PROGRAM.test(words)) return false;
  const paths = pathsIn(words);
  if (paths.length > 0) return paths.every((path) => HEALTH_PATH.test(path));
  return command === undefined && IN_WORDS.test(words.trim());
}

/** Of URLs what comes behind the host. */
function pathsIn(words: string): readonly string[] {
  return words.replace(/https?:\/\/[^\s/'"`]+/gi, ' ').match(/(?<![\w.])\/[\w\-./{}:]+/g) ?? [];
}
