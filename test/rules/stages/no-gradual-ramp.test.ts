import { limitedBy, testRule } from '../../support/rule-tester.ts';
import { markdownRollout, markdownStage, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const at = (id: string, weight: string | undefined, own = {}) => yamlStage(id, { weight, ...own });

testRule('no-gradual-ramp', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'ten times at most',
      yaml: yamlRollout([at('a', '1%'), at('b', '10%'), at('c', '50%'), at('d', '100%')]),
      markdown: markdownRollout(['### Stage 1: a (5%)', '### Stage 2: b (25%)', '### Stage 3: c (100%)']),
    },
    { name: 'a stage without weight', yaml: yamlRollout([at('a', '1%'), at('b', undefined), at('c', '100%')]) },
    {
      name: 'staging is no share',
      yaml: yamlRollout([at('staging', '1%', { environment: 'staging' }), at('c', '100%')]),
    },
    {
      name: 'another region',
      yaml: yamlRollout([at('a', '1%'), at('b', '100%', { regions: '[eu-west-1]' })]),
    },
    { name: 'another flag', yaml: yamlRollout([at('a', '1%', { flag: 'one' }), at('b', '100%', { flag: 'two' })]) },
    {
      name: 'as far as the policy lets it jump',
      yaml: yamlRollout([at('a', '1%'), at('b', '20%'), at('c', '100%')]),
      beside: limitedBy('no-gradual-ramp', 'largest: 20'),
    },
    {
      name: 'shares out of order are one mistake',
      yaml: yamlRollout([at('a', '1%'), at('b', '100%'), at('c', '50%')]),
    },
  ],
  faulty: [
    {
      name: 'from a stage that no other can extend: no fix',
      yaml: yamlRollout([at('canary', '1%').replace('- id: canary', '- title: canary'), at('full', '[|100%|]')]),
    },
    {
      name: 'a limit that no share keeps: no fix',
      yaml: yamlRollout([at('canary', '1%'), at('full', '[|100%|]')]),
      beside: limitedBy('no-gradual-ramp', 'largest: 1.5'),
      fixed: { yaml: yamlRollout([at('canary', '1%'), at('full', '100%')]) },
    },
    {
      name: 'from one to all',
      yaml: yamlRollout([at('canary', '1%'), at('full', '[|100%|]')]),
      markdown: markdownRollout([
        markdownStage('Stage 1: canary (1%, 2h)'),
        markdownStage('Stage 2: full ([|100%|], 2h)'),
      ]),
      message:
        'Stage "full" goes from 1% to 100% in one move. What breaks under load, in caches, pools and queues, breaks for all of them at once: put stages between.',
      fixed: {
        yaml: yamlRollout([
          at('canary', '1%'),
          '    - id: ramp-10\n      extends: canary\n      weight: 10%',
          '    - id: ramp-50\n      extends: canary\n      weight: 50%',
          at('full', '100%'),
        ]),
        markdown: markdownRollout([
          markdownStage('Stage 1: canary (1%, 2h)'),
          '### Stage 2: ramp-10 (10%)\n\n- **Extends**: canary',
          '### Stage 3: ramp-50 (50%)\n\n- **Extends**: canary',
          markdownStage('Stage 4: full (100%, 2h)'),
        ]),
      },
    },
    {
      name: 'from a tenth to all, and the name is taken',
      yaml: yamlRollout([at('ramp-50', '10%'), at('full', '[|100%|]')]),
      fixed: {
        yaml: yamlRollout([
          at('ramp-50', '10%'),
          '    - id: ramp-50-2\n      extends: ramp-50\n      weight: 50%',
          at('full', '100%'),
        ]),
      },
    },
    {
      name: 'a list in one line',
      yaml: yamlRollout([], '  unit: requests\n').replace(
        '  stages:\n\n',
        '  stages: [{ id: a, environment: production, weight: 1% }, { id: b, environment: production, weight: [|60%|] }]\n',
      ),
      fixed: {
        yaml: yamlRollout([], '  unit: requests\n').replace(
          '  stages:\n\n',
          '  stages: [{ id: a, environment: production, weight: 1% }, { id: ramp-10, extends: a, weight: 10% }, { id: ramp-50, extends: a, weight: 50% }, { id: b, environment: production, weight: 60% }]\n',
        ),
      },
    },
  ],
});
