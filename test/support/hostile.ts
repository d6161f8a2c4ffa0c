/** Texts that hurt: what readers of YAML, Markdown, SQL and shell words have died of, or might. Each is a whole file. */

export interface Hostile {
  readonly name: string;
  readonly file: 'rollout-plan.yaml' | 'MIGRATION_PLAN.md' | 'ROLLOUT_PLAN.md';
  readonly text: string;
  /** Among the largest: two seconds instead of one. */
  readonly large?: true;
}

const HEAD = 'rolloutPlan: 1\nname: hostile\n';
const yaml = (name: string, body: string, large?: true): Hostile => ({
  name: `YAML: ${name}`,
  file: 'rollout-plan.yaml',
  text: HEAD + body,
  ...(large && { large }),
});
const markdown = (name: string, body: string, large?: true): Hostile => ({
  name: `Markdown: ${name}`,
  file: 'MIGRATION_PLAN.md',
  text: `---\nrolloutPlan: 1\n---\n\n# Migration plan\n\n${body}`,
  ...(large && { large }),
});
const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');
const step = (at: number, sql: string): string => `    - id: step-${at}\n      up:\n        sql: ${sql}\n`;
const nested = (depth: number): string => many(depth, (at) => `${' '.repeat(at)}a:\n`);

export const HOSTILE: readonly Hostile[] = [
  yaml('square brackets', `a: ${'['.repeat(5_000)}`),
  yaml('square brackets that end', `a: ${'['.repeat(2_000)}${']'.repeat(2_000)}`),
  yaml('braces', `a: ${'{a: '.repeat(3_000)}`),
  yaml('brackets of both kinds', `a: ${'[{a: '.repeat(2_000)}`),
  yaml('dashes', `a:\n  ${'- '.repeat(3_000)}x\n`),
  yaml('question marks', `${'? '.repeat(3_000)}x\n`),
  yaml('indentation', nested(2_000)),
  yaml('tags and anchors', `a: ${'!t &a '.repeat(3_000)}x\n`),
  yaml(
    'an alias bomb',
    `b0: &b0 [x]\n${many(40, (at) => `b${at + 1}: &b${at + 1} [${`*b${at}, `.repeat(9)}*b${at}]\n`)}`,
  ),
  yaml('an alias bomb of stages', `x: &s { id: a, soak: 1h }\nrollout:\n  stages: [${'*s, '.repeat(5_000)}*s]\n`),
  yaml('an alias of what it stands in', 'rollout: &r\n  stages: [*r, *r]\n'),
  yaml('merge keys in a circle', 'rollout: &r\n  <<: *r\n  stages:\n    - <<: *r\n'),
  yaml(
    'twenty thousand keys',
    many(20_000, (at) => `key-${at}: 1\n`),
    true,
  ),
  yaml(
    'twenty thousand times one key',
    many(20_000, () => 'owner: me\n'),
    true,
  ),
  yaml('a megabyte in one scalar', `title: ${'x'.repeat(1_000_000)}\n`, true),
  yaml('a megabyte folded', `title: >-\n${many(20_000, () => `  ${'word '.repeat(10)}\n`)}`, true),
  yaml(
    'a megabyte of comment',
    many(20_000, (at) => `# ${at} ${'x'.repeat(40)}\n`),
    true,
  ),
  yaml('NUL', 'title: a\u0000b\nowner: \u0000\n'),
  yaml('lone surrogates', 'title: \ud800 and \udc00\nowner: a\ud83d\n'),
  yaml('lone carriage returns', 'title: a\rowner: b\rrisk: low\r'),
  yaml(
    'every control character',
    many(160, (at) => `c${at}: ${String.fromCharCode(at)}\n`),
  ),
  yaml('other line breaks', 'title: a\u0085owner: b\u2028risk: low\u2029status: draft\n'),
  yaml('direction marks', 'title: "\u202e\u2066abc\u2069"\n'),
  yaml(
    'thousands of documents',
    many(3_000, () => `---\n${HEAD}`),
    true,
  ),
  yaml('thousands of empty documents', '---\n'.repeat(10_000)),
  yaml(
    'thousands of bad stages',
    `rollout:\n  stages:\n${many(5_000, (at) => `    - { id: S ${at}, soak: 2 hours, weight: 0.5 }\n`)}`,
    true,
  ),
  yaml(
    'thousands of unreadable lines',
    many(3_000, () => '  ]bad: [\n'),
  ),
  yaml(
    'thousands of steps with SQL',
    `migration:\n  steps:\n${many(2_000, (at) => step(at, `DROP TABLE t${at};`))}`,
    true,
  ),
  yaml('SQL that does not end', `migration:\n  steps:\n${step(1, `|\n          SELECT '${'x'.repeat(200_000)}`)}`),
  yaml(
    'a storm of quotes in SQL',
    `migration:\n  steps:\n${step(1, `|\n          ${`'"\`$$ /* -- `.repeat(20_000)}`)}`,
  ),
  yaml('parentheses in SQL', `migration:\n  steps:\n${step(1, `|\n          SELECT ${'('.repeat(50_000)}`)}`),
  yaml(
    'statements in one SQL',
    `migration:\n  steps:\n${step(1, `|\n          ${'DROP TABLE a; '.repeat(10_000)}`)}`,
    true,
  ),
  yaml('a storm of quotes in a command', `rollback:\n  steps:\n    - run: |\n        ${`'"\`$( `.repeat(20_000)}\n`),
  yaml('a command within a command', `rollback:\n  steps:\n    - run: |\n        ${'sh -c "'.repeat(5_000)}rm -rf /\n`),
  yaml('pipes', `rollback:\n  steps:\n    - run: ${'a | '.repeat(20_000)}b\n`),
  yaml(
    'stages that extend in a circle',
    `rollout:\n  stages:\n${many(2_000, (at) => `    - { id: s${at}, extends: s${(at + 1) % 2_000} }\n`)}`,
    true,
  ),
  yaml(
    'steps after each other in a circle',
    `migration:\n  steps:\n${many(1_000, (at) => `    - { id: s${at}, after: { step: s${(at + 1) % 1_000} } }\n`)}`,
  ),
  yaml(
    'a criterion of a hundred thousand words',
    `rollout:\n  abortCriteria:\n    - ${'error rate above 1% and '.repeat(20_000)}\n`,
  ),
  yaml(
    'numbers without end',
    `rollout:\n  stages:\n    - { id: a, weight: ${'9'.repeat(100_000)}, soak: ${'1'.repeat(100_000)}h }\n`,
  ),
  yaml(
    'suppressions',
    many(5_000, () => '# rollout-plan-disable-next-line no-such-rule\n'),
    true,
  ),
  yaml('one id, five thousand times', `metrics:\n${many(5_000, () => '  - { id: error-rate }\n')}`, true),
  yaml('keys that objects have', '__proto__: { a: 1 }\nconstructor: x\ntoString: y\nhasOwnProperty: z\n'),
  { name: 'nothing', file: 'rollout-plan.yaml', text: '' },
  { name: 'only indentation', file: 'rollout-plan.yaml', text: ' '.repeat(100_000) },
  { name: 'only tabs', file: 'rollout-plan.yaml', text: '\t'.repeat(100_000) },
  { name: 'a byte order mark alone', file: 'rollout-plan.yaml', text: '\uFEFF' },
  markdown('quotes in quotes', `${'> '.repeat(3_000)}x\n`),
  markdown(
    'lists in lists',
    many(1_000, (at) => `${'  '.repeat(at)}- a\n`),
    true,
  ),
  markdown('brackets', `${'['.repeat(50_000)}\n`),
  markdown('links', `${'[a]('.repeat(20_000)}\n`),
  markdown('images', `${'![a]('.repeat(20_000)}\n`),
  markdown(
    'backticks',
    many(500, (at) => `${'`'.repeat(at)} a `),
  ),
  markdown('emphasis', `${'*a _b '.repeat(20_000)}\n`),
  markdown('emphasis that ends', `${'**a'.repeat(5_000)}${'**'.repeat(5_000)}\n`),
  markdown('tildes', `${'~~a '.repeat(20_000)}\n`),
  markdown('entities', `${'&amp;&#x0;'.repeat(20_000)}\n`),
  markdown('angle brackets', `${'<a '.repeat(20_000)}\n`),
  markdown('a comment without end', `<!-- ${'x\n'.repeat(50_000)}`),
  markdown('comments', '<!-- a --> '.repeat(20_000)),
  markdown('a fence without end', `\`\`\`sql\n${'DROP TABLE a;\n'.repeat(10_000)}`, true),
  markdown(
    'thousands of fences',
    many(3_000, (at) => `\`\`\`sql\nDROP TABLE t${at};\n\`\`\`\n`),
    true,
  ),
  markdown(
    'thousands of table rows',
    `## Steps\n\n| Step | SQL |\n| --- | --- |\n${many(5_000, (at) => `| s${at} | DROP TABLE t${at} |\n`)}`,
    true,
  ),
  markdown(
    'a table of thousands of columns',
    `## Steps\n\n${'| a '.repeat(3_000)}|\n${'| --- '.repeat(3_000)}|\n${'| b '.repeat(3_000)}|\n`,
  ),
  markdown(
    'thousands of headings',
    many(5_000, (at) => `### Step ${at}\n`),
    true,
  ),
  markdown('thousands of list items', `## Backups\n\n${many(10_000, (at) => `- backup ${at}\n`)}`, true),
  markdown('a megabyte in one line', 'x'.repeat(1_000_000), true),
  markdown('a megabyte of words', 'word '.repeat(200_000), true),
  markdown(
    'labels',
    many(5_000, (at) => `**Label ${at}**: value\n`),
    true,
  ),
  markdown(
    'reference definitions',
    many(10_000, (at) => `[a${at}]: b\n`),
  ),
  markdown('NUL, lone surrogates, lone carriage returns', '## Steps\r### \u0000 a\ud800\r\r- **Id**: \udc00\n'),
  markdown(
    'numbering',
    many(3_000, (at) => `${at}. a\n`),
  ),
  {
    name: 'front matter without end',
    file: 'MIGRATION_PLAN.md',
    text: `---\nrolloutPlan: 1\n${'a: b\n'.repeat(20_000)}`,
  },
  {
    name: 'front matter of brackets',
    file: 'ROLLOUT_PLAN.md',
    text: `---\nrolloutPlan: ${'['.repeat(5_000)}\n---\n# Rollout plan\n`,
  },
  { name: 'nothing in Markdown', file: 'ROLLOUT_PLAN.md', text: '' },
  { name: 'only line breaks', file: 'ROLLOUT_PLAN.md', text: '\n'.repeat(100_000) },
];
