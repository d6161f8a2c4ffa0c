import { testRule } from '../../support/rule-tester.ts';

const STEP = '- { id: drop-cents, phase: contract, reversible: false, backup: before-drop }';
const yaml = (until: string, key = 'rollback', step = STEP): string =>
  `migration:\n  steps:\n    ${step}\n${key}:\n${until}  timeBudget: 10m\n`;
const MIGRATION =
  '# Migration plan\n\n## Steps\n\n### 1. Contract: drop cents\n\nThis step is irreversible.\n\n**Backup**: before-drop\n';

testRule('rollback-viability-missing', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'the last moment',
      yaml: yaml('  viableUntil: drop-cents\n'),
      markdown: '# Rollback plan\n\n**Time budget**: 10m\n\n**Point of no return**: drop-cents\n',
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    { name: 'every step can be undone', yaml: yaml('', 'rollback', '- { id: add-amount, reversible: true }') },
    { name: 'a key that is misspelt', yaml: yaml('  viableUntl: drop-cents\n') },
    {
      name: 'the maintenance window has a last moment',
      yaml: yaml('').replace('rollback:', '  maintenanceWindow: { pointOfNoReturn: before drop-cents }\nrollback:'),
    },
    {
      name: 'the maintenance window of the plan has a last moment, the artifact beside it has none',
      yaml: yaml('').replace('rollback:', '  maintenanceWindow: { pointOfNoReturn: before drop-cents }\nrollback:'),
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    { name: 'there is no way back', yaml: yaml('  approach: roll-forward-only\n') },
  ],
  faulty: [
    {
      name: 'until when is not said',
      yaml: yaml('', '[|rollback|]'),
      message:
        'The step "drop-cents" is declared irreversible, and nothing says until when rolling back works. Whoever rolls back after it makes things worse: name the step before which it must be decided under `viableUntil`.',
      related: ['drop-cents'],
      fixed: { yaml: yaml('  viableUntil: drop-cents\n') },
    },
    {
      name: 'a window that has none, and a step without an id: no fix',
      yaml: yaml('', '[|rollback|]', STEP.replace('id: drop-cents', 'title: drop cents')).replace(
        '[|rollback|]:',
        '  maintenanceWindow: { length: 1h }\n[|rollback|]:',
      ),
    },
    { name: 'nothing behind the key', yaml: yaml('  [|viableUntil|]:\n') },
    {
      name: 'a step of another artifact',
      markdown: '# [|Rollback plan|]\n\n**Time budget**: 10m\n',
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
  ],
});
