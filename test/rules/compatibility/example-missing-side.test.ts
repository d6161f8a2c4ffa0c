import { testRule } from '../../support/rule-tester.ts';

const yaml = (sides: string): string => `compatibility:\n  examples:\n    - name: read an order\n${sides}`;
const markdown = (sides: string): string => `# Compatibility contract\n\n## Examples\n\n### read an order\n${sides}`;

testRule('example-missing-side', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    {
      name: 'both sides',
      yaml: yaml('      old: { command: orders export --cents }\n      new: { command: orders export }\n'),
      markdown: markdown('\n#### Old\n\n```sh\norders export --cents\n```\n\n#### New\n\n```sh\norders export\n```\n'),
    },
    {
      name: 'there is no old form',
      yaml: yaml('      old: none\n      new: { command: orders export }\n'),
      markdown: markdown('\n#### Old\n\nNone\n\n#### New\n\n```sh\norders export\n```\n'),
    },
    { name: 'only a name', yaml: yaml(''), markdown: '# Compatibility contract\n\n## Examples\n\n- read an order\n' },
    { name: 'a misspelt key', yaml: yaml('      before: { command: a }\n      new: { command: b }\n') },
  ],
  faulty: [
    {
      name: 'one without a name',
      yaml: 'compatibility:\n  examples:\n    - [|new|]: { command: orders export }\n',
      message: /^This example shows only the new form\./,
    },
    {
      name: 'only the new form',
      yaml: 'compatibility:\n  examples:\n    - [|name|]: read an order\n      new: { command: orders export } # shorter\n'.replace(
        '[|name|]: read an order',
        'name: [|read an order|]',
      ),
      markdown: markdown('\n#### New\n\n```sh\norders export\n```\n').replace('read an order', '[|read an order|]'),
      message:
        'The example "read an order" shows only the new form. The difference is what reviewers look for, and they can only see it side by side: write the old form, or "none" where there is none.',
      fixed: {
        yaml: yaml('      old:\n        command: orders export\n      new: { command: orders export } # shorter\n'),
      },
    },
    {
      name: 'an empty side',
      yaml: yaml('      old: { request: GET /v4/orders/42 }\n      [|new|]:\n'),
      markdown: markdown('\n#### Old\n\n```http\nGET /v4/orders/42\n```\n\n#### [|New|]\n'),
      fixed: {
        yaml: yaml('      old: { request: GET /v4/orders/42 }\n      new:\n        request: GET /v4/orders/42\n'),
      },
    },
  ],
});
