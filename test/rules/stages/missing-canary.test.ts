import { limitedBy, testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const staging = yamlStage('staging', { environment: 'staging', weight: '100%' });
const inStaging = markdownStage('Stage 1: staging (100%, 24h)', { environment: '**Environment**: staging' });

testRule('missing-canary', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'one percent',
      yaml: yamlRollout([staging, yamlStage('canary')]),
      markdown: markdownRollout([inStaging, markdownStage('Stage 2: canary (1%, 2h)')]),
    },
    {
      name: 'as large as the policy takes',
      yaml: yamlRollout([yamlStage('canary', { weight: '20%' })]),
      beside: limitedBy('missing-canary', 'largest: 20%'),
    },
    { name: 'five percent', yaml: yamlRollout([yamlStage('canary', { weight: '5' })]) },
    { name: 'dark before the canary', yaml: yamlRollout([yamlStage('dark', { weight: '0%' }), yamlStage('canary')]) },
    { name: 'no weight is not a large one', yaml: yamlRollout([yamlStage('canary', { weight: undefined })]) },
    { name: 'a fraction is another mistake', yaml: yamlRollout([yamlStage('canary', { weight: '0.2' })]) },
    {
      name: 'people who were picked',
      yaml: yamlRollout([yamlStage('beta', { weight: '100%', audience: 'beta testers' })]),
    },
    { name: 'one region of four', yaml: yamlRollout([yamlStage('first', { weight: '25%' })], '  unit: regions\n') },
    {
      name: 'shares out of order are one mistake',
      yaml: yamlRollout([yamlStage('one', { weight: '100%' }), yamlStage('two', { weight: '1%' })]),
    },
    {
      name: 'who knows where that is',
      markdown: markdownRollout(['### Phase 1: foundation (100%)', '### Phase 2: canary (1%)']),
    },
  ],
  faulty: [
    {
      name: 'a tenth at once',
      yaml: yamlRollout([staging, yamlStage('first', { weight: '[|10%|]' }), yamlStage('full', { weight: '50%' })]),
      markdown: markdownRollout([
        inStaging,
        markdownStage('Stage 2: first ([|10%|], 2h)'),
        markdownStage('Stage 3: most (50%, 2h)'),
      ]),
      message:
        'Stage "first" is the first in production and takes 10% at once. A fault that staging does not have then hits that many: start with 5% or less.',
      fixed: {
        yaml: yamlRollout([
          staging,
          '    - id: canary\n      extends: first\n      weight: 1%',
          yamlStage('first', { weight: '10%' }),
          yamlStage('full', { weight: '50%' }),
        ]),
        markdown: markdownRollout([
          inStaging,
          '### Stage 2: canary (1%)\n\n- **Extends**: first',
          markdownStage('Stage 3: first (10%, 2h)'),
          markdownStage('Stage 4: most (50%, 2h)'),
        ]),
      },
    },
    {
      name: 'everybody at once',
      yaml: yamlRollout([yamlStage('everybody', { weight: '[|100%|]' })], ''),
      fixed: {
        yaml: yamlRollout(
          [
            '    - id: canary\n      extends: everybody\n      weight: 1%',
            '    - id: ramp-10\n      extends: everybody\n      weight: 10%',
            '    - id: ramp-50\n      extends: everybody\n      weight: 50%',
            yamlStage('everybody', { weight: '100%' }),
          ],
          '  unit: requests\n',
        ),
      },
    },
    {
      name: 'stages in one line each',
      yaml: yamlRollout(['    # in production', '    - { id: first, environment: production, weight: [|20%|] }']),
      fixed: {
        yaml: yamlRollout([
          '    - { id: canary, extends: first, weight: 1% }',
          '    - { id: ramp-10, extends: first, weight: 10% }',
          '    # in production',
          '    - { id: first, environment: production, weight: 20% }',
        ]),
      },
    },
    {
      name: 'larger than the policy takes, and so is what is proposed otherwise',
      yaml: yamlRollout([yamlStage('first', { weight: '[|1%|]' })]),
      beside: limitedBy('missing-canary', 'largest: 0.5%'),
      fixed: {
        yaml: yamlRollout([
          '    - id: canary\n      extends: first\n      weight: 0.5%',
          yamlStage('first', { weight: '1%' }),
        ]),
      },
    },
    {
      name: 'a command that sets the share is not inherited',
      yaml: yamlRollout([yamlStage('first', { weight: '[|20%|]', run: 'deploy --weight 20' })]),
    },
  ],
});
