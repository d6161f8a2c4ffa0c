// `npm run new-rule <group>/<id>`: the three files of a rule and its line in rules/index.ts, ready to be filled.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [group, id] = (process.argv[2] ?? '').split('/');
if (!group || !id || !/^[a-z][a-z-]*$/.test(group) || !/^[a-z][a-z0-9-]*$/.test(id)) {
  console.error('usage: npm run new-rule <group>/<id>, for example: npm run new-rule stages/missing-canary');
  process.exit(2);
}
const name = id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

const files = {
  [`server/src/rules/${group}/${id}.ts`]: `import { defineRule, finding } from '../../lint/rule.ts';

/** Says in one sentence what a good plan does. */
export const ${name} = defineRule({
  id: '${id}',
  group: '${group}',
  severity: 'warning',
  fixable: false,
  *check({ plan }) {
    for (const stage of plan.view.rollout?.stages ?? []) {
      yield finding(stage.node.head, 'What is wrong. Why it matters. What to write.');
    }
  },
});
`,
  [`test/rules/${group}/${id}.test.ts`]: `import { testRule } from '../../support/rule-tester.ts';

testRule('${id}', {
  artifact: 'ROLLOUT_PLAN',
  clean: [{ name: 'says it', yaml: \`rolloutPlan: 1\\n\`, markdown: \`# Rollout plan\\n\` }],
  faulty: [{ name: 'does not say it', yaml: \`rolloutPlan: 1\\n\`, markdown: \`# Rollout plan\\n\` }],
});
`,
  [`docs/rules/${group}/${id}.md`]: `# ${id}

What it flags, in one sentence.

## Why
The incident that it prevents, in three sentences.

## Bad
\`\`\`yaml
rolloutPlan: 1
\`\`\`

## Good
\`\`\`yaml
rolloutPlan: 1
\`\`\`

## Quick fix
None.

## When to turn it off
Never.
`,
};

for (const [path, text] of Object.entries(files)) {
  if (existsSync(path)) {
    console.error(`${path} is there already and stays as it is`);
    process.exitCode = 1;
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

const index = 'server/src/rules/index.ts';
const text = readFileSync(index, 'utf8');
if (!text.includes(`/${id}.ts'`)) {
  const withImport = `import { ${name} } from './${group}/${id}.ts';\n${text}`;
  writeFileSync(index, withImport.replace('\n];', `\n  ${name},\n];`));
  console.log(`registered ${id} in ${index}; \`npm run format\` sorts the imports`);
}
