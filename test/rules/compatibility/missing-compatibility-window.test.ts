import { testRule } from '../../support/rule-tester.ts';

const PROMISE = '  mustRemain: ["GET /v4/orders keeps every field"]\n';

testRule('missing-compatibility-window', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'says how long',
      yaml: 'compatibility:\n  window: 90d\n',
      markdown: '# Compatibility contract\n\n## Compatibility window\n\n90d\n',
    },
    {
      name: 'another notation is told by another rule',
      yaml: 'compatibility:\n  window: 30 days\n',
      markdown: '# Compatibility contract\n\n## Compatibility window\n\n30 days\n',
    },
    {
      name: 'on purpose, or not known yet',
      yaml: 'compatibility:\n  window: TBD\n',
      markdown: '# Compatibility contract\n\n## Compatibility window\n\nN/A, nobody uses it yet\n',
    },
    {
      name: 'no contract at all, or none on purpose',
      yaml: 'rolloutPlan: 1\nowner: team-payments\n',
      markdown: '# Compatibility contract\n',
    },
    { name: 'there is nothing to be compatible with', yaml: 'compatibility: none\n' },
    { name: 'a misspelt key', yaml: `compatibility:\n  windw: 90d\n${PROMISE}` },
    {
      name: 'said by the artifact beside it',
      yaml: `compatibility:\n${PROMISE}`,
      beside: { 'COMPATIBILITY_CONTRACT.md': '# Compatibility contract\n\n## Compatibility window\n\n90d\n' },
    },
  ],
  faulty: [
    {
      name: 'not said',
      yaml: `[|compatibility|]:\n${PROMISE}  notes: later # who knows\n`,
      markdown: '# [|Compatibility contract|]\n\n## Must remain\n\n- GET /v4/orders keeps every field\n',
      message:
        'The contract does not say how long old and new run side by side. Consumers plan their move, and a rollback its last day, by that length: write `window`.',
      fixed: {
        yaml: `compatibility:\n  window: 30d\n${PROMISE}  notes: later # who knows\n`,
        markdown:
          '# Compatibility contract\n\n## Compatibility window\n\n30d\n\n## Must remain\n\n- GET /v4/orders keeps every field\n',
      },
    },
    {
      name: 'nothing behind the key',
      yaml: `compatibility:\n  [|window|]:\n${PROMISE}`,
      markdown:
        '# Compatibility contract\n\n## [|Compatibility window|]\n\n## Must remain\n\n- GET /v4/orders keeps every field\n',
      fixed: { yaml: `compatibility:\n  window: 30d\n${PROMISE}` },
    },
  ],
});
