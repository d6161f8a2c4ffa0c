import { testRule } from '../../support/rule-tester.ts';

const yaml = (version: string): string => `change:\n  versions:\n    - ${version} # why\n`;
const markdown = (row: string): string =>
  `# Compatibility contract\n\n## Change\n\n### Versions\n\n| Component | From | To |\n| --- | --- | --- |\n${row}\n`;

testRule('version-not-explicit', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'from and to',
      yaml: yaml('{ component: orders-api, from: 4.18.2, to: 5.0.0 }'),
      markdown: markdown('| orders-api | 4.18.2 | 5.0.0 |'),
    },
    {
      name: 'something new, something that stays',
      yaml: 'change:\n  versions:\n    - { component: ledger, from: none, to: 1.0.0 }\n    - { component: flyway, from: 10.8.1, to: 10.8.1 }\n',
      markdown: markdown('| ledger | none | 1.0.0 |'),
    },
    {
      name: 'a sentence is no component',
      markdown:
        '# Compatibility contract\n\n## Change\n\n### Versions\n\n- The operator follows the release of the platform\n',
    },
    { name: 'a digest', yaml: yaml('{ component: orders-api, from: 4.18.2, artifact: "orders@sha256:0f3c" }') },
    { name: 'not known yet', yaml: yaml('{ component: orders-api, from: 4.18.2, to: TBD }') },
    { name: 'a misspelt key', yaml: yaml('{ component: orders-api, old_version: 4.18.2, to: 5.0.0 }') },
    {
      name: 'in words',
      yaml: yaml('{ component: orders-api 4.18.2 to 5.0.0 }'),
      markdown: '# Compatibility contract\n\n## Change\n\n### Versions\n\n- orders-api: 4.18.2 → 5.0.0\n',
    },
    {
      name: 'a word in a name',
      yaml: yaml('{ component: orders-api, from: main-2026-11-01, to: release-latest-2 }'),
    },
    {
      name: 'an artifact says it',
      yaml: yaml('{ component: orders-api, to: 5.0.0 }'),
      beside: { 'COMPATIBILITY_CONTRACT.md': markdown('| orders-api | 4.18.2 | 5.0.0 |') },
    },
  ],
  faulty: [
    {
      name: 'latest',
      yaml: yaml('{ component: orders-api, from: 7.3.0, to: [|latest|] }'),
      markdown: markdown('| orders-api | 7.3.0 | [|latest|] |'),
      message:
        '"latest" is another version tomorrow, so nobody can tell what was reviewed, or what to go back to. Write the exact version.',
      fixed: {
        yaml: yaml('{ component: orders-api, from: 7.3.0, to: 7.4.0 }'),
        markdown: markdown('| orders-api | 7.3.0 | 7.4.0 |'),
      },
    },
    {
      name: 'a tag that moves',
      yaml: yaml('{ component: orders-api, from: [|the current version|], to: V115 }'),
      fixed: { yaml: yaml('{ component: orders-api, from: V114, to: V115 }') },
    },
    {
      name: 'no from',
      yaml: 'change:\n  versions:\n    - component: [|orders-api|]\n      to: 5.0.0\n',
      markdown: markdown('| [|orders-api|] |  | 5.0.0 |'),
      message:
        '"orders-api" does not say from which version it goes. A rollback needs to know what to go back to: write `from`.',
      fixed: {
        yaml: 'change:\n  versions:\n    - component: orders-api\n      from: 4.0.0\n      to: 5.0.0\n',
        markdown: markdown('| orders-api |  4.0.0 | 5.0.0 |'),
      },
    },
    {
      name: 'neither',
      yaml: 'change:\n  versions:\n    - component: [|orders-api|]\n',
      message: /does not say from which version to which it goes/,
      fixed: { yaml: 'change:\n  versions:\n    - component: orders-api\n      from: 1.0.0\n      to: 1.1.0\n' },
    },
  ],
});
