import { testRule } from '../../support/rule-tester.ts';

const MIGRATION = `# Migration plan

## Steps

### 1. Contract: Drop email (5.2.0)

- **Id**: drop-email
- **Reversible**: no

### 2. Contract: Drop phone (5.2.0)

- **Id**: drop-phone
- **Reversible**: no
`;
const beside = { 'MIGRATION_PLAN.md': MIGRATION };
const STEPS = `migration:
  steps:
    - { id: drop-email, phase: contract, reversible: false }
    - { id: drop-phone, phase: contract, reversible: false }
`;
const EMAIL = '{ step: drop-email, why: "its values are gone", instead: restore the snapshot }';
const yaml = (list: string, facts = ''): string => `${STEPS}rollback:\n${facts}${list}`;
const section = (rows: string): string => `# Rollback plan\n\n- **Owner**: oncall\n\n${rows}`;
const table = (...rows: readonly string[]): string =>
  `| Step | Why | Instead |\n| --- | --- | --- |\n${rows.map((row) => `| ${row} |\n`).join('')}`;
const BOTH = [
  'drop-email | its values are gone | restore the snapshot',
  'drop-phone | its values are gone | restore the snapshot',
] as const;

testRule('irreversible-step-not-in-rollback', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'both are listed',
      yaml: yaml(`  notReverted:\n    - ${EMAIL}\n    - ${EMAIL.replace('email', 'phone')}\n`),
      markdown: section(`## Not reverted\n\n${table(...BOTH)}`),
      beside,
    },
    {
      name: 'in whatever words',
      yaml: yaml('  notReverted:\n    - { what: the dropped columns (drop-email and Drop Phone) stay dropped }\n'),
      markdown: section('## Not reverted\n\n- What drop-email and "Drop phone" removed\n'),
      beside,
    },
    {
      name: 'in one sentence, which is told where it has the wrong form',
      yaml: yaml('  notReverted: drop-email and drop-phone\n'),
    },
    {
      name: 'nothing is said of what stays: another rule speaks',
      yaml: yaml('  owner: oncall\n'),
      markdown: section(''),
      beside,
    },
    { name: 'there is no way back', yaml: yaml(`  notReverted:\n    - ${EMAIL}\n`, '  approach: roll-forward-only\n') },
    {
      name: 'the rollback claims to work after it: another rule speaks',
      yaml: yaml(`  notReverted:\n    - { step: drop-phone, why: gone }\n`, '  viableUntil: drop-phone\n'),
    },
  ],
  faulty: [
    {
      name: 'one is forgotten',
      yaml: yaml(`  [|notReverted|]:\n    - ${EMAIL}\n`),
      markdown: section(`[|## Not reverted|]\n\n${table(BOTH[0])}`).replace(
        '[|## Not reverted|]',
        '## [|Not reverted|]',
      ),
      message:
        '"drop-phone" is declared irreversible and is not among what the rollback leaves as it is. Whoever goes back after it expects what the step removed to be there: list it under `notReverted`, with what is done instead.',
      fixed: {
        yaml: yaml(
          `  notReverted:\n    - ${EMAIL}\n    - step: drop-phone\n      why: what it removed is gone\n      instead: restore the last backup beside production and copy back what is missing\n`,
        ),
        markdown: section(
          `## Not reverted\n\n${table(BOTH[0], 'drop-phone | what it removed is gone | restore the last backup beside production and copy back what is missing')}`,
        ),
      },
      beside,
    },
    {
      name: 'one is forgotten in a sentence, to which nothing can be added',
      yaml: yaml('  [|notReverted|]: what drop-email removes stays away\n'),
      message: /^"drop-phone" is declared irreversible/,
    },
    {
      name: 'the object of the step is named, and another is not',
      yaml: `migration:
  steps:
    - { id: first, phase: contract, reversible: false, touches: [orders.email] }
    - { id: second, phase: contract, reversible: false, touches: [orders.phone] }
rollback:
  [|notReverted|]:
    - { what: every email, why: gone }
`,
      message: /^"second" /,
    },
    {
      name: '"None" is no answer where something stays',
      yaml: `${STEPS.replace(/ {4}- \{ id: drop-phone.*\n/, '')}rollback:\n  [|notReverted|]: none\n`,
    },
  ],
});
