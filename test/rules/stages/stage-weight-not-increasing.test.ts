import { testRule } from '../../support/rule-tester.ts';
import { markdownRollout, yamlRollout, yamlStage } from '../../support/stage-plans.ts';

const at = (id: string, weight: string | undefined, own = {}) => yamlStage(id, { weight, ...own });
const line = (id: string, weight: string) => `    - { id: ${id}, extends: canary, weight: ${weight} }`;
const heading = (number: number, name: string, weight: string) =>
  `### Stage ${number}: ${name} (${weight}, 2h)\n\n**Environment**: production`;

const unfixed = (stages: readonly string[], own?: string): { yaml: string; fixed: { yaml: string } } => {
  const yaml = yamlRollout(stages, own);
  return { yaml, fixed: { yaml: yaml.replace(/\[\||\|\]/g, '') } };
};

testRule('stage-weight-not-increasing', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'rising',
      yaml: yamlRollout([at('staging', '100%', { environment: 'staging' }), at('a', '1%'), at('b', '10%')]),
      markdown: markdownRollout([heading(1, 'a', '1%'), heading(2, 'b', '10%'), heading(3, 'c', '100%')]),
    },
    {
      name: 'everybody, and then the contract step',
      yaml: yamlRollout([at('a', '50%'), at('b', '100%'), at('c', '100%')]),
    },
    {
      name: 'data moves at the same share',
      yaml: yamlRollout([at('a', '5%'), at('b', '5%', { steps: '[backfill]' })]),
    },
    {
      name: 'region by region',
      yaml: yamlRollout([at('eu', '100%', { regions: '[eu]' }), at('us', '50%', { regions: '[us]' })]),
    },
    {
      name: 'the second of two flags starts again',
      yaml: yamlRollout([at('a', '1%', { flag: 'x' }), at('b', '50%', { flag: 'x' }), at('c', '1%', { flag: 'y' })]),
    },
    {
      name: 'another service starts again',
      markdown: markdownRollout([
        heading(1, 'api', '5%'),
        heading(2, 'api all', '100%'),
        heading(3, 'web', '5%'),
        heading(4, 'web all', '100%'),
      ]),
    },
    { name: 'a weight that cannot be read', yaml: yamlRollout([at('a', '50%'), at('b', 'TBD'), at('c', '10%')]) },
  ],
  faulty: [
    {
      name: 'the shares are swapped',
      yaml: yamlRollout([at('canary', '1%'), line('first', '50%'), line('second', '[|10%|]'), line('full', '100%')]),
      markdown: markdownRollout([
        heading(1, 'canary', '1%'),
        heading(2, 'some', '50%'),
        heading(3, 'more', '[|10%|]'),
        heading(4, 'full', '100%'),
      ]),
      message: /^Stage "\w+" reaches 10%, less than the 50% of "\w+" before it\. .* let the shares rise\.$/,
      fixed: {
        yaml: yamlRollout([at('canary', '1%'), line('first', '10%'), line('second', '50%'), line('full', '100%')]),
        markdown: markdownRollout([
          heading(1, 'canary', '1%'),
          heading(2, 'some', '10%'),
          heading(3, 'more', '50%'),
          heading(4, 'full', '100%'),
        ]),
      },
    },
    {
      name: 'the stages are swapped',
      yaml: yamlRollout([at('canary', '1%'), line('ramp-50', '50%'), line('ramp-10', '[|10%|]'), line('full', '100%')]),
      fixed: {
        yaml: yamlRollout([at('canary', '1%'), line('ramp-10', '10%'), line('ramp-50', '50%'), line('full', '100%')]),
      },
    },
    {
      name: 'the stages are swapped, and each takes several lines: no fix',
      ...unfixed([at('canary', '1%'), at('ramp-50', '50%'), at('ramp-10', '[|10%|]'), line('full', '100%')]),
    },
    {
      name: 'the stages are swapped, and one of them takes several lines: no fix',
      ...unfixed([at('canary', '1%'), at('ramp-50', '50%'), line('ramp-10', '[|10%|]'), line('full', '100%')]),
    },
    {
      name: 'a share comes twice, so that no order is right: no fix',
      ...unfixed([at('canary', '1%'), line('a', '50%'), line('b', '[|10%|]'), line('c', '50%')]),
    },
    {
      name: 'two flags, each with its own ramp: no fix',
      ...unfixed([
        at('a', '1%', { flag: 'x' }),
        at('b', '5%', { flag: 'x' }),
        at('c', '50%', { flag: 'y' }),
        at('d', '[|10%|]', { flag: 'y' }),
      ]),
    },
    {
      name: 'sorted, one of them would be a jump: no fix',
      ...unfixed([at('a', '1%'), at('b', '100%'), at('c', '[|5%|]')]),
    },
    {
      name: 'sorted, the first would be too large: no fix',
      ...unfixed([line('a', '50%'), line('b', '[|6%|]')]),
    },
    {
      name: 'sorted, the first is just small enough',
      yaml: yamlRollout([line('a', '50%'), line('b', '[|5%|]')]),
      fixed: { yaml: yamlRollout([line('a', '5%'), line('b', '50%')]) },
    },
    {
      name: 'what is out of order is inherited: no fix',
      ...unfixed(
        [at('canary', '1%'), line('half', '50%'), '    - { id: [|ten|], extends: tenth }', line('full', '100%')],
        '  unit: requests\n  templates:\n    - { id: tenth, environment: production, weight: 10% }\n',
      ),
    },
    {
      name: 'stages that have titles alone',
      yaml: yamlRollout([
        at('canary', '1%'),
        '    - { title: 50% of them, extends: canary, weight: 50% }',
        '    - { title: some more, extends: canary, weight: [|10%|] }',
        line('full', '100%'),
      ]),
      fixed: {
        yaml: yamlRollout([
          at('canary', '1%'),
          '    - { title: some more, extends: canary, weight: 10% }',
          '    - { title: 50% of them, extends: canary, weight: 50% }',
          line('full', '100%'),
        ]),
      },
    },
    {
      name: 'a share that is only inherited',
      yaml: yamlRollout([at('canary', '1%'), '    - { id: [|ramp|], extends: canary }', line('half', '50%')]),
      message: /^Stage "ramp" inherits 1%, no more than "canary" before it\. /,
      fixed: {
        yaml: yamlRollout([at('canary', '1%'), '    - { id: ramp, extends: canary, weight: 5% }', line('half', '50%')]),
      },
    },
    {
      name: 'the same share again',
      yaml: yamlRollout([at('canary', '5%'), line('again', '[|5%|]'), line('half', '50%')]),
      markdown: markdownRollout([heading(1, 'canary', '5%'), heading(2, 'again', '[|5%|]'), heading(3, 'half', '50%')]),
      fixed: {
        yaml: yamlRollout([at('canary', '5%'), line('again', '10%'), line('half', '50%')]),
        markdown: markdownRollout([heading(1, 'canary', '5%'), heading(2, 'again', '10%'), heading(3, 'half', '50%')]),
      },
    },
    {
      name: 'the same share again, right below the next',
      yaml: yamlRollout([line('a', '5%'), line('b', '[|5%|]'), line('c', '25%')]),
      fixed: { yaml: yamlRollout([line('a', '5%'), line('b', '10%'), line('c', '25%')]) },
    },
    {
      name: 'the same share again, and no usual one fits in: no fix',
      ...unfixed([line('a', '5%'), line('b', '[|5%|]'), line('c', '10%')]),
    },
    {
      name: 'the same share again: 10% would be a jump to everybody',
      yaml: yamlRollout([line('a', '5%'), line('b', '[|5%|]'), line('c', '100%')]),
      fixed: { yaml: yamlRollout([line('a', '5%'), line('b', '25%'), line('c', '100%')]) },
    },
    {
      name: 'the same share again, and everybody is a jump from all in reach: no fix',
      ...unfixed([line('a', '1%'), line('b', '[|1%|]'), line('c', '100%')]),
    },
    {
      name: 'the same share again, and nothing after it',
      yaml: yamlRollout([line('a', '1%'), line('b', '[|1%|]')]),
      fixed: { yaml: yamlRollout([line('a', '1%'), line('b', '5%')]) },
    },
    {
      name: 'everybody first',
      yaml: yamlRollout([at('a', '100%'), at('b', '[|50%|]'), at('c', '5%')]),
      message: /reaches 50%, less than the 100% of "a" before it/,
      fixed: { yaml: yamlRollout([at('a', '5%'), at('b', '50%'), at('c', '100%')]) },
      related: ['100%'],
    },
  ],
});
