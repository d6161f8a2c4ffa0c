import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

testRule('rollout-unit-unstated', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'requests',
      yaml: yamlRollout([yamlStage('canary')]),
      markdown: markdownRollout([markdownStage('Stage 1: canary (1%, 2h)')]),
    },
    { name: 'at the stage', yaml: yamlRollout([yamlStage('canary', { unit: 'users' })], '') },
    { name: 'all of everything', yaml: yamlRollout([yamlStage('full', { weight: '100%' })], '') },
    { name: 'a unit of their own is another mistake', yaml: yamlRollout([yamlStage('canary')], '  unit: squirrels\n') },
    {
      name: 'a controller weighs requests',
      yaml: yamlRollout([yamlStage('canary')], '  manifest: deploy/rollout.yaml\n'),
    },
    {
      name: 'said beside it',
      markdown: markdownRollout([markdownStage('Stage 1: canary', { weight: '**Traffic**: 5%' })], ''),
    },
    {
      name: 'said by a column',
      markdown:
        '# Rollout plan\n\n## Stages\n\n| Stage | Environment | Traffic |\n| --- | --- | --- |\n| canary | production | 1% |\n',
    },
    { name: 'people who were picked', yaml: yamlRollout([yamlStage('beta', { audience: 'beta testers' })], '') },
  ],
  faulty: [
    {
      name: 'percent of what',
      yaml: yamlRollout([yamlStage('canary', { weight: '[|1%|]' }), yamlStage('half', { weight: '50%' })], ''),
      markdown: markdownRollout([markdownStage('Stage 1: canary ([|1%|], 2h)')], ''),
      message:
        'Nothing says what "1%" is a percentage of. Five percent of requests touches nearly every user, five percent of users one in twenty: write `unit`.',
      fixed: {
        yaml: yamlRollout([yamlStage('canary'), yamlStage('half', { weight: '50%' })]),
      },
    },
    {
      name: 'a key is not a unit',
      yaml: yamlRollout([yamlStage('canary', { weight: '[|1%|]' })], '  stickyBy: customer id\n'),
      fixed: { yaml: yamlRollout([yamlStage('canary')], '  unit: requests\n  stickyBy: customer id\n') },
    },
  ],
});
