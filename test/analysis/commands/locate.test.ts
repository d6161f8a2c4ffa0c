import { expect, it } from 'vitest';
import { factsOf, unpinnedOf } from '../../../server/src/analysis/commands/index.ts';
import { child, type ScalarNode } from '../../../server/src/model/located.ts';
import { textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';

function runOf(text: string): ScalarNode {
  const root = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text })[0]?.root;
  return (root && child(root, 'run')) as ScalarNode;
}

it('a command over several lines is shown and underlined on its first', () => {
  const [found] = factsOf(runOf('run: |\n  kubectl delete  \\\n    namespace payments\n'));
  expect(found?.words).toBe('kubectl delete');
  expect(found && textOf(found.span)).toBe('kubectl delete');
});

it('a long command is shown up to a whole word, and underlined up to its end', () => {
  const line = `kubectl delete namespace ${'payments-legacy-'.repeat(2)} --wait=true --grace-period=30`;
  const [found] = factsOf(runOf(`run: ${line}\n`));
  expect(found?.words).toBe(`kubectl delete namespace ${'payments-legacy-'.repeat(2)} …`);
  expect(found && textOf(found.span)).toBe(line);
});

it('of what could not be read, and of what is no text, nothing is told', () => {
  const node = runOf('run: kubectl delete namespace payments && ./deploy.sh main\n');
  expect([...factsOf(node), ...unpinnedOf(node)]).toHaveLength(2);
  for (const other of [
    { ...node, broken: true as const },
    { ...node, value: 5 },
  ])
    expect([...factsOf(other), ...unpinnedOf(other)]).toEqual([]);
});
