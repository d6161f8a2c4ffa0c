import { describe, expect, it } from 'vitest';
import { statementsIn } from '../../../server/src/analysis/sql/index.ts';
import { allNodes, descend, type LocatedNode, type ScalarNode } from '../../../server/src/model/located.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';

function sqlOf(text: string): ScalarNode {
  return sqlBelow(readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text })[0]?.root);
}

function sqlBelow(root: LocatedNode | undefined): ScalarNode {
  const found =
    root && [...allNodes(root)].map((node) => descend(node, ['sql'])).find((node) => node?.kind === 'scalar');
  return found as ScalarNode;
}

describe.each([
  ['plain', 'sql: ALTER TABLE a DROP COLUMN b; DROP TABLE c\n'],
  ['single quotes', "sql: 'ALTER TABLE a DROP COLUMN b; DROP TABLE c'\n"],
  ['double quotes', 'sql: "ALTER TABLE a DROP COLUMN b;\\nDROP TABLE c"\n'],
  ['literal', 'sql: |\n  ALTER TABLE a DROP COLUMN b;\n  DROP TABLE c\n'],
  ['literal, CRLF', 'sql: |\r\n  ALTER TABLE a DROP COLUMN b;\r\n  DROP TABLE c\r\n'],
  ['folded', 'sql: >-\n  ALTER TABLE a DROP COLUMN b;\n  DROP TABLE c\n'],
  ['plain over lines', 'sql: ALTER TABLE a DROP COLUMN b;\n  DROP TABLE c\n'],
  ['quotes over lines', 'sql: "ALTER TABLE a DROP COLUMN b;\n  DROP TABLE c"\n'],
])('%s', (_, text) => {
  const located = statementsIn(sqlOf(text), 'postgresql');

  it('each statement has its own place', () => {
    expect(located.map(({ span }) => textOf(span))).toEqual(['ALTER TABLE a DROP COLUMN b', 'DROP TABLE c']);
    expect(located.map(({ head }) => textOf(head))).toEqual(['ALTER TABLE a', 'DROP TABLE c']);
  });

  it('and so has each of its parts', () => {
    const [alter] = located;
    const [action] = alter?.statement.actions ?? [];
    expect(action?.column && textOf((alter as NonNullable<typeof alter>).spanOf(action.column.range))).toBe('b');
  });
});

it('escapes do not move what comes after them', () => {
  const [first, second] = statementsIn(
    sqlOf(`sql: "UPDATE \\"a\\" SET b = '\\u00e9\\t';\\nDROP TABLE \\"C\\""\n`),
    'postgresql',
  );
  expect(first && textOf(first.head)).toBe('UPDATE \\"a\\"');
  expect(second && textOf(second.span)).toBe('DROP TABLE \\"C\\"');
});

it('a statement that is folded over lines is underlined on one', () => {
  const [located] = statementsIn(sqlOf('sql: >-\n  ALTER\n  TABLE\n  orders DROP COLUMN b\n'), 'postgresql');
  expect(located && textOf(located.head)).toBe('ALTER');
  expect(located?.statement.kind).toBe('drop-column');
});

it('in a fence of a Markdown plan', () => {
  const text =
    '# Migration plan\n\n## Steps\n\n### 1. Contract: drop the note (5.2.0)\n\n**Up**:\n\n```sql\nALTER TABLE a\n  DROP COLUMN b;\nDROP TABLE c;\n```\n';
  const { root } = readMarkdown({ uri: 'file:///MIGRATION_PLAN.md', syntax: 'markdown', text }, 'migration');
  const located = statementsIn(sqlBelow(root), 'postgresql');
  expect(located.map(({ span }) => textOf(span))).toEqual(['ALTER TABLE a\n  DROP COLUMN b', 'DROP TABLE c']);
});

it('of what could not be read, and of what is no text, nothing is told', () => {
  const node = sqlOf('sql: DROP TABLE a\n');
  expect(statementsIn({ ...node, broken: true }, 'postgresql')).toEqual([]);
  expect(statementsIn({ ...node, value: 5 }, 'postgresql')).toEqual([]);
});
