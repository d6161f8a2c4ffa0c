import { describe, expect, test } from 'vitest';
import { type Arguments, argumentsOf, hasAny, hasOption } from '../../../server/src/analysis/commands/arguments.ts';
import { commandFacts, commandsIn } from '../../../server/src/analysis/commands/index.ts';
import type { Command } from '../../../server/src/analysis/commands/types.ts';

const argsOf = (line: string): Arguments => argumentsOf(commandsIn(line)[0] as Command, new Set(['-n']));

test.each([
  ['tool get -n shop pods', ['get', 'pods'], ['-n=shop']],
  ['tool -n', [], ['-n=']],
  ['tool a --wait -- --force b', ['a', '--force', 'b'], ['--wait=']],
  ['tool - --', ['-'], []],
  ['tool --replicas=0 --label=a=b', [], ['--replicas=0', '--label=a=b']],
])('%s', (line, operands, options) => {
  const args = argsOf(line);
  expect(args.operands.map(({ text }) => text)).toEqual(operands);
  expect(args.options.map(({ name, value }) => `${name}=${value}`)).toEqual(options);
});

describe('an option', () => {
  test.each([
    ['tool --force', '--force', true],
    ['tool --force=true', '--force', true],
    ['tool --force=false', '--force', false],
    ['tool --cascade=none', '--cascade', false],
    ['tool --dry-run=nonesuch', '--dry-run', true],
    ['tool --mode=isfalse', '--mode', true],
    ['tool --replicas=0', '--replicas=0', true],
    ['tool --replicas=10', '--replicas=0', false],
    ['tool --shards=0', '--replicas=0', false],
    ['tool -rf', '-r', true],
    ['tool -rf', '-x', false],
    ['tool -recursively', '-r', false],
    ['tool --r', '-r', false],
    ['tool -rf', '--rf', false],
    ['tool -rf', '-rx', false],
  ])('%s has %s: %s', (line, wanted, expected) => expect(hasOption(argsOf(line), wanted)).toBe(expected));

  test('is any of several', () => {
    expect(hasAny(argsOf('tool -a'), '--all|-a')).toBe(true);
    expect(hasAny(argsOf('tool -b'), '--all|-a')).toBe(false);
  });
});

describe('what a command acts on', () => {
  test.each([
    ['kubectl delete namespace payments', 'payments'],
    ['kafka-topics --delete --topic orders --bootstrap-server kafka:9092', 'orders'],
    ['kafka-topics --delete --topic= orders', 'orders'],
  ])('%s', (line, target) => expect(commandFacts(line)[0]?.targets).toEqual([target]));
});

test.each([
  ['kubectl delete namespace payments', false],
  ['kubectl scale deploy/orders --replicas=0', true],
])('%s takes down: %s', (line, takesDown) => expect(commandFacts(line)[0]?.takesDown).toBe(takesDown));

describe('on what nobody depends on', () => {
  test.each([
    'helm uninstall orders-preview',
    'helm uninstall orders --namespace=e2e',
    'APP_ENV=test bin/rails db:drop',
    'ENVIRONMENT=staging bin/rails db:drop',
  ])('nothing: %s', (line) => expect(commandFacts(line)).toEqual([]));

  test.each([
    'helm uninstall orders',
    'helm uninstall orders --values=/home/dev/values.yaml',
    'helm uninstall orders -f ~/dev/values.yaml',
    'MY_ENVIRONMENTS=test bin/rails db:drop',
  ])('something: %s', (line) => expect(commandFacts(line)).toHaveLength(1));
});
