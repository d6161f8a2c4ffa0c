import * as l10n from '@vscode/l10n';
import { isPlaceholder, placeholdersIn } from '../../analysis/placeholders.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import type { ScalarNode } from '../../model/located.ts';
import { collector, NOTHING } from '../../model/plan/gather.ts';
import { gather } from '../../model/plan/plan.ts';
import type { Visit } from '../../model/plan/walk.ts';

/** Something still to be written. A template's words look like an answer to whoever reads the plan in a hurry. */
export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  group: 'structure',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const node of gather(plan, unfilled)) {
      for (const { start, end, text } of placeholdersIn(node.text)) {
        const place = node.part(start, end);
        const message = l10n.t`"${text}" is still to be filled in. Whoever carries the plan out has nothing to go by here: write it, or remove it.`;
        yield finding(place, message, [{ title: l10n.t('Select it'), edits: [], select: place }]);
      }
    }
  },
});

const unfilled = collector(({ node, isCode }: Visit): readonly ScalarNode[] => {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return NOTHING;
  // Within code the same words may be what a program is told, and `{{ command }}` what another one fills in.
  if (isCode) return isPlaceholder(node.text) && !node.text.includes('{{') ? [node] : NOTHING;
  return placeholdersIn(node.text).length > 0 ? [node] : NOTHING;
});
