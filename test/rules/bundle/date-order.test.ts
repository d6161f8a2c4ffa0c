import { testRule } from '../../support/rule-tester.ts';

const deprecation = (announced: string, removal: string): string =>
  `compatibility:\n  deprecations:\n    - { what: amount_cents, announced: ${announced}, removeAfter: ${removal} }\n`;
const section = (announced: string, removal: string): string =>
  `# Compatibility contract\n\n## Deprecations\n\n### amount_cents\n\n- **Announced**: ${announced}\n- **Remove after**: ${removal}\n`;
const stages = (first: string, second: string, more = ''): string =>
  `${more}rollout:\n  stages:\n    - { id: canary, weight: 5%, starts: ${first}, flag: orders-write }\n    - { id: full, weight: 100%, starts: ${second} }\n`;
const FLAG = 'flags:\n  - { id: orders-write, created: 2026-12-01, removeBy: 2027-01-10 }\n';

testRule('date-order', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'announced, then removed',
      yaml: deprecation('2026-12-01', '2027-06-01'),
      markdown: section('2026-12-01', '2027-06-01'),
    },
    { name: 'on one day', yaml: stages('2026-12-01T08:00:00Z', '2026-12-01') },
    {
      name: 'what cannot be read has no order',
      yaml: deprecation('soon', '2027-06-01'),
      markdown: section('TBD', '2027-06-01'),
    },
    { name: 'stages in turn, and the flag lives longer', yaml: stages('2026-12-01', '2026-12-08', FLAG) },
    {
      name: 'the same dates in both files',
      markdown: section('2026-12-01', '2027-06-01'),
      beside: { 'rollout-plan.yaml': deprecation('2026-12-01', '2027-06-01') },
    },
  ],
  faulty: [
    {
      name: 'by the clock',
      yaml: stages('2026-12-01T09:00:00Z', '[|2026-12-01T08:00:00Z|]'),
    },
    {
      name: 'a step before the day of another file: nothing to go to',
      yaml: 'migration:\n  steps:\n    - { id: drop-cents, phase: contract, touches: [amount_cents], after: { date: [|2027-01-01|] } }\n',
      beside: { 'COMPATIBILITY_CONTRACT.md': section('2026-12-01', '2027-06-01') },
      message: /^"amount_cents" may be removed on 2027-06-01/,
    },
    {
      name: 'removed before it is announced',
      yaml: deprecation('2027-06-01', '[|2026-12-01|]'),
      markdown: section('2027-06-01', '[|2026-12-01|]'),
      message:
        '"amount_cents" is announced on 2027-06-01, but "amount_cents" may be removed on 2026-12-01, which is earlier. People plan by these days: correct the one that is wrong.',
    },
    {
      name: 'the second stage starts first',
      yaml: stages('2026-12-08', '[|2026-12-01|]'),
      message: /^"canary" starts on 2026-12-08, but "full" starts on 2026-12-01, which is earlier\./,
    },
    {
      name: 'the flag is gone before its stage',
      yaml: stages('2027-02-01', '2027-02-08', FLAG.replace('2027-01-10', '[|2027-01-10|]')),
      message: /^"canary" starts on 2027-02-01, but the flag "orders-write" is to be gone on 2027-01-10/,
    },
    {
      name: 'removed earlier than the contract promises',
      yaml: `${deprecation('2026-12-01', '2027-06-01')}migration:\n  steps:\n    - { id: drop, phase: contract, touches: [orders.amount_cents], after: { date: [|2027-03-01|] } }\n`,
    },
    {
      name: 'another day in another file',
      markdown: section('[|2026-12-15|]', '2027-06-01'),
      message:
        '"amount_cents" has 2026-12-15 as `announced` here and 2026-12-01 in rollout-plan.yaml. Whoever reads one of them plans for a day that does not hold: write the same in both.',
      fixed: { markdown: section('2026-12-01', '2027-06-01') },
      beside: { 'rollout-plan.yaml': deprecation('2026-12-01', '2027-06-01') },
    },
  ],
});
