import { describe, expect, it } from 'vitest';
import { commandFacts, isMadeBy } from '../../../server/src/analysis/commands/index.ts';

describe('what a command has made may be taken away', () => {
  it.each([
    ['kafka-topics --delete --topic orders', 'kafka-topics --create --topic orders', true],
    ['kafka-topics --delete --topic orders', 'kafka-topics --create --topic=orders', true],
    ['kafka-topics --delete --topic orders', 'kafka-topics --create --topic=payments --config=orders', false],
    ['kafka-topics --delete --topic orders', 'kafka-topics --describe --topic=orders', false],
    ['kubectl delete namespace shop', 'kubectl apply -n shop -f app.yaml', false],
  ])('%s | %s', (line, text, made) => {
    const [fact] = commandFacts(line);
    expect(fact && isMadeBy(fact, text)).toBe(made);
  });
});
