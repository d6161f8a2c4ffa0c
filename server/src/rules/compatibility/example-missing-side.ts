import * as l10n from '@vscode/l10n';
import { placeBeside, shortName } from '../../lint/contract.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import type { Example, ExampleSide } from '../../model/generated/plan-types.ts';
import { isAbsent, type Obj } from '../../model/plan/view.ts';

const OTHER = { old: 'new', new: 'old' } as const;

/** An example shows the old form and the new one. */
export const exampleMissingSide = defineRule({
  id: 'example-missing-side',
  group: 'compatibility',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const example of plan.view.compatibility?.examples ?? []) {
      const there = (['old', 'new'] as const).filter((side) => !lacks(example, side));
      const [only] = there;
      const side = only && OTHER[only];
      const shown = only && example[only];
      if (there.length !== 1 || !side || !shown) continue;
      const name = example.name ? l10n.t`The example "${shortName(example.name.toString())}"` : l10n.t('This example');
      const message = l10n.t`${name} shows only the ${only} form. The difference is what reviewers look for, and they can only see it side by side: write the ${side} form, or "none" where there is none.`;
      yield finding(placeBeside(example, side, example.name), message, [
        {
          title: l10n.t`Write the ${side} form, starting from the ${only} one`,
          edits: [{ kind: 'set', parent: example.node, key: side, value: copyOf(shown) }],
          preferred: true,
        },
      ]);
    }
  },
});

function lacks(example: Obj<Example>, side: 'old' | 'new'): boolean {
  return isAbsent(example, side) && !isMisspelt(example, side, planSchema(['compatibility', 'examples', 0]));
}

function copyOf({ node }: Obj<ExampleSide>): Skeleton {
  const parts = Array.from(node.entries).flatMap(([key, { value }]): [string, Skeleton][] =>
    value.kind === 'scalar' && value.text.trim() !== ''
      ? [[key, value.text.includes('\n') ? value.text : slot(value.text)]]
      : [],
  );
  return Object.fromEntries(parts);
}
