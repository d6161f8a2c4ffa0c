import * as l10n from '@vscode/l10n';
import { checksOf } from '../../lint/checks.ts';
import { defineRule, finding } from '../../lint/rule.ts';

/** A box is ticked by somebody who looked. Nothing has run yet while the plan is a draft. */
export const checkedWhileDraft = defineRule({
  id: 'checked-while-draft',
  group: 'checklist',
  severity: 'information',
  fixable: true,
  *check({ plan }) {
    const { status } = plan.view;
    const boxes = checksOf(plan).flatMap(({ done }) => done ?? []);
    const [first] = boxes;
    if (status?.value !== 'draft' || !first || boxes.length !== checksOf(plan).length) return;
    if (boxes.some(({ value }) => value !== true)) return;
    const message = l10n.t(
      'Every box is ticked, and the plan is a draft: nothing has run yet that could have been seen. Ticks that came with a copy hide what was never checked. Untick them, or say how far the plan is.',
    );
    yield finding(
      first.node.span,
      message,
      [
        {
          title: l10n.t('Untick every box'),
          edits: boxes.map(({ node }) => ({ kind: 'write', node, value: false })),
          preferred: true,
        },
      ],
      [{ span: status.node.span, message: l10n.t('The status is said here.') }],
    );
  },
});
