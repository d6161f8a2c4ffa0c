import { testRule } from '../../support/rule-tester.ts';

const yaml = (tests: string): string => `compatibility:\n  window: 90d\n${tests}`;
const markdown = (tests: string): string => `# Compatibility contract\n\n## Compatibility window\n\n90d\n${tests}`;

testRule('missing-contract-tests', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'both shapes',
      yaml: yaml('  contractTests: { old: contract/v4.json, new: contract/v5.json }\n'),
      markdown: markdown('\n## Contract tests\n\n- **Old**: contract/v4.json\n- **New**: contract/v5.json\n'),
    },
    {
      name: 'prose may name both',
      yaml: yaml('  contractTests: { notes: the pacts of both versions run on every merge }\n'),
      markdown: markdown('\n## Contract tests\n\nThe pacts of both versions run on every merge.\n'),
    },
    { name: 'no contract', yaml: 'rolloutPlan: 1\n', markdown: '# Compatibility contract\n' },
    {
      name: 'a promise names the test of the old shape',
      yaml: yaml(
        '  mustRemain:\n    - { contract: GET /v4/orders keeps every field, test: contract/v4.json }\n  contractTests: { new: contract/v5.json }\n',
      ),
    },
    { name: 'a misspelt key', yaml: yaml('  contractTest: { old: a.json, new: b.json }\n') },
    { name: 'none on purpose', yaml: yaml('  contractTests: { old: none, new: contract/v5.json }\n') },
  ],
  faulty: [
    {
      name: 'one shape, and nothing in the contract beside the plan',
      yaml: yaml('  contractTests: { [|new|]: contract/v5.json }\n')
        .replace('{ [|new|]', '{ new')
        .replace('contractTests', '[|contractTests|]'),
      message: /^The tests of the old shape are not named\./,
      beside: { 'COMPATIBILITY_CONTRACT.md': markdown('') },
    },
    {
      name: 'none',
      yaml: '[|compatibility|]:\n  window: 90d # three months\n',
      markdown: markdown('').replace('Compatibility contract', '[|Compatibility contract|]'),
      message:
        'The contract names no tests. What no test holds is broken by the next refactoring, and consumers are the first to notice: name the tests of the old shape and of the new one.',
      fixed: {
        yaml: 'compatibility:\n  window: 90d # three months\n  contractTests:\n    old: tests/contract/old-shape\n    new: tests/contract/new-shape\n',
        markdown: markdown(
          '\n## Contract tests\n\n- **Old**: tests/contract/old-shape\n- **New**: tests/contract/new-shape\n',
        ),
      },
    },
    {
      name: 'only those of the new shape',
      yaml: yaml('  [|contractTests|]:\n    new: contract/v5.json\n'),
      markdown: markdown('\n## [|Contract tests|]\n\n- **New**: contract/v5.json\n'),
      message:
        'The tests of the old shape are not named. Nobody changes the old shape on purpose, so only a test notices that it broke, before a consumer does: name them.',
      fixed: {
        yaml: yaml('  contractTests:\n    old: tests/contract/old-shape\n    new: contract/v5.json\n'),
      },
    },
    {
      name: 'only a command',
      yaml: yaml('  [|contractTests|]:\n    run: npm run contract\n'),
      fixed: {
        yaml: yaml(
          '  contractTests:\n    old: tests/contract/old-shape\n    new: tests/contract/new-shape\n    run: npm run contract\n',
        ),
      },
    },
  ],
});
