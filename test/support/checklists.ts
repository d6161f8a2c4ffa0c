/** Checklists for the tests of checks: complete but for what a test leaves out. */

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  smoke: [
    'place an order: `scripts/smoke.sh orders`',
    'read an old order: `scripts/smoke.sh history`',
    'receive 1 event: `scripts/smoke.sh events`',
  ],
  functional: ['an order in JPY has 0 decimals'],
  performance: ['p99 stays under 250ms'],
  compatibility: ['both pact files pass in the pipeline'],
  security: ['0 amounts in the logs'],
  operations: ['the alarm fired on 2026-11-18'],
};

type Own = Readonly<Record<string, readonly string[] | undefined>>;

/** `undefined` leaves a group out. An item that begins with `{` is a mapping. */
export function yamlChecklist(own: Own = {}, head = ''): string {
  const groups = Object.entries({ ...GROUPS, ...own }).flatMap(([group, checks]) =>
    checks
      ? [
          `  ${group}:`,
          ...checks.map((check) => `    - ${check.startsWith('{') ? check : `{ check: ${quoted(check)} }`}`),
        ]
      : [],
  );
  return `rolloutPlan: 1\n${head}validation:\n${groups.join('\n')}\n`;
}

function quoted(words: string): string {
  const marked = /^(\[\|)?(.*?)(\|\])?$/.exec(words);
  return marked?.[1] && marked[3] ? `[|"${marked[2]}"|]` : `"${words}"`;
}

export function markdownChecklist(own: Own = {}, box = '[ ]', head = ''): string {
  const groups = Object.entries({ ...GROUPS, ...own }).flatMap(([group, checks]) =>
    checks
      ? [`## ${group[0]?.toUpperCase()}${group.slice(1)}`, checks.map((check) => `- ${box} ${check}`).join('\n')]
      : [],
  );
  return `${head}${['# Validation checklist', ...groups].join('\n\n')}\n`;
}
