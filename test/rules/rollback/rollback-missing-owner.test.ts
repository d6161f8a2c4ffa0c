import { testRule } from '../../support/rule-tester.ts';

const yaml = (owner: string, key = 'rollback'): string =>
  `owner: team-payments\n${key}:\n  timeBudget: 10m\n${owner}  triggers: ["error-rate > 1% for 5m"]\n`;
const BUDGET = '## Time budget\n\n10m\n';

testRule('rollback-missing-owner', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'a rota',
      yaml: yaml('  owner: payments-oncall\n'),
      markdown: `# Rollback plan\n\n- **Decision maker**: payments-oncall\n\n${BUDGET}`,
    },
    {
      name: 'people to reach',
      yaml: yaml('  contacts: [{ name: Ann, role: decides }]\n'),
      markdown: `# Rollback plan\n\n${BUDGET}\n## Escalation\n\n| Name | Role |\n| --- | --- |\n| Ann | decides |\n`,
    },
    {
      name: 'told at the plan',
      markdown: `# Rollback plan\n\n${BUDGET}`,
      beside: { 'rollout-plan.yaml': 'rollback:\n  timeBudget: 10m\n' },
    },
    {
      name: 'each step has somebody',
      yaml: yaml(
        '  steps:\n    - { id: flag-off, run: flagctl set orders-write --off, owner: payments-oncall }\n    - { id: redeploy, run: deploy 4.18.2, owner: platform-oncall }\n',
      ),
    },
    { name: 'still to be named', yaml: yaml('  owner: TBD\n') },
  ],
  faulty: [
    {
      name: 'nobody',
      yaml: yaml('', '[|rollback|]'),
      message:
        'Nobody owns the rollback. Minutes are lost on asking who may decide it: name the rota that decides and runs it without asking further under `owner`.',
      fixed: { yaml: yaml('  owner: team-payments\n') },
    },
    {
      name: 'one step has somebody, the other nobody',
      yaml: yaml(
        '  steps:\n    - { id: flag-off, run: flagctl set orders-write --off, owner: payments-oncall }\n    - { id: redeploy, run: deploy 4.18.2 }\n',
        '[|rollback|]',
      ),
    },
    {
      name: 'nobody in the artifact',
      markdown: `---\nowner: team-payments\n---\n\n# [|Rollback plan|]\n\n${BUDGET}`,
      fixed: {
        markdown: `---\nowner: team-payments\n---\n\n# Rollback plan\n\n${BUDGET}\n## Owner\n\nteam-payments\n`,
      },
    },
  ],
});
