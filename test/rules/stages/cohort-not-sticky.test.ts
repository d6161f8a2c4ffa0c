import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const stage = markdownStage('Stage 1: canary (1%, 2h)');

testRule('cohort-not-sticky', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'a key',
      yaml: yamlRollout([yamlStage('canary')], '  unit: users\n  stickyBy: user id\n'),
      markdown: markdownRollout([stage], '**Unit**: users\n\n**Sticky by**: user id'),
    },
    { name: 'requests are drawn one by one', yaml: yamlRollout([yamlStage('canary')]) },
    { name: 'everybody', yaml: yamlRollout([yamlStage('full', { weight: '100%' })], '  unit: users\n') },
    {
      name: 'people who were picked',
      yaml: yamlRollout([yamlStage('beta', { audience: 'testers' })], '  unit: users\n'),
    },
    { name: 'misspelt', yaml: yamlRollout([yamlStage('canary')], '  unit: users\n  stickBy: user id\n') },
  ],
  faulty: [
    {
      name: 'users, drawn again and again',
      yaml: yamlRollout([yamlStage('canary'), yamlStage('half', { weight: '50%' })], '  unit: [|users|]\n'),
      markdown: markdownRollout([stage], '**Unit**: [|users|]'),
      message:
        'A percentage of users with no sticky key: who is in it is drawn again and again, so one user meets both versions and reports the difference as a bug. Write what keeps a user on one version.',
      fixed: {
        yaml: yamlRollout(
          [yamlStage('canary'), yamlStage('half', { weight: '50%' })],
          '  unit: users\n  stickyBy: user id\n',
        ),
      },
    },
    {
      name: 'one stage counts otherwise',
      yaml: yamlRollout([yamlStage('canary', { unit: '[|accounts|]' })]),
    },
  ],
});
