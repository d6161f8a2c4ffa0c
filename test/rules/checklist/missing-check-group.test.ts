import { markdownChecklist, yamlChecklist } from '../../support/checklists.ts';
import { testRule } from '../../support/rule-tester.ts';

const named = (text: string) => text.replace('validation:', '[|validation|]:');

testRule('missing-check-group', {
  artifact: 'VALIDATION_CHECKLIST',
  clean: [
    { name: 'all five', yaml: yamlChecklist(), markdown: markdownChecklist() },
    { name: 'none, on purpose', yaml: yamlChecklist({ security: undefined }).concat('  security: N/A, no new path\n') },
    { name: 'misspelt', yaml: yamlChecklist({ security: undefined, securty: ['0 amounts in the logs'] }) },
    { name: 'no checklist at all is another mistake', yaml: 'rolloutPlan: 1\n' },
    {
      name: 'said in the artifact beside the plan',
      yaml: yamlChecklist({ security: undefined }),
      beside: { 'VALIDATION_CHECKLIST.md': markdownChecklist() },
    },
  ],
  faulty: [
    {
      name: 'one is missing',
      yaml: named(yamlChecklist({ performance: undefined })),
      markdown: markdownChecklist({ performance: undefined }).replace(
        'Validation checklist',
        '[|Validation checklist|]',
      ),
      message:
        'The checklist has no check of performance. A release that is right and slow is found by its users: write a limit, at the load of the busiest hour, and how it is checked.',
      fixed: {
        yaml: yamlChecklist({
          performance: undefined,
          functional: ['an order in JPY has 0 decimals'],
        }).replace(
          '  compatibility:',
          '  performance:\n    - check: p99 stays under 250ms at 900 rps\n      how: load/orders.js\n      owner: team-payments\n  compatibility:',
        ),
      },
    },
    {
      name: 'three are missing',
      yaml: named(yamlChecklist({ performance: undefined, security: undefined, operations: undefined })),
      message:
        'The checklist has no checks of performance, security and operations. Each concern hides faults that the checks of the others pass over: write at least one check for each, and how it is done.',
      fixed: {
        yaml: yamlChecklist({ performance: undefined, security: undefined, operations: undefined })
          .replace(
            '  compatibility:',
            '  performance:\n    - check: p99 stays under 250ms at 900 rps\n      how: load/orders.js\n      owner: team-payments\n  compatibility:',
          )
          .concat(
            '  security:\n    - check: amounts are not logged\n      how: log scan of the canary\n      owner: team-security\n  operations:\n    - check: the error-rate alarm fired in the rehearsal\n      how: rehearsal of 2026-11-18\n      owner: payments-oncall\n',
          ),
      },
    },
    { name: 'nothing behind the key', yaml: yamlChecklist({ security: undefined }).concat('  [|security|]: []\n') },
  ],
});
