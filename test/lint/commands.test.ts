/** Steps whose commands destroy something are irreversible steps, whatever they say of themselves. */
import { testRule } from '../support/rule-tester.ts';

const yaml = (command: string, said = '', before = ''): string =>
  `${before}migration:\n  steps:\n    - id: retire-v1\n${said}      up: { command: "${command}" }\n`;
const markdown = (command: string, said = '', title = 'retire-v1'): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Contract: ${title}\n\n${said}- Up: \`${command}\`\n`;
const DESTROYS = 'kubectl delete namespace orders-v1';
const BACKUP = `backups:
  - id: orders-v1
    ref: s3://backups/velero/orders-v1
    ttl: 45d
    restore: velero restore create --from-backup orders-v1
    verifiedOn: 2026-11-18
`;

testRule('irreversible-step-without-backup', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a command that loses no data',
      yaml: yaml('kubectl delete deployment orders-v1'),
      markdown: markdown('kubectl delete deployment orders-v1'),
    },
    {
      name: 'a dry run',
      yaml: yaml(`${DESTROYS} --dry-run=server`),
      markdown: markdown(`${DESTROYS} --dry-run=server`),
    },
    { name: 'names a backup', yaml: yaml(DESTROYS, '      backup: orders-v1\n', BACKUP) },
    {
      name: 'an earlier step has made it',
      yaml: `migration:
  steps:
    - { id: make-copy, up: { command: createdb orders_tally } }
    - { id: drop-copy, up: { command: dropdb orders_tally } }
`,
    },
    {
      name: 'the rollback says that nothing is lost',
      yaml: `${yaml(DESTROYS)}rollback:\n  notReverted:\n    - { step: retire-v1, dataLoss: none }\n`,
    },
  ],
  faulty: [
    {
      name: 'found by its command',
      message:
        'The step "retire-v1" runs "kubectl delete namespace orders-v1", which deletes what holds the data, with everything in it, and names no backup. Once it has run, a restore is the only way back, and there would be nothing to restore: refer to a backup that holds what the step destroys.',
      yaml: yaml(DESTROYS, '', BACKUP).replace('retire-v1', '[|retire-v1|]'),
      markdown: markdown(DESTROYS, '', '[|retire-v1|]'),
      fixed: { yaml: yaml(DESTROYS, '      backup: orders-v1\n', BACKUP) },
    },
    {
      name: 'something was only made in it',
      yaml: `migration:
  steps:
    - { id: deploy, up: { command: kubectl apply -n orders -f orders.yaml } }
    - { id: [|clean-up|], up: { command: kubectl delete namespace orders } }
`,
    },
    {
      name: 'made only after it was dropped',
      yaml: yaml('dropdb orders && createdb orders').replace('retire-v1', '[|retire-v1|]'),
      markdown: markdown('dropdb orders && createdb orders', '', '[|retire-v1|]'),
    },
  ],
});

testRule('irreversible-step-not-declared', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'declared',
      yaml: yaml(DESTROYS, '      reversible: false\n      backup: orders-v1\n', BACKUP),
      markdown: markdown(DESTROYS, '- Reversible: no\n'),
    },
    {
      name: 'what can be built again',
      yaml: yaml('helm uninstall orders-v1'),
      markdown: markdown('helm uninstall orders-v1'),
    },
  ],
  faulty: [
    {
      name: 'claims to be reversible',
      message: /runs "kubectl delete namespace orders-v1", which deletes .*, yet it claims to be reversible/,
      yaml: yaml(DESTROYS, '      reversible: [|true|]\n      backup: orders-v1\n', BACKUP),
      fixed: { yaml: yaml(DESTROYS, '      reversible: false\n      backup: orders-v1\n', BACKUP) },
    },
    {
      name: 'says nothing',
      yaml: yaml(DESTROYS, '      backup: orders-v1\n', BACKUP).replace('id: retire-v1', 'id: [|retire-v1|]'),
      markdown: markdown(DESTROYS, '', '[|retire-v1|]'),
    },
  ],
});
